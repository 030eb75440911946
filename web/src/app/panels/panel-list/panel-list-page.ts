import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PanelListItem } from '@panel/api-client';
import { listPanelsResource } from '@panel/api-client/panels/panels.resource';
import { panelStatusDisplay } from '@panel/case-rules';
import { Breadcrumbs, Button, Cell, dayText, Table, type TableColumn } from '@panel/ui';
import { StatusTag } from '../../home/page/status-tag.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

@Component({
  imports: [BeforeMain, Breadcrumbs, Button, Cell, Loading, ProblemMessage, RouterLink, StatusTag, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (panels.hasValue()) {
      <h1 class="govuk-heading-l">Panels</h1>
      @if (session.may('panel:plan')) {
        <a ui-button routerLink="/panels/new">Plan a panel</a>
      }
      @if (rows().length > 0) {
        <ui-table
          caption="Panels"
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
        <p class="govuk-body">No panel is planned yet.</p>
      }
    } @else if (panels.error(); as error) {
      <app-problem [error]="error" (tryAgain)="panels.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class PanelListPage {
  protected readonly session = inject(CurrentSession);
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Panels' }];
  protected readonly panels = listPanelsResource();
  protected readonly rows = computed(() => (this.panels.hasValue() ? this.panels.value().items : []));
  protected readonly columns: readonly TableColumn<PanelListItem>[] = [
    { key: 'heldOn', text: 'Date', value: ({ heldOn }) => dayText(heldOn), link: ({ id }) => `/panels/${id}` },
    { key: 'venue', text: 'Venue', value: ({ venue }) => venue },
    { key: 'status', text: 'Status', value: ({ status }) => panelStatusDisplay(status).label },
    {
      key: 'cases',
      text: 'Decided',
      value: ({ caseCount, decidedCount }) => `${decidedCount} of ${caseCount} ${caseCount === 1 ? 'case' : 'cases'}`,
    },
    { key: 'papers', text: 'Papers published by', value: ({ papersPublishedOn }) => dayText(papersPublishedOn) },
  ];

  protected readonly idOf = ({ id }: PanelListItem): string => id;
  protected readonly statusOf = ({ status }: PanelListItem) => panelStatusDisplay(status);
}
