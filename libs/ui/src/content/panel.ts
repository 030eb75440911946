import { Component, input } from '@angular/core';

/** Heads a confirmation page: `<ui-panel heading="Referral submitted">Your reference<br><strong>…</strong></ui-panel>`. */
@Component({
  selector: 'ui-panel',
  template: `
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{{ heading() }}</h1>
      <div class="govuk-panel__body"><ng-content /></div>
    </div>
  `,
})
export class Panel {
  readonly heading = input.required<string>();
}
