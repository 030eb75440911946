import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { EhcDecision, RecordEhcFacts } from '@panel/api-client';
import { readEhcFactsResource } from '@panel/api-client/outcomes/outcomes.resource';
import { OutcomesService } from '@panel/api-client/outcomes/outcomes.service';
import { readTypedDate } from '@panel/reference';
import { toHoursHundredths } from '@panel/risk';
import {
  BackLink,
  Button,
  DateInput,
  dateValue,
  dateParts,
  ErrorSummary,
  type Option,
  Radios,
  TextInput,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { dateMistake, mistake, typedDate } from '../home/page/form-mistakes.js';
import { Submission } from '../home/page/submission.js';
import { doneState } from '../referrals/case/done-message.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { ehcDecisions } from './outcome-words.js';

interface FactsAnswers {
  readonly requestedOn: string;
  readonly decidedOn: string;
  readonly decision: EhcDecision | '';
  readonly planIssuedOn: string;
  readonly weeklyHours: string;
}

const nothing: FactsAnswers = { requestedOn: '', decidedOn: '', decision: '', planIssuedOn: '', weeklyHours: '' };

function optionalDate(text: string, what: string) {
  return readTypedDate(text).kind === 'empty' ? undefined : dateMistake(text, what);
}

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
    TextInput,
  ],
  template: `
    <ui-back-link
      *appBeforeMain
      [link]="'/referrals/' + referralId() + '/reviews'"
      text="Back to reviews and outcomes"
    />
    @if (facts.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">EHC needs assessment: what really happened</h1>
          <p class="govuk-body">Leave empty what has not happened.</p>
          <form novalidate (submit)="record($event)">
            <ui-date-input
              id="requestedOn"
              label="Assessment requested on"
              labelSize="s"
              [formField]="form.requestedOn"
              [error]="submission.errorOf('requestedOn')"
            />
            <ui-date-input
              id="decidedOn"
              label="Decided on"
              labelSize="s"
              [formField]="form.decidedOn"
              [error]="submission.errorOf('decidedOn')"
            />
            <ui-radios
              id="decision"
              label="Decision"
              labelSize="s"
              [options]="decisions"
              [formField]="form.decision"
              [error]="submission.errorOf('decision')"
            />
            <ui-date-input
              id="planIssuedOn"
              label="Plan issued on"
              labelSize="s"
              [formField]="form.planIssuedOn"
              [error]="submission.errorOf('planIssuedOn')"
            />
            <ui-input
              id="weeklyHours"
              label="Teaching assistant hours a week in the plan"
              labelSize="s"
              suffix="hours"
              inputmode="decimal"
              [width]="4"
              [formField]="form.weeklyHours"
              [error]="submission.errorOf('weeklyHours')"
            />
            <button ui-button preventDoubleClick>Save the facts</button>
          </form>
        </div>
      </div>
    } @else if (facts.error(); as error) {
      <app-problem [error]="error" (tryAgain)="facts.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class EhcFactsPage {
  readonly referralId = input.required<string>();

  private readonly service = inject(OutcomesService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly facts = readEhcFactsResource(this.referralId);
  protected readonly decisions: readonly Option<EhcDecision | ''>[] = [
    { value: '', text: 'No decision yet' },
    ...ehcDecisions,
  ];
  private readonly answers = signal(nothing);
  private readonly version = computed(() => (this.facts.hasValue() ? this.facts.value().version : 0));
  protected readonly form = form(this.answers, (path) => {
    validate(path.requestedOn, ({ value }) => optionalDate(value(), 'the date of the request'));
    validate(path.decidedOn, ({ value }) => optionalDate(value(), 'the date of the decision'));
    validate(path.planIssuedOn, ({ value }) => optionalDate(value(), 'the date of the plan'));
    validate(path.weeklyHours, ({ value }) =>
      value().trim() !== '' && toHoursHundredths(value()) === null
        ? mistake('Hours a week must be a number from 0 to 40, with at most two decimal places')
        : undefined,
    );
  });

  constructor() {
    effect(() => {
      if (!this.facts.hasValue()) return;
      const { requestedOn, decidedOn, decision, planIssuedOn, weeklyHours } = this.facts.value();
      const typed = (day: string | null) => (day === null ? '' : dateValue(dateParts(day)));
      this.answers.set({
        requestedOn: typed(requestedOn),
        decidedOn: typed(decidedOn),
        decision: decision ?? '',
        planIssuedOn: typed(planIssuedOn),
        weeklyHours: weeklyHours === null ? '' : String(weeklyHours),
      });
    });
  }

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.submission.run(this.form, () =>
      firstValueFrom(
        this.service.recordEhcFacts(this.referralId(), this.body(), this.submission.changing(this.version())),
      ),
    );
    if (isSaved)
      await this.router.navigateByUrl(`/referrals/${this.referralId()}/reviews`, doneState('EHC facts saved'));
  }

  private body(): RecordEhcFacts {
    const { requestedOn, decidedOn, decision, planIssuedOn, weeklyHours } = this.answers();
    const hundredths = weeklyHours.trim() === '' ? null : toHoursHundredths(weeklyHours);
    return {
      requestedOn: typedDate(requestedOn) || null,
      decidedOn: typedDate(decidedOn) || null,
      decision: decision || null,
      planIssuedOn: typedDate(planIssuedOn) || null,
      weeklyHours: hundredths === null ? null : hundredths / 100,
    };
  }
}
