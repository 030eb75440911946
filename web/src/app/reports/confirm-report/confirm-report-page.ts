import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { readReportResource } from '@panel/api-client/reports/reports.resource';
import { ReportsService } from '@panel/api-client/reports/reports.service';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { periodText } from '../../analyses/analysis-words.js';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

const words = {
  approve: {
    heading: 'Approve this report',
    text: 'You confirm that the Board accepts these figures. The coordinator can then publish the report.',
    button: 'Approve the report',
    done: 'Report approved',
  },
  publish: {
    heading: 'Publish this report',
    text: 'A published report is never changed. A later one can take its place.',
    button: 'Publish the report',
    done: 'Report published',
  },
} as const;

/** "Are you sure" before a report is approved or published; `verb` comes with the route. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain text="Back to the report" [link]="link()" />
    @if (report.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ words().heading }}</h1>
          <p class="govuk-body">{{ report.value().title }}, children reviewed {{ period() }}.</p>
          <p class="govuk-body">{{ words().text }}</p>
          <app-confirm-form
            [text]="words().button"
            [cancelLink]="link()"
            (confirmed)="confirm(report.value().version)"
          />
        </div>
      </div>
    } @else if (report.error(); as error) {
      <app-problem [error]="error" (tryAgain)="report.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConfirmReportPage {
  private readonly service = inject(ReportsService);
  private readonly router = inject(Router);
  readonly reportId = input.required<string>();
  readonly verb = input.required<'approve' | 'publish'>();

  protected readonly submission = new Submission();
  protected readonly report = readReportResource(this.reportId);
  protected readonly words = computed(() => words[this.verb()]);
  protected readonly link = computed(() => `/reports/${this.reportId()}`);
  protected readonly period = computed(() => (this.report.hasValue() ? periodText(this.report.value()) : ''));

  protected async confirm(version: number): Promise<void> {
    const options = this.submission.changing(version);
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(
        this.verb() === 'approve'
          ? this.service.approveReport(this.reportId(), options)
          : this.service.publishReport(this.reportId(), options),
      ),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: this.words().done });
    else this.report.reload();
  }
}
