import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Analysis } from '@panel/api-client';
import { listAnalysesResource } from '@panel/api-client/analyses/analyses.resource';
import { analysisStatusDisplay } from '@panel/case-rules';
import { Breadcrumbs, Button, Cell, instantText, Table, type TableColumn } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { periodText } from '../analysis-words.js';

/** All analysis runs. Amounts stand only on the page of a run, where their split is. */
@Component({
  selector: 'app-analysis-list-page',
  imports: [BeforeMain, Breadcrumbs, Button, Cell, Loading, ProblemMessage, RouterLink, StatusTag, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (analyses.hasValue()) {
      <h1 class="govuk-heading-l">Cost-avoidance analyses</h1>
      <p class="govuk-body">
        An analysis takes the children reviewed in a period and puts a yearly value on the support they would have
        needed.
      </p>
      <a ui-button routerLink="/analyses/new">Start an analysis</a>
      @if (rows().length > 0) {
        <ui-table
          caption="Analyses"
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
        <p class="govuk-body">No analysis has been started yet.</p>
      }
    } @else if (analyses.error(); as error) {
      <app-problem [error]="error" (tryAgain)="analyses.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AnalysisListPage {
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Analyses' }];
  protected readonly analyses = listAnalysesResource();
  protected readonly rows = computed(() => (this.analyses.hasValue() ? this.analyses.value().items : []));
  protected readonly columns: readonly TableColumn<Analysis>[] = [
    { key: 'period', text: 'Children reviewed from', value: periodText, link: ({ id }) => `/analyses/${id}` },
    { key: 'status', text: 'Status', value: ({ status }) => analysisStatusDisplay(status).label },
    { key: 'rateCard', text: 'Rate card', value: ({ rateCard }) => rateCard.name },
    { key: 'queuedAt', text: 'Started', value: ({ queuedAt }) => instantText(queuedAt) },
  ];

  protected readonly idOf = ({ id }: Analysis): string => id;
  protected readonly statusOf = ({ status }: Analysis) => analysisStatusDisplay(status);
}
