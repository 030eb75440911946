import { Component, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { ReferralAmendmentsService } from '@panel/api-client/referral-amendments/referral-amendments.service';
import { LONG_TEXT_MAX } from '@panel/case-rules';
import { Textarea } from '@panel/ui';
import { FormProblems } from '../../shell/form-problems.js';
import { mustHaveText, mustNotBeLonger } from '../required-text.js';
import { ReferralVerbForm } from '../verbs/referral-verb.js';
import { VerbPage } from '../verbs/verb-page.js';

/** Begins an amendment: why, and then the same pages as for a draft. */
@Component({
  providers: [FormProblems],
  imports: [FormField, Textarea, VerbPage],
  template: `
    <app-verb-page
      [form]="verb"
      [referralId]="referralId()"
      heading="Amend this referral"
      buttonText="Continue"
      (submitted)="start()"
    >
      <p class="govuk-body">
        You change the answers on the same pages as before. What was sent stands until you send the amendment, and is
        kept after that. The coordinator is told by email, and everybody who works on the case sees what is different.
      </p>
      <ui-textarea
        id="reason"
        label="Why is it amended?"
        hint="It is kept with the new version"
        [characterLimit]="longest"
        [formField]="form.reason"
        [error]="verb.problems.messageFor('reason')"
      />
    </app-verb-page>
  `,
})
export class StartAmendmentPage {
  readonly referralId = input.required<string>();

  private readonly amendments = inject(ReferralAmendmentsService);
  private readonly answers = signal({ reason: '' });
  protected readonly verb = new ReferralVerbForm('amend', this.referralId).keep('amend_referral', this.answers);
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.reason, 'Enter why the referral is amended');
    mustNotBeLonger(path.reason, LONG_TEXT_MAX, 'Reason');
  });
  protected readonly longest = LONG_TEXT_MAX;

  protected async start(): Promise<void> {
    if (!this.verb.problems.check(this.form)) return;
    await this.verb.perform(
      null,
      (_, id, options) => this.amendments.startReferralAmendment(id, this.answers(), options),
      `/referrals/${this.referralId()}/tasks`,
    );
  }
}
