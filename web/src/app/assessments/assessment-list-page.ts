import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Assessment } from '@panel/api-client';
import { listAssessmentsResource } from '@panel/api-client/assessments/assessments.resource';
import { formatPounds } from '@panel/money';
import { formatWeeklyHours, probabilityLabel, riskLevelLabel, toHoursHundredths } from '@panel/risk';
import { Button, dayText, InsetText, SummaryList, type SummaryRow } from '@panel/ui';
import { CaseFile } from '../referrals/case/case-file.js';
import { DoneMessage } from '../referrals/case/done-message.js';
import { CurrentSession } from '../session/current-session.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

interface Shown {
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
}

/** Every assessment of a case, the newest first: none is ever overwritten. */
@Component({
  imports: [Button, RouterLink, DoneMessage, InsetText, Loading, ProblemMessage, SummaryList],
  template: `
    <app-done-message />
    <h1 class="govuk-heading-l">Assessments of risk</h1>
    @if (assessments.hasValue()) {
      @if (mayAssess()) {
        <a ui-button [routerLink]="'/referrals/' + file.referralId() + '/assessments/new'">Assess the risk</a>
      }
      @for (assessment of shown(); track assessment.heading) {
        <ui-summary-list [cardHeading]="assessment.heading" [rows]="assessment.rows" />
      } @empty {
        <p class="govuk-body">The risk has not been assessed yet.</p>
      }
      <ui-inset-text>
        The annual value is an expected value for finance. It is never a saving, never a target for a child, and never
        used to rank children, schools or staff.
      </ui-inset-text>
    } @else if (assessments.error(); as error) {
      <app-problem [error]="error" (tryAgain)="assessments.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AssessmentListPage {
  protected readonly file = inject(CaseFile);
  private readonly session = inject(CurrentSession);
  protected readonly assessments = listAssessmentsResource(this.file.referralId);
  protected readonly shown = computed<readonly Shown[]>(() =>
    this.assessments.hasValue() ? this.assessments.value().items.map(toShown) : [],
  );
  protected readonly mayAssess = computed(() => {
    const referral = this.file.referral.hasValue() ? this.file.referral.value() : undefined;
    return this.session.may('assessment:create') && (referral?.availableVerbs.includes('assess') ?? false);
  });
}

function toShown(assessment: Assessment): Shown {
  const contribution = Math.max(0, assessment.grossAnnualPence - assessment.annualValuePence);
  return {
    heading: `Assessment ${assessment.number}, ${dayText(assessment.assessedOn)}`,
    rows: [
      { key: 'Risk', value: riskLevelLabel(assessment.riskLevel) },
      {
        key: 'Probability without the intervention',
        value: `${assessment.probabilityPercent}% (${probabilityLabel(assessment.probabilityPercent)})`,
      },
      { key: 'A plan would be likely', value: assessment.isPlanLikely ? 'Yes' : 'No' },
      { key: 'Weekly hours then likely', value: formatWeeklyHours(toHoursHundredths(assessment.weeklyHours) ?? 0) },
      { key: 'Cost a year before the school’s part', value: formatPounds(assessment.grossAnnualPence) },
      { key: 'Paid by the school', value: formatPounds(contribution) },
      { key: 'Annual value', value: formatPounds(assessment.annualValuePence) },
      { key: 'Rate card', value: assessment.rateCardName },
      { key: 'Confidence', value: riskLevelLabel(assessment.confidence) },
      { key: 'Rationale', value: assessment.rationale },
      { key: 'Assessed by', value: assessment.assessedByName },
    ],
  };
}
