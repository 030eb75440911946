import { Component, inject, input } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { CONFIDENCE_LEVELS, PROBABILITY_ANCHORS, PROBABILITY_RANGES, RISK_LEVELS, riskLevelLabel } from '@panel/risk';
import { Conditional, type Option, Radios, Textarea, TextInput } from '@panel/ui';
import type { DraftPage } from '../referrals/draft/leave-guard.js';
import { FormProblems } from '../shell/form-problems.js';
import { AssessmentEditor } from './assessment-editor.js';
import { judgementRules, otherHours } from './assessment-form.js';
import { AssessmentFrame } from './assessment-frame.js';

/** The coordinator's judgement. There is no field for money: the value is computed from the hours. */
@Component({
  providers: [FormProblems],
  imports: [AssessmentFrame, Conditional, FormField, Radios, Textarea, TextInput],
  template: `
    <app-assessment-frame
      [editor]="draft"
      [referralId]="referralId()"
      caption="Assess the risk: step 2 of 3"
      heading="What do you expect?"
      (submitted)="goOn()"
    >
      <p class="govuk-body">
        The risk that an EHC needs assessment is requested within 12 months if the child does not get the support.
      </p>
      <ui-radios
        id="riskLevel"
        label="Risk"
        labelSize="m"
        [options]="levels"
        [formField]="form.riskLevel"
        [error]="draft.problems.messageFor('riskLevel')"
      />
      <ui-radios
        id="probabilityPercent"
        label="Probability"
        labelSize="m"
        hint="Choose the words that fit best"
        [options]="anchors"
        [formField]="form.probabilityPercent"
        [error]="draft.problems.messageFor('probabilityPercent')"
      />
      <ui-radios
        id="isPlanLikely"
        label="Would a plan be likely?"
        labelSize="m"
        [isInline]="true"
        [options]="yesNo"
        [formField]="form.isPlanLikely"
        [error]="draft.problems.messageFor('isPlanLikely')"
      />
      <ui-radios
        id="hours"
        label="Teaching assistant hours a week then likely"
        labelSize="m"
        [options]="hours"
        [formField]="form.hours"
        [error]="draft.problems.messageFor('hours')"
      >
        <ng-template [uiConditional]="other">
          <ui-input
            id="weeklyHours"
            label="Hours a week"
            hint="For example, 20 or 27.5"
            suffix="hours"
            inputmode="decimal"
            [width]="4"
            [formField]="form.weeklyHours"
            [error]="draft.problems.messageFor('weeklyHours')"
          />
        </ng-template>
      </ui-radios>
      <ui-radios
        id="confidence"
        label="How sure are you?"
        labelSize="m"
        [isInline]="true"
        [options]="confidences"
        [formField]="form.confidence"
        [error]="draft.problems.messageFor('confidence')"
      />
      <ui-textarea
        id="rationale"
        label="Rationale"
        labelSize="m"
        hint="Which evidence leads you to this"
        [rows]="6"
        [characterLimit]="5000"
        [formField]="form.rationale"
        [error]="draft.problems.messageFor('rationale')"
      />
    </app-assessment-frame>
  `,
})
export class JudgementPage implements DraftPage {
  readonly referralId = input.required<string>();

  private readonly router = inject(Router);
  readonly draft = new AssessmentEditor(this.referralId);
  protected readonly form = form(this.draft.answers, judgementRules);
  protected readonly other = otherHours;
  protected readonly levels: readonly Option[] = RISK_LEVELS.map((value) => ({
    value,
    text: riskLevelLabel(value),
    hint: `Probability from ${PROBABILITY_RANGES[value].from}% to ${PROBABILITY_RANGES[value].to}%`,
  }));
  protected readonly confidences: readonly Option[] = CONFIDENCE_LEVELS.map((value) => ({
    value,
    text: riskLevelLabel(value),
  }));
  protected readonly anchors: readonly Option[] = PROBABILITY_ANCHORS.map(({ percent, label, meaning }) => ({
    value: String(percent),
    text: `${label} (${percent}%)`,
    hint: meaning,
  }));
  protected readonly yesNo: readonly Option[] = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ];
  protected readonly hours: readonly Option[] = [
    { value: '0', text: 'None' },
    { value: '25', text: '25 hours' },
    { value: '32.5', text: '32.5 hours' },
    { value: otherHours, text: 'Another number of hours' },
  ];

  protected async goOn(): Promise<void> {
    if (!(await this.draft.save()) || !this.draft.problems.check(this.form)) return;
    await this.router.navigateByUrl(`/referrals/${this.referralId()}/assessments/new/check`);
  }
}
