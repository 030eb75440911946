import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Consultation, RecordConsultation } from '@panel/api-client';
import { SupportHistoryService } from '@panel/api-client/support-history/support-history.service';
import { CONSULTATION_TIMES, LONG_TEXT_MAX } from '@panel/case-rules';
import { BackLink, Button, DateInput, ErrorSummary, Radios, SavedStateStatus, Textarea, TextInput } from '@panel/ui';
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
import { consultationTimes } from './support-words.js';

interface Answers {
  readonly heldOn: string;
  readonly teacherName: string;
  readonly asked: string;
  readonly advice: string;
}

const empty: Answers = { heldOn: '', teacherName: '', asked: '', advice: '' };

/** A consultation of a specialist teacher: a new one, or one that is put right. */
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
    Radios,
    RouterLink,
    SavedStateStatus,
    Textarea,
    TextInput,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the support so far" />
    @if (isNew() || recorded.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ isNew() ? 'Record a consultation' : 'Change a consultation' }}</h1>
          <app-form-draft-notice [draft]="draft" />
          <form novalidate (submit)="save($event)">
            <ui-date-input
              id="heldOn"
              label="When was it?"
              labelSize="s"
              [formField]="form.heldOn"
              [error]="submission.errorOf('heldOn')"
            />
            <ui-input
              id="teacherName"
              label="Which specialist teacher?"
              labelSize="s"
              [spellcheck]="false"
              [formField]="form.teacherName"
              [error]="submission.errorOf('teacherName')"
            />
            <ui-radios
              id="asked"
              label="When were they asked?"
              labelSize="s"
              [options]="times"
              [formField]="form.asked"
              [error]="submission.errorOf('asked')"
            />
            <ui-textarea
              id="advice"
              label="What did they advise?"
              labelSize="s"
              [rows]="6"
              [characterLimit]="longest"
              [formField]="form.advice"
              [error]="submission.errorOf('advice')"
            />
            <ui-saved-state [state]="draft.state()" />
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>Save the consultation</button>
              <a class="govuk-link" [routerLink]="back()">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (recorded.error(); as error) {
      <app-problem [error]="error" (tryAgain)="recorded.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConsultationPage {
  readonly referralId = input.required<string>();
  /** Of the one that is changed; left out for a new one. */
  readonly consultationId = input<string>();

  private readonly service = inject(SupportHistoryService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly times = consultationTimes;
  protected readonly longest = LONG_TEXT_MAX;
  protected readonly isNew = computed(() => this.consultationId() === undefined);
  protected readonly back = computed(() => `/referrals/${this.referralId()}/support-history`);
  protected readonly recorded = rxResource<Consultation, string | undefined>({
    params: () => this.consultationId(),
    stream: ({ params: id }) => this.service.readConsultation(id),
  });
  private readonly answers = linkedSignal<Consultation | undefined, Answers>({
    source: () => (this.recorded.hasValue() ? this.recorded.value() : undefined),
    computation: (found, previous) =>
      found
        ? { heldOn: found.heldOn, teacherName: found.teacherName, asked: found.asked, advice: found.advice }
        : (previous?.value ?? empty),
  });
  protected readonly draft = new FormDraft(
    computed<FormOfCase | undefined>(() => {
      const referralId = this.referralId();
      if (this.isNew()) return { form: 'record_consultation', referralId };
      const found = this.recorded.hasValue() ? this.recorded.value() : undefined;
      return found && { form: 'change_consultation', referralId, subjectId: found.id };
    }),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => {
    validate(path.heldOn, ({ value }) => pastDateMistake(value(), 'the date of the consultation'));
    mustHaveText(path.teacherName, 'Enter the name of the specialist teacher');
    mustNotBeLonger(path.teacherName, 200, 'Name');
    mustHaveText(path.asked, 'Select when the teacher was asked');
    mustHaveText(path.advice, 'Enter what the teacher advised');
    mustNotBeLonger(path.advice, LONG_TEXT_MAX, 'Advice');
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () => {
      const body = bodyOf(this.answers());
      const id = this.consultationId();
      if (id === undefined) {
        return this.draft.sending(() =>
          firstValueFrom(this.service.recordConsultation(this.referralId(), body, this.submission.creating(body))),
        );
      }
      const version = this.recorded.hasValue() ? this.recorded.value().version : 0;
      return this.draft.sending(() =>
        firstValueFrom(this.service.changeConsultation(id, body, this.submission.changing(version))),
      );
    });
    if (isSaved) await this.router.navigateByUrl(this.back(), doneState('Consultation saved'));
  }
}

function bodyOf({ heldOn, teacherName, asked, advice }: Answers): RecordConsultation {
  const time = CONSULTATION_TIMES.find((each) => each === asked);
  if (!time) throw new Error('The form was sent although it has mistakes');
  return { heldOn: typedDate(heldOn), teacherName: teacherName.trim(), asked: time, advice: advice.trim() };
}
