import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { ReferralReopeningService } from '@panel/api-client/referral-reopening/referral-reopening.service';
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
      heading="Reopen this referral?"
      buttonText="Reopen the referral"
      (submitted)="reopen()"
    >
      <p class="govuk-body">{{ whatHappens() }}</p>
      <ui-textarea
        id="reason"
        label="Why is it reopened?"
        hint="The school and the coordinator read this"
        [characterLimit]="longest"
        [formField]="form.reason"
        [error]="verb.problems.messageFor('reason')"
      />
    </app-verb-page>
  `,
})
export class ReopenReferralPage {
  readonly referralId = input.required<string>();

  private readonly reopening = inject(ReferralReopeningService);
  private readonly answers = signal({ reason: '' });
  protected readonly verb = new ReferralVerbForm('reopen', this.referralId).keep('reopen_referral', this.answers);
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.reason, 'Enter why the referral is reopened');
    mustNotBeLonger(path.reason, LONG_TEXT_MAX, 'Reason');
  });
  protected readonly longest = LONG_TEXT_MAX;
  protected readonly whatHappens = computed(() => {
    const referral = this.verb.referral.hasValue() ? this.verb.referral.value() : undefined;
    return referral?.status === 'declined'
      ? 'It goes back into your queue under the same reference, with everything that was written.'
      : 'It goes on under the same reference with everything that was written. The school checks the answers and submits it again.';
  });

  protected async reopen(): Promise<void> {
    if (!this.verb.problems.check(this.form)) return;
    await this.verb.perform('Referral reopened', (_, id, options) =>
      this.reopening.reopenReferral(id, this.answers(), options),
    );
  }
}
