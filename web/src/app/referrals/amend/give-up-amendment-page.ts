import { Component, inject, input } from '@angular/core';
import { ReferralAmendmentsService } from '@panel/api-client/referral-amendments/referral-amendments.service';
import { FormProblems } from '../../shell/form-problems.js';
import { ReferralVerbForm } from '../verbs/referral-verb.js';
import { VerbPage } from '../verbs/verb-page.js';

@Component({
  providers: [FormProblems],
  imports: [VerbPage],
  template: `
    <app-verb-page
      [form]="verb"
      [referralId]="referralId()"
      heading="Give up the amendment?"
      buttonText="Give up the amendment"
      kind="warning"
      (submitted)="giveUp()"
    >
      <p class="govuk-body">What was changed in it is deleted. The referral stays as it was sent.</p>
    </app-verb-page>
  `,
})
export class GiveUpAmendmentPage {
  readonly referralId = input.required<string>();

  protected readonly verb = new ReferralVerbForm('amend', this.referralId);
  private readonly amendments = inject(ReferralAmendmentsService);

  protected giveUp(): Promise<void> {
    return this.verb.perform('Amendment given up', (_, id, options) =>
      this.amendments.giveUpReferralAmendment(id, options),
    );
  }
}
