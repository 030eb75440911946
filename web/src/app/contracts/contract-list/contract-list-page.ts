import { Component, computed } from '@angular/core';
import type { ContractListItem } from '@panel/api-client';
import { listContractsResource } from '@panel/api-client/contracts/contracts.resource';
import { formatPounds } from '@panel/money';
import { Breadcrumbs, dayText, Table, type TableColumn } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { capacityText, unitName } from '../contract-words.js';

@Component({
  imports: [BeforeMain, Breadcrumbs, Loading, ProblemMessage, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (contracts.hasValue()) {
      <h1 class="govuk-heading-l">Contracts</h1>
      @if (rows().length > 0) {
        <ui-table
          caption="Contracts"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="rows()"
          [rowKey]="idOf"
        />
      } @else {
        <p class="govuk-body">There are no contracts yet.</p>
      }
    } @else if (contracts.error(); as error) {
      <app-problem [error]="error" (tryAgain)="contracts.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ContractListPage {
  protected readonly breadcrumbs = [{ text: 'Start', link: '/' }, { text: 'Contracts' }];
  protected readonly contracts = listContractsResource();
  protected readonly rows = computed(() => (this.contracts.hasValue() ? this.contracts.value().items : []));
  protected readonly columns: readonly TableColumn<ContractListItem>[] = [
    { key: 'title', text: 'Contract', value: ({ title }) => title, link: ({ id }) => `/contracts/${id}` },
    { key: 'provider', text: 'Provider', value: ({ providerName }) => providerName },
    { key: 'dates', text: 'Dates', value: ({ startsOn, endsOn }) => `${dayText(startsOn)} to ${dayText(endsOn)}` },
    { key: 'capacity', text: 'Capacity', value: (row) => `${capacityText(row)} (${formatPounds(row.leftPence)})` },
    {
      key: 'unitPrice',
      text: 'Unit price',
      value: ({ unitPricePence, capacityUnit }) => `${formatPounds(unitPricePence)} a ${unitName(capacityUnit)}`,
      isNumeric: true,
    },
    { key: 'value', text: 'Value', value: ({ valuePence }) => formatPounds(valuePence), isNumeric: true },
  ];

  protected readonly idOf = ({ id }: ContractListItem): string => id;
}
