import { Component, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { EhcDecision, EhcFacts, RecordEhcFacts } from '@panel/api-client';
import { readEhcFactsResource } from '@panel/api-client/outcomes/outcomes.resource';
import { OutcomesService } from '@panel/api-client/outcomes/outcomes.service';
import { readTypedDate } from '@panel/reference';
import { MAX_WEEKLY_HOURS_HUNDREDTHS, toHoursHundredths } from '@panel/risk';
import {
  BackLink,
  Button,
  DateInput,
  dateValue,
  dateParts,
  ErrorSummary,
  NotificationBanner,
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
import { toProblem } from '../shell/problem.js';
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
    NotificationBanner,
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
          @if (theirs()) {
            <ui-notification-banner>
              <p class="govuk-notification-banner__heading">Somebody else has changed these facts.</p>
              <p class="govuk-body">
                What you have typed is still here, but it is not saved. Whose facts do you want to keep?
              </p>
              <div class="govuk-button-group">
                <button ui-button type="button" (click)="useTheirs()">Load theirs instead of mine</button>
                <button ui-button type="button" kind="secondary" (click)="keepMine()">Save mine over theirs</button>
              </div>
            </ui-notification-banner>
          }
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
  private readonly problems = inject(FormProblems);
  protected readonly submission = new Submission();
  protected readonly facts = readEhcFactsResource(this.referralId);
  protected readonly decisions: readonly Option<EhcDecision | ''>[] = [
    { value: '', text: 'No decision yet' },
    ...ehcDecisions,
  ];
  private readonly answers = signal(nothing);
  private readonly version = linkedSignal(() => (this.facts.hasValue() ? this.facts.value().version : 0));
  /** What somebody else recorded while this page was open. */
  protected readonly theirs = signal<EhcFacts | undefined>(undefined);
  protected readonly form = form(this.answers, (path) => {
    validate(path.requestedOn, ({ value }) => optionalDate(value(), 'the date of the request'));
    validate(path.decidedOn, ({ value }) => optionalDate(value(), 'the date of the decision'));
    validate(path.planIssuedOn, ({ value }) => optionalDate(value(), 'the date of the plan'));
    validate(path.weeklyHours, ({ value }) =>
      value().trim() !== '' && !isHours(value())
        ? mistake('Hours a week must be a number from 0 to 40, with at most two decimal places')
        : undefined,
    );
  });

  constructor() {
    effect(() => {
      if (this.facts.hasValue()) this.answers.set(answersOf(this.facts.value()));
    });
  }

  protected async record(event?: Event): Promise<void> {
    event?.preventDefault();
    const isSaved = await this.submission.run(this.form, () => this.send());
    if (isSaved) {
      await this.router.navigateByUrl(`/referrals/${this.referralId()}/reviews`, doneState('EHC facts saved'));
    }
  }

  protected useTheirs(): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.answers.set(answersOf(theirs));
    this.takeUp(theirs);
  }

  protected async keepMine(): Promise<void> {
    const theirs = this.theirs();
    if (!theirs) return;
    this.takeUp(theirs);
    await this.record();
  }

  private takeUp({ version }: EhcFacts): void {
    this.version.set(version);
    this.theirs.set(undefined);
    this.problems.clear();
  }

  private async send(): Promise<void> {
    const id = this.referralId();
    try {
      await firstValueFrom(this.service.recordEhcFacts(id, this.body(), this.submission.changing(this.version())));
    } catch (error) {
      if (toProblem(error).status === 412) this.theirs.set(await firstValueFrom(this.service.readEhcFacts(id)));
      throw error;
    }
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

/** Recorded facts as they are typed. */
function answersOf({ requestedOn, decidedOn, decision, planIssuedOn, weeklyHours }: EhcFacts): FactsAnswers {
  const typed = (day: string | null) => (day === null ? '' : dateValue(dateParts(day)));
  return {
    requestedOn: typed(requestedOn),
    decidedOn: typed(decidedOn),
    decision: decision ?? '',
    planIssuedOn: typed(planIssuedOn),
    weeklyHours: weeklyHours === null ? '' : String(weeklyHours),
  };
}

function isHours(text: string): boolean {
  const hundredths = toHoursHundredths(text);
  return hundredths !== null && hundredths <= MAX_WEEKLY_HOURS_HUNDREDTHS;
}
