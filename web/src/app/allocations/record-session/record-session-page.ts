import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { readAllocationResource } from '@panel/api-client/allocations/allocations.resource';
import { DeliveryService } from '@panel/api-client/delivery/delivery.service';
import { BackLink, Button, DateInput, ErrorSummary, Radios, SavedStateStatus, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { typedDate, typedWholeNumber } from '../../home/page/form-mistakes.js';
import { FormDraft } from '../../form-drafts/form-draft.js';
import { FormDraftNotice } from '../../form-drafts/form-draft-notice.js';
import { Submission } from '../../home/page/submission.js';
import { todayInUk } from '../../home/page/today.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { attendanceOptions } from '../allocation-words.js';
import { noteLimit, type SessionAnswers, sessionSchema } from './record-session-form.js';

/** A session, on a phone in under a minute: the date is today already, and the usual answer comes first. */
@Component({
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
    SavedStateStatus,
    Textarea,
    TextInput,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the allocation" [link]="link()" />
    @if (allocation.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Record a session</h1>
          <p class="govuk-body">{{ allocation.value().pupilName }}, {{ allocation.value().reference }}</p>
          <app-form-draft-notice [draft]="draft" />
          <form novalidate (submit)="record($event)">
            <ui-radios
              id="attendance"
              label="What happened?"
              labelSize="s"
              isSmall
              [options]="attendances"
              [formField]="form.attendance"
              [error]="submission.errorOf('attendance')"
            />
            @if (tookPlace()) {
              <ui-input
                id="minutes"
                label="Minutes"
                labelSize="s"
                inputmode="numeric"
                [width]="4"
                [formField]="form.minutes"
                [error]="submission.errorOf('minutes')"
              />
            }
            <ui-date-input
              id="heldOn"
              label="Date of the session"
              labelSize="s"
              [formField]="form.heldOn"
              [error]="submission.errorOf('heldOn')"
            />
            <ui-textarea
              id="note"
              label="Note (optional)"
              labelSize="s"
              [rows]="3"
              [characterLimit]="noteLimit"
              [formField]="form.note"
              [error]="submission.errorOf('note')"
            />
            <ui-saved-state [state]="draft.state()" />
            <button ui-button>Record the session</button>
          </form>
        </div>
      </div>
    } @else if (allocation.error(); as error) {
      <app-problem [error]="error" (tryAgain)="allocation.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RecordSessionPage {
  private readonly service = inject(DeliveryService);
  private readonly router = inject(Router);
  readonly allocationId = input.required<string>();

  protected readonly attendances = attendanceOptions;
  protected readonly noteLimit = noteLimit;
  protected readonly submission = new Submission();
  protected readonly allocation = readAllocationResource(this.allocationId);
  protected readonly link = computed(() => `/allocations/${this.allocationId()}`);
  private readonly today = todayInUk();
  private readonly answers = signal<SessionAnswers>({ heldOn: this.today, minutes: '', attendance: '', note: '' });
  protected readonly draft = new FormDraft(
    computed(() => ({ form: 'record_session', allocationId: this.allocationId() })),
    this.answers,
  );
  protected readonly form = form(this.answers, (path) => sessionSchema(path, this.today));
  protected readonly tookPlace = computed(() => this.answers().attendance === 'attended');

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    const { heldOn, minutes, attendance, note } = this.answers();
    const isDone = await this.submission.run(this.form, async () => {
      if (attendance === '') return;
      const taken = attendance === 'attended' ? (typedWholeNumber(minutes) ?? 0) : 0;
      const body = { heldOn: typedDate(heldOn), minutes: taken, attendance, note: note.trim() };
      await this.draft.sending(() =>
        firstValueFrom(this.service.recordDeliverySession(this.allocationId(), body, this.submission.creating(body))),
      );
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Session recorded' });
  }
}
