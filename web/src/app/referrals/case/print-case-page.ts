import { Component, computed, input } from '@angular/core';
import type { Assessment, CasePrint, CasePerson, CaseTask, Note } from '@panel/api-client';
import { printCaseResource } from '@panel/api-client/case-files/case-files.resource';
import { noteVisibilityLabel, outcomeCategoryLabel, roleLabel } from '@panel/case-rules';
import { formatPounds } from '@panel/money';
import { ncYearLabel, senTypeLabel } from '@panel/reference';
import { BackLink, Button, dayText, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { evidenceFacts, judgementFacts } from '../../assessments/assessment-words.js';
import { WorkingTable } from '../../assessments/working-table.js';
import { dueText, taskState } from '../../case-tasks/case-task-words.js';
import { writtenText } from '../../notes/note-words.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { SupportFigure } from '../../support-history/support-figure.js';
import { supportEntries } from '../../support-history/support-words.js';
import { answerGroups } from '../answers-summary.js';
import { statusTag } from '../labels.js';

/** Everything on a case that the person may see, on one page, to be printed or kept as a PDF. */
@Component({
  imports: [BackLink, BeforeMain, Button, Loading, ProblemMessage, SummaryList, SupportFigure, WorkingTable],
  template: `
    <ui-back-link *appBeforeMain [link]="'/referrals/' + referralId()" text="Back to the case" />
    @if (copy.hasValue()) {
      <h1 class="govuk-heading-l">Case {{ copy.value().referral.reference }}</h1>
      <p class="govuk-body">
        Made on {{ instant(copy.value().printedAt) }} by {{ copy.value().printedByName }}. Confidential: it holds what
        you may see of the case. That you made it is recorded.
      </p>
      <button ui-button type="button" class="govuk-!-display-none-print" (click)="print()">Print this page</button>
      <ui-summary-list cardHeading="The case" [rows]="facts()" />
      @for (group of groups(); track group.heading) {
        <ui-summary-list [cardHeading]="group.heading" [rows]="group.rows" />
      }
      @if (hasSupport()) {
        <h2 class="govuk-heading-m">Support so far</h2>
        <app-support-figure [history]="copy.value().supportHistory" />
      }
      @for (assessment of copy.value().assessments; track assessment.id) {
        <ui-summary-list [cardHeading]="headingOf(assessment)" [rows]="rowsOf(assessment)" />
        <app-working-table [working]="assessment.working" [rateCardName]="assessment.rateCardName" />
      }
      @for (review of reviews(); track review.heading) {
        <ui-summary-list [cardHeading]="review.heading" [rows]="review.rows" />
      }
      @if (copy.value().notes.length > 0) {
        <h2 class="govuk-heading-m">Notes</h2>
        @for (note of copy.value().notes; track note.id) {
          <div class="app-note">
            <p class="govuk-body-s app-note__byline">{{ bylineOf(note) }}</p>
            <p class="govuk-body app-note__text">{{ note.text }}</p>
          </div>
        }
      }
      @if (copy.value().caseTasks.length > 0) {
        <ui-summary-list cardHeading="Tasks" [rows]="tasks()" />
      }
      <ui-summary-list cardHeading="What has happened" [rows]="events()" />
    } @else if (copy.error(); as error) {
      <app-problem [error]="error" (tryAgain)="copy.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class PrintCasePage {
  readonly referralId = input.required<string>();

  protected readonly copy = printCaseResource(this.referralId);
  private readonly value = computed<CasePrint | undefined>(() =>
    this.copy.hasValue() ? this.copy.value() : undefined,
  );
  protected readonly instant = instantText;

  protected readonly facts = computed<readonly SummaryRow[]>(() => {
    const copy = this.value();
    if (!copy) return [];
    const { referral, people } = copy;
    return [
      { key: 'Pupil', value: referral.pupilName },
      { key: 'School', value: referral.school.name },
      { key: 'Year', value: referral.ncYear === null ? '' : ncYearLabel(referral.ncYear) },
      { key: 'Primary need', value: referral.primaryNeed === null ? '' : senTypeLabel(referral.primaryNeed) },
      { key: 'Status', value: statusTag(referral.status).text },
      { key: 'Next step', value: referral.nextStep.text },
      { key: 'Panel', value: people.panelHeldOn === null ? 'None yet' : dayText(people.panelHeldOn) },
      { key: 'Who works on it', value: people.items.map(personText) },
    ];
  });
  protected readonly groups = computed(() => {
    const copy = this.value();
    return copy ? answerGroups(copy.referral.sections) : [];
  });
  protected readonly hasSupport = computed(() => {
    const copy = this.value();
    return copy !== undefined && supportEntries(copy.supportHistory).length > 0;
  });
  protected readonly reviews = computed(() =>
    (this.value()?.reviews ?? []).map((review) => ({
      heading: `Review of ${dayText(review.reviewedOn)}`,
      rows: [
        { key: 'Outcome', value: outcomeCategoryLabel(review.outcomeCategory) },
        { key: 'Note', value: review.note },
      ],
    })),
  );
  protected readonly tasks = computed<readonly SummaryRow[]>(() =>
    (this.value()?.caseTasks ?? []).map((task) => ({ key: task.title, value: taskLines(task) })),
  );
  protected readonly events = computed<readonly SummaryRow[]>(() =>
    (this.value()?.events ?? []).map(({ at, summary, actorName }) => ({
      key: instantText(at),
      value: `${summary}, by ${actorName}`,
    })),
  );

  protected headingOf({ number, assessedOn }: Assessment): string {
    return `Assessment ${number}, ${dayText(assessedOn)}`;
  }

  protected rowsOf(assessment: Assessment): readonly SummaryRow[] {
    return [
      ...judgementFacts(assessment),
      { key: 'Annual value', value: formatPounds(assessment.annualValuePence) },
      { key: 'Rationale', value: assessment.rationale },
      ...evidenceFacts(assessment),
      { key: 'Assessed by', value: assessment.assessedByName },
    ];
  }

  protected bylineOf(note: Note): string {
    return `${noteVisibilityLabel(note.visibility)}: ${writtenText(note)}`;
  }

  protected print(): void {
    window.print();
  }
}

function personText({ name, role, organisationName }: CasePerson): string {
  return [name, roleLabel(role), organisationName].filter((part) => part !== null).join(', ');
}

function taskLines(task: CaseTask): readonly string[] {
  return [taskState(task).text, dueText(task), task.assigneeName];
}
