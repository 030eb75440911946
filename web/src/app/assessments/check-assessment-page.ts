import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  listAssessmentsResource,
  readAssessmentDraftResource,
} from '@panel/api-client/assessments/assessments.resource';
import { AssessmentsService } from '@panel/api-client/assessments/assessments.service';
import { formatPounds } from '@panel/money';
import { checkEvidence } from '@panel/risk';
import { BackLink, Button, dayText, ErrorSummary, InsetText, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { compareWithDraft } from './assessment-comparison.js';
import { assessmentBody, judgementProblems } from './assessment-form.js';
import { draftFacts, evidenceFacts } from './assessment-words.js';
import { ComparisonTable } from './comparison-table.js';
import { WorkingTable } from './working-table.js';

const fieldOf: Readonly<Record<string, string>> = {
  Risk: 'riskLevel',
  'Probability without the intervention': 'probabilityPercent',
  'A plan would be likely': 'isPlanLikely',
  'Weekly hours then likely': 'hours',
  Confidence: 'confidence',
};

/** The last look before an assessment is made: it cannot be changed afterwards, only followed by another one. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ComparisonTable,
    ErrorSummary,
    InsetText,
    Loading,
    ProblemMessage,
    RouterLink,
    SummaryList,
    WorkingTable,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="base() + '/new/judgement'" text="Back" />
    @if (draft.hasValue() && earlier.hasValue()) {
      <ui-error-summary [errors]="submission.errors()" />
      <span class="govuk-caption-l">Assess the risk: step 3 of 3</span>
      <h1 class="govuk-heading-l">Check the assessment</h1>
      @if (missing().length > 0) {
        <ui-inset-text>
          <p class="govuk-body">Before it can be saved:</p>
          <ul class="govuk-list govuk-list--bullet">
            @for (item of missing(); track item.message) {
              <li>
                <a class="govuk-link" [routerLink]="item.link" [fragment]="item.field">{{ item.message }}</a>
              </li>
            }
          </ul>
        </ui-inset-text>
      }
      <ui-summary-list cardHeading="Evidence" [rows]="evidence()" />
      <ui-summary-list cardHeading="Judgement" [rows]="judgement()" />
      @if (draft.value().working; as working) {
        <app-working-table [working]="working" [rateCardName]="draft.value().rateCardName ?? ''" />
        <ui-inset-text>
          The annual value is an expected value for finance. It is never a saving, never a target for a child, and never
          used to rank children, schools or staff.
        </ui-inset-text>
      } @else if (draft.value().rateCardName === null) {
        <ui-inset-text
          >No rate card is in force today. An administrator adds one before this can be saved.</ui-inset-text
        >
      }
      @if (comparison(); as answers) {
        <app-comparison-table [answers]="answers" [earlierName]="earlierName()" />
      }
      <form novalidate (submit)="assess($event)">
        <div class="govuk-button-group">
          <button ui-button preventDoubleClick>Save the assessment</button>
          <a class="govuk-link" [routerLink]="base()">Keep it as a draft</a>
        </div>
      </form>
    } @else if (draft.error() ?? earlier.error(); as error) {
      <app-problem [error]="error" (tryAgain)="tryAgain()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CheckAssessmentPage {
  readonly referralId = input.required<string>();

  private readonly service = inject(AssessmentsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly draft = readAssessmentDraftResource(this.referralId);
  protected readonly earlier = listAssessmentsResource(this.referralId);
  protected readonly base = computed(() => `/referrals/${this.referralId()}/assessments`);
  private readonly answers = computed(() => (this.draft.hasValue() ? this.draft.value().answers : undefined));
  private readonly latest = computed(() => (this.earlier.hasValue() ? this.earlier.value().items[0] : undefined));

  protected readonly missing = computed(() => {
    const answers = this.answers();
    if (!answers) return [];
    const at =
      (page: string) =>
      ({ pointer, message }: { pointer: string; message: string }) => ({
        link: `${this.base()}/${page}`,
        field: pointer.slice(1).replaceAll('/', '-'),
        message,
      });
    return [...checkEvidence(answers).map(at('new')), ...judgementProblems(answers).map(at('new/judgement'))];
  });
  protected readonly evidence = computed<readonly SummaryRow[]>(() =>
    evidenceFacts(this.answers() ?? { criteriaVersion: null, evidence: [] }).map((fact, index) => ({
      ...fact,
      actions: [
        {
          text: 'Change',
          visuallyHiddenText: fact.key.toLowerCase(),
          link: `${this.base()}/new#evidence-${index}-strength`,
        },
      ],
    })),
  );
  protected readonly judgement = computed<readonly SummaryRow[]>(() => {
    const answers = this.answers();
    if (!answers) return [];
    const change = (key: string, field: string) => [
      { text: 'Change', visuallyHiddenText: key.toLowerCase(), link: `${this.base()}/new/judgement#${field}` },
    ];
    return [
      ...draftFacts(answers).map((fact) => ({ ...fact, actions: change(fact.key, fieldOf[fact.key] ?? '') })),
      { key: 'Rationale', value: answers.rationale, actions: change('Rationale', 'rationale') },
    ];
  });
  protected readonly comparison = computed(() => {
    const [latest, answers] = [this.latest(), this.answers()];
    if (!latest || !answers || !this.draft.hasValue()) return undefined;
    return compareWithDraft(latest, answers, this.draft.value().working?.netPence ?? null);
  });
  protected readonly earlierName = computed(() => {
    const latest = this.latest();
    return latest ? `assessment ${latest.number} of ${dayText(latest.assessedOn)}` : '';
  });

  protected tryAgain(): void {
    this.draft.reload();
    this.earlier.reload();
  }

  protected async assess(event: Event): Promise<void> {
    event.preventDefault();
    const answers = this.answers();
    if (!answers || !this.draft.hasValue()) return;
    const { version } = this.draft.value();
    const [first] = this.missing();
    const body = assessmentBody(answers, version);
    if (!body) {
      // What is wrong stands above with the way to each question.
      await this.router.navigateByUrl(`${first?.link ?? this.base()}#${first?.field ?? ''}`);
      return;
    }
    let done = '';
    const isSaved = await this.submission.run(null, async () => {
      const saved = await firstValueFrom(
        this.service.createAssessment(this.referralId(), body, this.submission.creating(body)),
      );
      done = `Assessment saved. The annual value is ${formatPounds(saved.annualValuePence)}`;
    });
    if (isSaved) await this.router.navigateByUrl(this.base(), doneState(done));
    else this.draft.reload();
  }
}
