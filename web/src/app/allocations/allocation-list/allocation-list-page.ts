import { Component, computed } from '@angular/core';
import type { AllocationListItem } from '@panel/api-client';
import { listAllocationsResource } from '@panel/api-client/allocations/allocations.resource';
import { allocationStatusDisplay } from '@panel/case-rules';
import { Breadcrumbs, Cell, dayText, Table, type TableColumn } from '@panel/ui';
import { unitsText } from '../../contracts/contract-words.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

@Component({
  imports: [BeforeMain, Breadcrumbs, Cell, Loading, ProblemMessage, StatusTag, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (allocations.hasValue()) {
      <h1 class="govuk-heading-l">Allocations</h1>
      @if (rows().length > 0) {
        <ui-table
          caption="Allocations"
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
        <p class="govuk-body">Nothing is allocated yet. When a panel agrees support, it is listed here.</p>
      }
    } @else if (allocations.error(); as error) {
      <app-problem [error]="error" (tryAgain)="allocations.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AllocationListPage {
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Allocations' }];
  protected readonly allocations = listAllocationsResource();
  protected readonly rows = computed(() => (this.allocations.hasValue() ? this.allocations.value().items : []));
  protected readonly columns: readonly TableColumn<AllocationListItem>[] = [
    {
      key: 'reference',
      text: 'Reference',
      isUnbroken: true,
      value: ({ reference }) => reference,
      link: ({ id }) => `/allocations/${id}`,
    },
    { key: 'pupil', text: 'Pupil', value: ({ pupilName }) => pupilName },
    { key: 'school', text: 'School', value: ({ schoolName }) => schoolName },
    {
      key: 'support',
      text: 'Support',
      value: ({ contractTitle, units, unit }) => `${contractTitle}, ${unitsText(units, unit)}`,
    },
    { key: 'status', text: 'Status', value: ({ status }) => allocationStatusDisplay(status).label },
    { key: 'panel', text: 'Panel', value: ({ panelHeldOn }) => dayText(panelHeldOn) },
  ];

  protected readonly idOf = ({ id }: AllocationListItem): string => id;
  protected readonly statusOf = ({ status }: AllocationListItem) => allocationStatusDisplay(status);
}
