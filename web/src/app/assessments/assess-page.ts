import { Component, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { AssessmentsService } from '@panel/api-client/assessments/assessments.service';
import { formatPounds } from '@panel/money';
import {
  CONFIDENCE_LEVELS,
  type ConfidenceLevel,
  PROBABILITY_ANCHORS,
  RISK_LEVELS,
  type RiskLevel,
  riskLevelLabel,
} from '@panel/risk';
import { BackLink, Button, Conditional, ErrorSummary, type Option, Radios, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { assessmentBody, assessmentSchema, emptyAssessment, otherHours } from './assessment-form.js';

/** The coordinator's judgement. There is no field for money: the value is computed when this is saved. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, Conditional, ErrorSummary, FormField, Radios, Textarea, TextInput],
  template: `
    <ui-back-link
      *appBeforeMain
      [link]="'/referrals/' + referralId() + '/assessments'"
      text="Back to the assessments"
    />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Assess the risk</h1>
        <p class="govuk-body">
          The risk that an EHC needs assessment is requested within 12 months if the child does not get the support.
        </p>
        <form novalidate (submit)="assess($event)">
          <ui-radios
            id="riskLevel"
            label="Risk"
            labelSize="m"
            [options]="levels"
            [formField]="form.riskLevel"
            [error]="submission.errorOf('riskLevel')"
          />
          <ui-radios
            id="probabilityPercent"
            label="Probability"
            labelSize="m"
            hint="Choose the words that fit best"
            [options]="anchors"
            [formField]="form.probabilityPercent"
            [error]="submission.errorOf('probabilityPercent')"
          />
          <ui-radios
            id="isPlanLikely"
            label="Would a plan be likely?"
            labelSize="m"
            [isInline]="true"
            [options]="yesNo"
            [formField]="form.isPlanLikely"
            [error]="submission.errorOf('isPlanLikely')"
          />
          <ui-radios
            id="hours"
            label="Teaching assistant hours a week then likely"
            labelSize="m"
            [options]="hours"
            [formField]="form.hours"
            [error]="submission.errorOf('hours')"
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
                [error]="submission.errorOf('weeklyHours')"
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
            [error]="submission.errorOf('confidence')"
          />
          <ui-textarea
            id="rationale"
            label="Rationale"
            labelSize="m"
            hint="Which evidence leads you to this"
            [rows]="6"
            [characterLimit]="5000"
            [formField]="form.rationale"
            [error]="submission.errorOf('rationale')"
          />
          <button ui-button preventDoubleClick>Save the assessment</button>
        </form>
      </div>
    </div>
  `,
})
export class AssessPage {
  readonly referralId = input.required<string>();

  private readonly service = inject(AssessmentsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly other = otherHours;
  protected readonly levels: readonly Option<RiskLevel>[] = RISK_LEVELS.map((value) => ({
    value,
    text: riskLevelLabel(value),
  }));
  protected readonly confidences: readonly Option<ConfidenceLevel>[] = CONFIDENCE_LEVELS.map((value) => ({
    value,
    text: riskLevelLabel(value),
  }));
  protected readonly anchors: readonly Option<string>[] = PROBABILITY_ANCHORS.map(({ percent, label }) => ({
    value: String(percent),
    text: `${label} (${percent}%)`,
  }));
  protected readonly yesNo: readonly Option<string>[] = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ];
  protected readonly hours: readonly Option<string>[] = [
    { value: '0', text: 'None' },
    { value: '25', text: '25 hours' },
    { value: '32.5', text: '32.5 hours' },
    { value: otherHours, text: 'Another number of hours' },
  ];
  private readonly answers = signal(emptyAssessment);
  protected readonly form = form(this.answers, assessmentSchema);

  protected async assess(event: Event): Promise<void> {
    event.preventDefault();
    let done = '';
    const isSaved = await this.submission.run(this.form, async () => {
      const body = assessmentBody(this.answers());
      const saved = await firstValueFrom(
        this.service.createAssessment(this.referralId(), body, this.submission.creating(body)),
      );
      done = `Assessment saved. The annual value is ${formatPounds(saved.annualValuePence)}`;
    });
    if (isSaved) await this.router.navigateByUrl(`/referrals/${this.referralId()}/assessments`, doneState(done));
  }
}
