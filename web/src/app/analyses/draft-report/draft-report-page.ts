import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { ReportsService } from '@panel/api-client/reports/reports.service';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

const titleLimit = 200;

@Component({
  selector: 'app-draft-report-page',
  imports: [BeforeMain, BackLink, Button, ErrorSummary, FormField, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="'/analyses/' + analysisId()" text="Back to the analysis" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Draft a report for the Board</h1>
        <p class="govuk-body">
          The report takes its figures from this analysis. Small numbers are hidden, and no child is in it. A Board
          member approves it before it is published.
        </p>
        <form novalidate (submit)="draft($event)">
          <ui-input
            id="title"
            label="Title of the report"
            labelSize="m"
            hint="For example, Impact of the partnership, autumn term 2021"
            [formField]="form.title"
            [error]="submission.errorOf('title')"
          />
          <button ui-button>Draft the report</button>
        </form>
      </div>
    </div>
  `,
})
export class DraftReportPage {
  private readonly service = inject(ReportsService);
  private readonly router = inject(Router);
  readonly analysisId = input.required<string>();
  protected readonly submission = new Submission();
  private readonly answers = signal({ title: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.title, ({ value }) => {
      if (value().trim() === '') return mistake('Enter a title for the report');
      return value().length > titleLimit ? mistake(`Title must be ${titleLimit} characters or less`) : undefined;
    });
  });

  protected async draft(event: Event): Promise<void> {
    event.preventDefault();
    const body = { analysisId: this.analysisId(), title: this.answers().title.trim() };
    await this.submission.run(this.form, async () => {
      const { id } = await firstValueFrom(this.service.draftReport(body, this.submission.creating(body)));
      await this.router.navigateByUrl(`/reports/${id}`);
    });
  }
}
