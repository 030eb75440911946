import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { AccessRequestEnd, ProvenIdentityCheck } from '@panel/api-client';
import { readAccessRequestResource } from '@panel/api-client/access-requests/access-requests.resource';
import { AccessRequestsService } from '@panel/api-client/access-requests/access-requests.service';
import { BackLink, Button, DateInput, ErrorSummary, type Option, Radios, Textarea } from '@panel/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { todayInUk } from '../../home/page/today.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { provenChecks } from './access-request-words.js';

export type AccessRequestChange = 'prove-identity' | 'pause' | 'resume' | 'extend' | 'close';

interface ChangeWords {
  readonly heading: string;
  readonly explanation: string;
  readonly button: string;
  readonly done: string;
  /** The id of a field is the name of what the API takes. */
  readonly date?: { readonly id: 'provenOn' | 'pausedOn' | 'resumedOn'; readonly label: string };
  readonly reason?: { readonly id: 'reason' | 'note'; readonly label: string; readonly isOptional: boolean };
}

const words: Readonly<Record<AccessRequestChange, ChangeWords>> = {
  'prove-identity': {
    heading: 'Record that identity is proven',
    explanation: 'The month to answer starts on this day.',
    button: 'Save',
    done: 'Identity recorded',
    date: { id: 'provenOn', label: 'When did the proof arrive?' },
    reason: { id: 'note', label: 'What was seen (optional)', isOptional: true },
  },
  pause: {
    heading: 'Pause the clock for clarification',
    explanation: 'Only where you really need to know more before you can search. The due date moves on with each day.',
    button: 'Pause the clock',
    done: 'The clock is paused',
    date: { id: 'pausedOn', label: 'When was the person asked?' },
    reason: { id: 'reason', label: 'What were they asked?', isOptional: false },
  },
  resume: {
    heading: 'Resume the clock',
    explanation: 'The person has answered.',
    button: 'Resume the clock',
    done: 'The clock runs again',
    date: { id: 'resumedOn', label: 'When did they answer?' },
  },
  extend: {
    heading: 'Extend by two months',
    explanation: 'For complex requests only. Tell the person so, and why, within the first month.',
    button: 'Extend',
    done: 'The time is extended',
    reason: { id: 'reason', label: 'Why is it complex?', isOptional: false },
  },
  close: {
    heading: 'Close without an answer',
    explanation: 'Nothing is released. A pack that was being prepared is deleted.',
    button: 'Close the request',
    done: 'The request is closed',
    reason: { id: 'reason', label: 'Why?', isOptional: false },
  },
};

/** A change of a request that asks for a date, a reason or both. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    DateInput,
    ErrorSummary,
    FormField,
    Loading,
    ProblemMessage,
    Radios,
    Textarea,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the request" />
    @if (request.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ words().heading }}</h1>
          <p class="govuk-body">{{ words().explanation }}</p>
          <form novalidate (submit)="send($event)">
            @if (change() === 'prove-identity') {
              <ui-radios
                id="identityCheck"
                label="How is their identity known?"
                labelSize="s"
                [options]="checks"
                [formField]="form.identityCheck"
                [error]="submission.errorOf('identityCheck')"
              />
            }
            @if (change() === 'close') {
              <ui-radios
                id="outcome"
                label="What happened?"
                labelSize="s"
                [options]="outcomes"
                [formField]="form.outcome"
                [error]="submission.errorOf('outcome')"
              />
            }
            @if (words().date; as date) {
              <ui-date-input
                [id]="date.id"
                [label]="date.label"
                labelSize="s"
                [formField]="form.date"
                [error]="submission.errorOf(date.id) ?? submission.errorOf('date')"
              />
            }
            @if (words().reason; as reason) {
              <ui-textarea
                [id]="reason.id"
                [label]="reason.label"
                labelSize="s"
                [characterLimit]="reason.isOptional ? 500 : 2000"
                [formField]="form.reason"
                [error]="submission.errorOf(reason.id)"
              />
            }
            <button ui-button [kind]="change() === 'close' ? 'warning' : 'primary'" preventDoubleClick>
              {{ words().button }}
            </button>
          </form>
        </div>
      </div>
    } @else if (request.error(); as error) {
      <app-problem [error]="error" (tryAgain)="request.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ChangeAccessRequestPage {
  readonly accessRequestId = input.required<string>();
  /** From the route. */
  readonly change = input.required<AccessRequestChange>();

  private readonly service = inject(AccessRequestsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly request = readAccessRequestResource(this.accessRequestId);
  protected readonly words = computed(() => words[this.change()]);
  protected readonly back = computed(() => `/access-requests/${this.accessRequestId()}`);
  protected readonly checks = provenChecks;
  protected readonly outcomes: readonly Option<AccessRequestEnd>[] = [
    { value: 'withdrawn', text: 'The person withdrew it' },
    {
      value: 'refused',
      text: 'It is refused',
      hint: 'Manifestly unfounded or excessive, or identity was never proven',
    },
  ];
  private readonly answers = signal<{
    readonly date: string;
    readonly reason: string;
    readonly identityCheck: ProvenIdentityCheck | '';
    readonly outcome: AccessRequestEnd | '';
  }>({ date: '', reason: '', identityCheck: '', outcome: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.date, ({ value }) => {
      if (!this.words().date) return undefined;
      const wrong = dateMistake(value(), 'the date');
      if (wrong) return wrong;
      return typedDate(value()) > todayInUk() ? mistake('The date must be today or in the past') : undefined;
    });
    validate(path.reason, ({ value }) => {
      const { reason } = this.words();
      return reason && !reason.isOptional && value().trim() === '' ? mistake('Enter the reason') : undefined;
    });
    validate(path.identityCheck, ({ value }) =>
      this.change() === 'prove-identity' && value() === '' ? mistake('Select how identity is known') : undefined,
    );
    validate(path.outcome, ({ value }) =>
      this.change() === 'close' && value() === '' ? mistake('Select what happened') : undefined,
    );
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.request.hasValue()) return;
    const { version } = this.request.value();
    const isDone = await this.submission.run(this.form, () => firstValueFrom(this.call(version)));
    if (isDone) await this.router.navigateByUrl(this.back(), { info: this.words().done });
  }

  private call(version: number): Observable<unknown> {
    const { date, reason: typed, identityCheck, outcome } = this.answers();
    const [id, sent, reason] = [this.accessRequestId(), this.submission.changing(version), typed.trim()];
    switch (this.change()) {
      case 'prove-identity':
        if (identityCheck === '') break;
        return this.service.proveIdentity(id, { identityCheck, provenOn: typedDate(date), note: reason }, sent);
      case 'pause':
        return this.service.pauseAccessRequest(id, { pausedOn: typedDate(date), reason }, sent);
      case 'resume':
        return this.service.resumeAccessRequest(id, { resumedOn: typedDate(date) }, sent);
      case 'extend':
        return this.service.extendAccessRequest(id, { reason }, sent);
      case 'close':
        if (outcome === '') break;
        return this.service.closeAccessRequest(id, { outcome, reason }, sent);
    }
    throw new Error('The form was sent although it has mistakes');
  }
}
