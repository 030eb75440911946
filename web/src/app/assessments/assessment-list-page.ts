import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Assessment } from '@panel/api-client';
import { listAssessmentsResource } from '@panel/api-client/assessments/assessments.resource';
import { formatPounds } from '@panel/money';
import { Button, dayText, Details, InsetText, SummaryList, type SummaryRow } from '@panel/ui';
import { CaseFile } from '../referrals/case/case-file.js';
import { DoneMessage } from '../referrals/case/done-message.js';
import { CurrentSession } from '../session/current-session.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { compareAssessments, type ComparedAnswer } from './assessment-comparison.js';
import { evidenceFacts, judgementFacts } from './assessment-words.js';
import { ComparisonTable } from './comparison-table.js';
import { MeasuresAtStart } from './measures-at-start.js';
import { WorkingTable } from './working-table.js';

interface Shown {
  readonly assessment: Assessment;
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  readonly evidence: readonly SummaryRow[];
  /** Beside the assessment before it; nothing for the first. */
  readonly comparison: readonly ComparedAnswer[] | null;
  readonly earlierName: string;
}

/** Every assessment of a case, the newest first: none is ever overwritten. */
@Component({
  imports: [
    Button,
    ComparisonTable,
    Details,
    DoneMessage,
    InsetText,
    Loading,
    MeasuresAtStart,
    ProblemMessage,
    RouterLink,
    SummaryList,
    WorkingTable,
  ],
  template: `
    <app-done-message />
    <h1 class="govuk-heading-l">Assessments of risk</h1>
    @if (assessments.hasValue()) {
      @if (mayAssess()) {
        <a ui-button [routerLink]="'/referrals/' + file.referralId() + '/assessments/new'">Assess the risk</a>
      }
      @for (shown of shown(); track shown.assessment.id) {
        <ui-summary-list [cardHeading]="shown.heading" [rows]="shown.rows" />
        <app-working-table [working]="shown.assessment.working" [rateCardName]="shown.assessment.rateCardName" />
        @if (shown.evidence.length > 0) {
          <ui-details [summary]="'Evidence of assessment ' + shown.assessment.number">
            <p class="govuk-body">By the criteria {{ shown.assessment.criteriaVersion }}.</p>
            <ui-summary-list [rows]="shown.evidence" />
          </ui-details>
        }
        @if (shown.comparison; as answers) {
          <app-comparison-table [answers]="answers" [earlierName]="shown.earlierName" laterName="Then" />
        }
      } @empty {
        <p class="govuk-body">The risk has not been assessed yet.</p>
      }
      @if (measures(); as section) {
        <h2 class="govuk-heading-m">Measures at the start</h2>
        <app-measures-at-start [measures]="section" />
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
  protected readonly shown = computed<readonly Shown[]>(() => {
    const items = this.assessments.hasValue() ? this.assessments.value().items : [];
    return items.map((assessment, index) => toShown(assessment, items[index + 1]));
  });
  protected readonly measures = computed(() =>
    this.file.referral.hasValue() ? this.file.referral.value().sections.measures.answers : undefined,
  );
  protected readonly mayAssess = computed(() => {
    const referral = this.file.referral.hasValue() ? this.file.referral.value() : undefined;
    return this.session.may('assessment:create') && (referral?.availableVerbs.includes('assess') ?? false);
  });
}

function toShown(assessment: Assessment, earlier: Assessment | undefined): Shown {
  return {
    assessment,
    heading: `Assessment ${assessment.number}, ${dayText(assessment.assessedOn)}`,
    rows: [
      ...judgementFacts(assessment),
      { key: 'Annual value', value: formatPounds(assessment.annualValuePence) },
      { key: 'Rationale', value: assessment.rationale },
      { key: 'Assessed by', value: assessment.assessedByName },
    ],
    evidence: evidenceFacts(assessment),
    comparison: earlier ? compareAssessments(earlier, assessment) : null,
    earlierName: earlier ? `assessment ${earlier.number} of ${dayText(earlier.assessedOn)}` : '',
  };
}
