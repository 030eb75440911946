import { Component, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { LONG_TEXT_MAX } from '@panel/case-rules';
import { Textarea } from '@panel/ui';
import { FormProblems } from '../../shell/form-problems.js';
import { mustHaveText, mustNotBeLonger } from '../required-text.js';
import { ReferralVerbForm } from './referral-verb.js';
import { VerbPage } from './verb-page.js';

@Component({
  providers: [FormProblems],
  imports: [FormField, Textarea, VerbPage],
  template: `
    <app-verb-page
      [form]="verb"
      [referralId]="referralId()"
      heading="Withdraw this referral?"
      buttonText="Withdraw the referral"
      kind="warning"
      (submitted)="withdraw()"
    >
      <ui-textarea
        id="reason"
        label="Why is it withdrawn?"
        hint="The school and the coordinator read this. It can be reopened within half a year."
        [characterLimit]="longest"
        [formField]="form.reason"
        [error]="verb.problems.messageFor('reason')"
      />
    </app-verb-page>
  `,
})
export class WithdrawReferralPage {
  readonly referralId = input.required<string>();

  private readonly answers = signal({ reason: '' });
  protected readonly verb = new ReferralVerbForm('withdraw', this.referralId).keep('withdraw_referral', this.answers);
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.reason, 'Enter why the referral is withdrawn');
    mustNotBeLonger(path.reason, LONG_TEXT_MAX, 'Reason');
  });
  protected readonly longest = LONG_TEXT_MAX;

  protected async withdraw(): Promise<void> {
    if (!this.verb.problems.check(this.form)) return;
    await this.verb.perform('Referral withdrawn', (service, id, options) =>
      service.withdrawReferral(id, this.answers(), options),
    );
  }
}
