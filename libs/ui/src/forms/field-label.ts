import { Component, computed, input } from '@angular/core';
import type { LabelSize } from './field.js';

/** The `<label>` of a control; inside an `<h1>` when it is the page heading. */
@Component({
  selector: 'ui-field-label',
  template: `
    @if (isPageHeading()) {
      <h1 class="govuk-label-wrapper">
        <label class="govuk-label" [class]="sizeClass()" [attr.for]="for()">{{ text() }}</label>
      </h1>
    } @else {
      <label class="govuk-label" [class]="sizeClass()" [attr.for]="for()">{{ text() }}</label>
    }
  `,
})
export class FieldLabel {
  readonly for = input.required<string>();
  readonly text = input.required<string>();
  readonly size = input<LabelSize>();
  readonly isPageHeading = input(false);

  protected readonly sizeClass = computed(() => {
    const size = this.size() ?? (this.isPageHeading() ? 'l' : undefined);
    return size ? `govuk-label--${size}` : '';
  });
}
