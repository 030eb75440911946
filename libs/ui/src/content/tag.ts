import { Component, computed, input } from '@angular/core';

/** Colours of the Design System; the default is blue. The words must say it all: colour is only help. */
export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

/** A status: `<ui-tag text="Accepted" colour="green" />`. */
@Component({
  selector: 'ui-tag',
  template: `<strong class="govuk-tag" [class]="colourClass()">{{ text() }}</strong>`,
})
export class Tag {
  readonly text = input.required<string>();
  readonly colour = input<TagColour>();

  protected readonly colourClass = computed(() => {
    const colour = this.colour();
    return colour ? `govuk-tag--${colour}` : '';
  });
}
