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
      heading="Return this referral to the school"
      buttonText="Return the referral"
      kind="primary"
      (submitted)="return()"
    >
      <ui-textarea
        id="reason"
        label="What does the school need to add or change?"
        hint="The school reads this above its task list"
        [characterLimit]="longest"
        [formField]="form.reason"
        [error]="verb.problems.messageFor('reason')"
      />
    </app-verb-page>
  `,
})
export class ReturnReferralPage {
  readonly referralId = input.required<string>();

  protected readonly verb = new ReferralVerbForm('return', this.referralId);
  private readonly answers = signal({ reason: '' });
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.reason, 'Enter what the school needs to add or change');
    mustNotBeLonger(path.reason, LONG_TEXT_MAX, 'Reason');
  });
  protected readonly longest = LONG_TEXT_MAX;

  protected async return(): Promise<void> {
    if (!this.verb.problems.check(this.form)) return;
    await this.verb.perform('Referral returned to the school', (service, id, options) =>
      service.returnReferral(id, this.answers(), options),
    );
  }
}
