import { Component, computed } from '@angular/core';
import type { ReportSummary } from '@panel/api-client';
import { listReportsResource } from '@panel/api-client/reports/reports.resource';
import { reportStatusDisplay } from '@panel/case-rules';
import { Breadcrumbs, Cell, instantText, Table, type TableColumn } from '@panel/ui';
import { periodText } from '../../analyses/analysis-words.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

@Component({
  imports: [BeforeMain, Breadcrumbs, Cell, Loading, ProblemMessage, StatusTag, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (reports.hasValue()) {
      <h1 class="govuk-heading-l">Reports</h1>
      @if (rows().length > 0) {
        <ui-table
          caption="Reports"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="rows()"
          [rowKey]="idOf"
        >
          <ng-template uiCell="status" [uiCellOf]="rows()" let-row>
            <app-status-tag [display]="statusOf(row)" />
          </ng-template>
        </ui-table>
      } @else {
        <p class="govuk-body">There are no reports yet. The coordinator drafts one from an analysis.</p>
      }
    } @else if (reports.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reports.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ReportListPage {
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Reports' }];
  protected readonly reports = listReportsResource();
  protected readonly rows = computed(() => (this.reports.hasValue() ? this.reports.value().items : []));
  protected readonly columns: readonly TableColumn<ReportSummary>[] = [
    { key: 'title', text: 'Report', value: ({ title }) => title, link: ({ id }) => `/reports/${id}` },
    { key: 'period', text: 'Period', value: periodText },
    { key: 'status', text: 'Status', value: ({ status }) => reportStatusDisplay(status).label },
    {
      key: 'publishedAt',
      text: 'Published',
      value: ({ publishedAt }) => (publishedAt ? instantText(publishedAt) : 'Not yet'),
    },
  ];

  protected readonly idOf = ({ id }: ReportSummary): string => id;
  protected readonly statusOf = ({ status }: ReportSummary) => reportStatusDisplay(status);
}
