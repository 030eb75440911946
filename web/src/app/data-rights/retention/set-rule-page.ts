import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listRetentionRulesResource } from '@panel/api-client/retention/retention.resource';
import { RetentionService } from '@panel/api-client/retention/retention.service';
import { BackLink, Button, ErrorSummary, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake, typedWholeNumber } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { startText } from './retention-words.js';

/** The period of one class: a new version, with where it comes from. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, Textarea, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/retention" text="Back to retention" />
    @if (rule(); as rule) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change a retention period</h1>
          <p class="govuk-body">{{ rule.label }}: kept from {{ from() }} for this long.</p>
          <form novalidate (submit)="save($event)">
            <ui-input
              id="months"
              label="Months"
              labelSize="s"
              hint="Twelve for each year"
              inputmode="numeric"
              [width]="4"
              [formField]="form.months"
              [error]="submission.errorOf('months')"
            />
            <ui-input
              id="days"
              label="Days, in addition"
              labelSize="s"
              inputmode="numeric"
              [width]="4"
              [formField]="form.days"
              [error]="submission.errorOf('days')"
            />
            <ui-textarea
              id="source"
              label="Where does this period come from?"
              labelSize="s"
              hint="A law, a schedule, or a decision of the information governance board"
              [characterLimit]="500"
              [formField]="form.source"
              [error]="submission.errorOf('source')"
            />
            <button ui-button preventDoubleClick>Save as version {{ rule.version + 1 }}</button>
          </form>
        </div>
      </div>
    } @else if (rules.error(); as error) {
      <app-problem [error]="error" (tryAgain)="rules.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class SetRulePage {
  readonly recordClass = input.required<string>();

  private readonly service = inject(RetentionService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly rules = listRetentionRulesResource();
  protected readonly rule = computed(() =>
    (this.rules.hasValue() ? this.rules.value().items : []).find((rule) => rule.recordClass === this.recordClass()),
  );
  protected readonly from = computed(() => startText(this.rule()?.startsAt ?? ''));
  private readonly answers = signal({ months: '', days: '', source: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.months, ({ value }) => wholeNumberMistake(value(), 'Months'));
    validate(path.days, ({ value }) => wholeNumberMistake(value(), 'Days'));
    validate(path.source, ({ value }) =>
      value().trim() === '' ? mistake('Enter where the period comes from') : undefined,
    );
  });

  constructor() {
    effect(() => {
      const rule = this.rule();
      if (rule) this.answers.set({ months: String(rule.months), days: String(rule.days), source: '' });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const rule = this.rule();
    if (!rule) return;
    const isSaved = await this.submission.run(this.form, () => {
      const { months, days, source } = this.answers();
      const body = { months: typedWholeNumber(months) ?? 0, days: typedWholeNumber(days) ?? 0, source: source.trim() };
      const sent = this.submission.changing(rule.version);
      return firstValueFrom(this.service.setRetentionRule(this.recordClass(), body, sent));
    });
    if (isSaved) await this.router.navigateByUrl('/retention', { info: 'Retention period saved' });
  }
}

function wholeNumberMistake(text: string, name: string) {
  return typedWholeNumber(text) === undefined ? mistake(`${name} must be a whole number, such as 0 or 36`) : undefined;
}
