import { booleanAttribute, Component, computed, input } from '@angular/core';
import type { LabelSize } from './field.js';

/** A group of controls with a legend: `<ui-fieldset legend="Address">…</ui-fieldset>`. */
@Component({
  selector: 'ui-fieldset',
  template: `
    <fieldset class="govuk-fieldset" [attr.role]="fieldsetRole() ?? null" [attr.aria-describedby]="describedBy()">
      <legend class="govuk-fieldset__legend" [class]="sizeClass()">
        @if (isPageHeading()) {
          <h1 class="govuk-fieldset__heading">{{ legend() }}</h1>
        } @else {
          {{ legend() }}
        }
      </legend>
      <ng-content />
    </fieldset>
  `,
})
export class Fieldset {
  readonly legend = input.required<string>();
  readonly legendSize = input<LabelSize>();
  readonly isPageHeading = input(false, { transform: booleanAttribute });
  readonly describedBy = input<string | null>(null);
  /** `group` for text inputs: without it JAWS does not read the description of the fieldset. */
  readonly fieldsetRole = input<'group'>();

  protected readonly sizeClass = computed(() => {
    const size = this.legendSize() ?? (this.isPageHeading() ? 'l' : undefined);
    return size ? `govuk-fieldset__legend--${size}` : '';
  });
}
