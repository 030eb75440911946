import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AgencyReport, RecordAgencyReport } from '@panel/api-client';
import { listDocumentsResource } from '@panel/api-client/documents/documents.resource';
import { SupportHistoryService } from '@panel/api-client/support-history/support-history.service';
import { AGENCIES, LONG_TEXT_MAX } from '@panel/case-rules';
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  type Option,
  SavedStateStatus,
  Select,
  Textarea,
  TextInput,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { typedDate } from '../home/page/form-mistakes.js';
import { FormDraft, type FormOfCase } from '../form-drafts/form-draft.js';
import { FormDraftNotice } from '../form-drafts/form-draft-notice.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { mustHaveText, mustNotBeLonger } from '../referrals/required-text.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { pastDateMistake } from './past-date.js';
import { agencyOptions } from './support-words.js';

interface Answers {
  readonly reportedOn: string;
  readonly agency: string;
  readonly title: string;
  readonly summary: string;
  readonly documentId: string;
}

const empty: Answers = { reportedOn: '', agency: '', title: '', summary: '', documentId: '' };

/** A report of another agency: a new one, or one that is put right. Its file is one of the documents of the case. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    DateInput,
    ErrorSummary,
    FormDraftNotice,
    FormField,
    Loading,
    ProblemMessage,
    RouterLink,
    SavedStateStatus,
    Select,
    Textarea,
    TextInput,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the support so far" />
    @if (documents.hasValue() && (isNew() || recorded.hasValue())) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ isNew() ? 'Record a report' : 'Change a report' }}</h1>
          <app-form-draft-notice [draft]="draft" />
          <form novalidate (submit)="save($event)">
            <ui-date-input
              id="reportedOn"
              label="Date of the report"
              labelSize="s"
              [formField]="form.reportedOn"
              [error]="submission.errorOf('reportedOn')"
            />
            <ui-select
              id="agency"
              label="Which agency?"
              labelSize="s"
              [options]="agencies"
              [formField]="form.agency"
              [error]="submission.errorOf('agency')"
            />
            <ui-input
              id="title"
              label="What is it?"
              labelSize="s"
              hint="For example, advice after a visit"
              [formField]="form.title"
              [error]="submission.errorOf('title')"
            />
            <ui-textarea
              id="summary"
              label="What does it say? (optional)"
              labelSize="s"
              [rows]="6"
              [characterLimit]="longest"
              [formField]="form.summary"
              [error]="submission.errorOf('summary')"
            />
            <ui-select
              id="documentId"
              label="Document of this case (optional)"
              labelSize="s"
              hint="Upload the report on the Documents page first, to choose it here"
              [options]="files()"
              [formField]="form.documentId"
              [error]="submission.errorOf('documentId')"
            />
            <ui-saved-state [state]="draft.state()" />
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>Save the report</button>
              <a class="govuk-link" [routerLink]="back()">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (documents.error() ?? recorded.error(); as error) {
      <app-problem [error]="error" (tryAgain)="tryAgain()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AgencyReportPage {
  readonly referralId = input.required<string>();
  /** Of the one that is changed; left out for a new one. */
  readonly agencyReportId = input<string>();

  private readonly service = inject(SupportHistoryService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly agencies = agencyOptions;
  protected readonly longest = LONG_TEXT_MAX;
  protected readonly isNew = computed(() => this.agencyReportId() === undefined);
  protected readonly back = computed(() => `/referrals/${this.referralId()}/support-history`);
  protected readonly documents = listDocumentsResource(this.referralId);
  protected readonly files = computed<readonly Option[]>(() => [
    { value: '', text: 'None' },
    ...(this.documents.hasValue() ? this.documents.value().items : []).map(({ id, current }) => ({
      value: id,
      text: current.fileName,
    })),
  ]);
  protected readonly recorded = rxResource<AgencyReport, string | undefined>({
    params: () => this.agencyReportId(),
    stream: ({ params: id }) => this.service.readAgencyReport(id),
  });
  private readonly answers = linkedSignal<AgencyReport | undefined, Answers>({
    source: () => (this.recorded.hasValue() ? this.recorded.value() : undefined),
    computation: (found, previous) =>
      found
        ? {
            reportedOn: found.reportedOn,
            agency: found.agency,
            title: found.title,
            summary: found.summary,
            documentId: found.documentName === null ? '' : (found.documentId ?? ''),
          }
        : (previous?.value ?? empty),
  });
  protected readonly draft = new FormDraft(
    computed<FormOfCase | undefined>(() => {
      const referralId = this.referralId();
      if (this.isNew()) return { form: 'record_agency_report', referralId };
      const found = this.recorded.hasValue() ? this.recorded.value() : undefined;
      return found && { form: 'change_agency_report', referralId, subjectId: found.id };
    }),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => {
    validate(path.reportedOn, ({ value }) => pastDateMistake(value(), 'the date of the report'));
    mustHaveText(path.agency, 'Choose the agency');
    mustHaveText(path.title, 'Enter what it is');
    mustNotBeLonger(path.title, 200, 'What it is');
    mustNotBeLonger(path.summary, LONG_TEXT_MAX, 'What it says');
  });

  protected tryAgain(): void {
    this.documents.reload();
    this.recorded.reload();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () => {
      const body = bodyOf(this.answers());
      const id = this.agencyReportId();
      if (id === undefined) {
        return this.draft.sending(() =>
          firstValueFrom(this.service.recordAgencyReport(this.referralId(), body, this.submission.creating(body))),
        );
      }
      const version = this.recorded.hasValue() ? this.recorded.value().version : 0;
      return this.draft.sending(() =>
        firstValueFrom(this.service.changeAgencyReport(id, body, this.submission.changing(version))),
      );
    });
    if (isSaved) await this.router.navigateByUrl(this.back(), doneState('Report saved'));
  }
}

function bodyOf({ reportedOn, agency, title, summary, documentId }: Answers): RecordAgencyReport {
  const known = AGENCIES.find((each) => each === agency);
  if (!known) throw new Error('The form was sent although it has mistakes');
  return {
    reportedOn: typedDate(reportedOn),
    agency: known,
    title: title.trim(),
    summary: summary.trim(),
    documentId: documentId || null,
  };
}
