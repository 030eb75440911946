import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { listToolkitResource } from '@panel/api-client/toolkit/toolkit.resource';
import { TriageService } from '@panel/api-client/triage/triage.service';
import {
  DECLINE_REASONS,
  declineReasonLabel,
  declineReasonNextSteps,
  isDeclineReason,
  LONG_TEXT_MAX,
  STATUTORY_ROUTE_NOTICE,
} from '@panel/case-rules';
import { Checkboxes, type CheckboxOption, InsetText, Radios, Textarea } from '@panel/ui';
import { mustHaveText, mustNotBeLonger } from '../../referrals/required-text.js';
import { ReferralVerbForm } from '../../referrals/verbs/referral-verb.js';
import { VerbPage } from '../../referrals/verbs/verb-page.js';
import { FormProblems } from '../../shell/form-problems.js';

/** A decline with its reason, what the school can do next, and where help is described. */
@Component({
  providers: [FormProblems],
  imports: [Checkboxes, FormField, InsetText, Radios, Textarea, VerbPage],
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
        labelSize="s"
        [options]="reasons"
        [formField]="form.reasonCode"
        [error]="verb.problems.messageFor('reasonCode')"
      />
      <ui-textarea
        id="explanation"
        label="Explain the decision"
        labelSize="s"
        hint="The school reads this. Say what in this referral led to it."
        [characterLimit]="longest"
        [formField]="form.explanation"
        [error]="verb.problems.messageFor('explanation')"
      />
      <ui-textarea
        id="nextSteps"
        label="What can the school do next?"
        labelSize="s"
        hint="Begins with words for the reason you chose. Change them to fit this child."
        [characterLimit]="longest"
        [formField]="form.nextSteps"
        [error]="verb.problems.messageFor('nextSteps')"
      />
      @if (resources().length > 0) {
        <ui-checkboxes
          id="resourceIds"
          label="Which pages of the toolkit help?"
          labelSize="s"
          hint="The school gets links to these. Those for the reason you chose come first."
          isSmall
          [options]="resources()"
          [formField]="form.resourceIds"
          [error]="verb.problems.messageFor('resourceIds')"
        />
      }
      <ui-inset-text>The school is also told: {{ statutoryRoute }}</ui-inset-text>
    </app-verb-page>
  `,
})
export class DeclineReferralPage {
  readonly referralId = input.required<string>();

  private readonly service = inject(TriageService);
  private readonly toolkit = listToolkitResource();
  private readonly answers = signal<{
    readonly reasonCode: string;
    readonly explanation: string;
    readonly nextSteps: string;
    readonly resourceIds: readonly string[];
  }>({ reasonCode: '', explanation: '', nextSteps: '', resourceIds: [] });
  protected readonly verb = new ReferralVerbForm('decline', this.referralId).keep('decline_referral', this.answers);
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.reasonCode, 'Select why the referral is declined');
    mustHaveText(path.explanation, 'Explain the decision');
    mustNotBeLonger(path.explanation, LONG_TEXT_MAX, 'Explanation');
    mustHaveText(path.nextSteps, 'Enter what the school can do next');
    mustNotBeLonger(path.nextSteps, LONG_TEXT_MAX, 'What the school can do next');
  });

  private readonly reasonCode = computed(() => this.answers().reasonCode);
  protected readonly resources = computed<readonly CheckboxOption[]>(() => {
    const reason = this.reasonCode();
    const items = this.toolkit.hasValue() ? this.toolkit.value().items : [];
    const fits = (reasons: readonly string[]): number => (reasons.includes(reason) ? 0 : 1);
    return items
      .toSorted((one, other) => fits(one.declineReasons) - fits(other.declineReasons))
      .map(({ id, title, summary }) => ({ value: id, text: title, hint: summary }));
  });

  protected readonly reasons = DECLINE_REASONS.map((reason) => ({
    value: String(reason),
    text: declineReasonLabel(reason),
  }));
  protected readonly statutoryRoute = STATUTORY_ROUTE_NOTICE;
  protected readonly longest = LONG_TEXT_MAX;

  constructor() {
    // Words of another reason give way to those of the new one, but nothing that somebody wrote.
    effect(() => {
      const reason = this.reasonCode();
      if (!isDeclineReason(reason)) return;
      untracked(() => {
        const { nextSteps } = this.answers();
        const isUntouched = DECLINE_REASONS.some((each) => declineReasonNextSteps(each) === nextSteps);
        if (nextSteps.trim() !== '' && !isUntouched) return;
        this.answers.update((answers) => ({ ...answers, nextSteps: declineReasonNextSteps(reason) }));
      });
    });
  }

  protected async decline(): Promise<void> {
    if (!this.verb.problems.check(this.form)) return;
    const { resourceIds, ...rest } = this.answers();
    await this.verb.perform('Referral declined', (_service, id, options) =>
      this.service.declineReferral(id, { ...rest, resourceIds: [...resourceIds] }, options),
    );
  }
}
