import { Component } from '@angular/core';

/** Something with consequences, such as a law or a deadline: `<ui-warning-text>…</ui-warning-text>`. */
@Component({
  selector: 'ui-warning-text',
  template: `
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span>
        <ng-content />
      </strong>
    </div>
  `,
})
export class WarningText {}
