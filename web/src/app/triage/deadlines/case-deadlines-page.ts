import { Component, inject, linkedSignal } from '@angular/core';
import { form, FormField, validate, type SchemaPath } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { readCaseDeadlinesResource } from '@panel/api-client/case-deadlines/case-deadlines.resource';
import { CaseDeadlinesService } from '@panel/api-client/case-deadlines/case-deadlines.service';
import { CASE_DEADLINE_BOUNDS } from '@panel/case-rules';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake, typedWholeNumber } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

const { least, most } = CASE_DEADLINE_BOUNDS;

function mustBeWorkingDays(path: SchemaPath<string>): void {
  validate(path, ({ value }) => {
    const days = typedWholeNumber(value());
    return days !== undefined && days >= least && days <= most
      ? undefined
      : mistake(`Enter a whole number of working days from ${least} to ${most}`);
  });
}

const fields = [
  { key: 'triageWorkingDays', label: 'From a submission to your answer' },
  { key: 'returnWorkingDays', label: 'From a return to the school’s answer' },
  { key: 'assessmentWorkingDays', label: 'From acceptance to the assessment of risk' },
  { key: 'readyWorkingDays', label: 'From the assessment to ready for panel' },
] as const;

/** How many working days each step of a case may take. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, RouterLink, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/queue" text="Back to the queue" />
    @if (deadlines.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Deadlines of each step</h1>
          <p class="govuk-body">
            In working days: weekends and bank holidays in England do not count. A change holds for all open cases at
            once.
          </p>
          <form novalidate (submit)="set($event)">
            @for (field of fields; track field.key) {
              <ui-input
                [id]="field.key"
                [label]="field.label"
                suffix="working days"
                inputmode="numeric"
                [width]="3"
                [formField]="form[field.key]"
                [error]="submission.errorOf(field.key)"
              />
            }
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>Save the deadlines</button>
              <a class="govuk-link" routerLink="/queue">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    } @else if (deadlines.error(); as error) {
      <app-problem [error]="error" (tryAgain)="deadlines.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CaseDeadlinesPage {
  private readonly service = inject(CaseDeadlinesService);
  private readonly router = inject(Router);
  protected readonly fields = fields;
  protected readonly submission = new Submission();
  protected readonly deadlines = readCaseDeadlinesResource();
  private readonly answers = linkedSignal(() => {
    const read = this.deadlines.hasValue() ? this.deadlines.value() : undefined;
    return {
      triageWorkingDays: String(read?.triageWorkingDays ?? ''),
      returnWorkingDays: String(read?.returnWorkingDays ?? ''),
      assessmentWorkingDays: String(read?.assessmentWorkingDays ?? ''),
      readyWorkingDays: String(read?.readyWorkingDays ?? ''),
    };
  });
  protected readonly form = form(this.answers, (path) => {
    for (const { key } of fields) mustBeWorkingDays(path[key]);
  });

  protected async set(event: Event): Promise<void> {
    event.preventDefault();
    const version = this.deadlines.value()?.version ?? 0;
    const answers = this.answers();
    const number = (key: keyof typeof answers): number => typedWholeNumber(answers[key]) ?? 0;
    const isDone = await this.submission.run(this.form, async () => {
      const body = {
        triageWorkingDays: number('triageWorkingDays'),
        returnWorkingDays: number('returnWorkingDays'),
        assessmentWorkingDays: number('assessmentWorkingDays'),
        readyWorkingDays: number('readyWorkingDays'),
      };
      await firstValueFrom(this.service.setCaseDeadlines(body, this.submission.changing(version)));
    });
    if (isDone) await this.router.navigateByUrl('/queue?tab=all', { info: 'Deadlines saved' });
  }
}
