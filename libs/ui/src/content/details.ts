import { booleanAttribute, Component, input } from '@angular/core';

/** Help that few people need: `<ui-details summary="How the UPN is checked">…</ui-details>`. */
@Component({
  selector: 'ui-details',
  template: `
    <details class="govuk-details" [class.app-details--open-in-print]="isOpenInPrint()" [open]="isOpen()">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{{ summary() }}</span>
      </summary>
      <div class="govuk-details__text"><ng-content /></div>
    </details>
  `,
})
export class Details {
  readonly summary = input.required<string>();
  readonly isOpen = input(false, { transform: booleanAttribute });
  /** Paper cannot be clicked: shows the content when the page is printed. */
  readonly isOpenInPrint = input(false, { transform: booleanAttribute });
}
