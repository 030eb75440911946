import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Report } from '@panel/api-client';
import { readReportResource } from '@panel/api-client/reports/reports.resource';
import { reportStatusDisplay } from '@panel/case-rules';
import { Breadcrumbs, Button, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { periodText } from '../../analyses/analysis-words.js';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { ReportContentPart } from './report-content.js';

/** What the Board sees, on the screen and on paper: figures and tables, no child and no count of one to four. */
@Component({
  imports: [
    BeforeMain,
    Breadcrumbs,
    Button,
    JustDone,
    Loading,
    ProblemMessage,
    ReportContentPart,
    RouterLink,
    StatusTag,
    SummaryList,
  ],
  template: `
    <ui-breadcrumbs *appBeforeMain class="govuk-!-display-none-print" [items]="breadcrumbs" />
    @if (report.hasValue()) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">{{ report.value().title }}</h1>
      <p class="govuk-body"><app-status-tag [display]="statusOf(report.value())" /></p>
      <ui-summary-list [rows]="facts()" />
      <div class="govuk-button-group govuk-!-display-none-print">
        @if (report.value().availableVerbs.includes('approve')) {
          <a ui-button [routerLink]="linkTo('approve')">Approve this report</a>
        }
        @if (report.value().availableVerbs.includes('publish')) {
          <a ui-button [routerLink]="linkTo('publish')">Publish this report</a>
        }
        <button ui-button kind="secondary" type="button" (click)="print()">Print this report</button>
      </div>
      <app-report-content [content]="report.value().content" />
      <p class="govuk-body-s">Fingerprint of the content (SHA-256): {{ fingerprint() }}</p>
    } @else if (report.error(); as error) {
      <app-problem [error]="error" (tryAgain)="report.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ReportPage {
  readonly reportId = input.required<string>();

  protected readonly done = justDone();
  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Reports', link: '/reports' },
    { text: 'Report' },
  ];
  protected readonly report = readReportResource(this.reportId);
  protected readonly facts = computed((): readonly SummaryRow[] => {
    if (!this.report.hasValue()) return [];
    const report = this.report.value();
    return [
      { key: 'Period', value: periodText(report) },
      { key: 'Drafted by', value: `${report.draftedByName}, ${instantText(report.draftedAt)}` },
      { key: 'Approved by', value: report.approvedByName ?? 'Not yet approved' },
      { key: 'Published', value: report.publishedAt ? instantText(report.publishedAt) : 'Not yet published' },
    ];
  });
  /** In groups, so that it breaks on a narrow screen. */
  protected readonly fingerprint = computed(() =>
    this.report.hasValue() ? this.report.value().contentHash.replace(/(.{8})(?=.)/g, '$1 ') : '',
  );

  protected readonly statusOf = ({ status }: Report) => reportStatusDisplay(status);

  protected linkTo(verb: string): string {
    return `/reports/${this.reportId()}/${verb}`;
  }

  protected print(): void {
    window.print();
  }
}
