import { Component, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { DECLINE_REASONS, declineReasonLabel, LONG_TEXT_MAX, STATUTORY_ROUTE_NOTICE } from '@panel/case-rules';
import { InsetText, Radios, Textarea } from '@panel/ui';
import { FormProblems } from '../../shell/form-problems.js';
import { mustHaveText, mustNotBeLonger } from '../required-text.js';
import { ReferralVerbForm } from './referral-verb.js';
import { VerbPage } from './verb-page.js';

@Component({
  providers: [FormProblems],
  imports: [FormField, InsetText, Radios, Textarea, VerbPage],
  template: `
    <app-verb-page
      [form]="verb"
      [referralId]="referralId()"
      heading="Decline this referral"
      buttonText="Decline the referral"
      kind="warning"
      (submitted)="decline()"
    >
      <ui-radios
        id="reasonCode"
        label="Why is it declined?"
        [options]="reasons"
        [formField]="form.reasonCode"
        [error]="verb.problems.messageFor('reasonCode')"
      />
      <ui-textarea
        id="explanation"
        label="Explain the decision"
        hint="Say what the school can do next. The school reads this."
        [characterLimit]="longest"
        [formField]="form.explanation"
        [error]="verb.problems.messageFor('explanation')"
      />
      <ui-inset-text>The school is also told: {{ statutoryRoute }}</ui-inset-text>
    </app-verb-page>
  `,
})
export class DeclineReferralPage {
  readonly referralId = input.required<string>();

  protected readonly verb = new ReferralVerbForm('decline', this.referralId);
  private readonly answers = signal({ reasonCode: '', explanation: '' });
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.reasonCode, 'Select why the referral is declined');
    mustHaveText(path.explanation, 'Explain the decision and what the school can do next');
    mustNotBeLonger(path.explanation, LONG_TEXT_MAX, 'Explanation');
  });

  protected readonly reasons = DECLINE_REASONS.map((reason) => ({
    value: String(reason),
    text: declineReasonLabel(reason),
  }));
  protected readonly statutoryRoute = STATUTORY_ROUTE_NOTICE;
  protected readonly longest = LONG_TEXT_MAX;

  protected async decline(): Promise<void> {
    if (!this.verb.problems.check(this.form)) return;
    await this.verb.perform('Referral declined', (service, id, options) =>
      service.declineReferral(id, this.answers(), options),
    );
  }
}
