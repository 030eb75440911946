import { Component, input } from '@angular/core';
import { FormProblems } from '../../shell/form-problems.js';
import { ReferralVerbForm } from './referral-verb.js';
import { VerbPage } from './verb-page.js';

@Component({
  providers: [FormProblems],
  imports: [VerbPage],
  template: `
    <app-verb-page
      [form]="verb"
      [referralId]="referralId()"
      heading="Accept this referral?"
      buttonText="Accept the referral"
      (submitted)="accept()"
    >
      <p class="govuk-body">The school sees that you have accepted it. Next you assess the risk.</p>
    </app-verb-page>
  `,
})
export class AcceptReferralPage {
  readonly referralId = input.required<string>();

  protected readonly verb = new ReferralVerbForm('accept', this.referralId);

  protected accept(): Promise<void> {
    return this.verb.perform('Referral accepted', (service, id, options) => service.acceptReferral(id, options));
  }
}
