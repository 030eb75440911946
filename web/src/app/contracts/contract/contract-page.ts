import { Component, computed, input } from '@angular/core';
import type { LedgerEntry } from '@panel/api-client';
import { readContractResource } from '@panel/api-client/contracts/contracts.resource';
import { formatPounds } from '@panel/money';
import { Breadcrumbs, dayText, instantText, SummaryList, type SummaryRow, Table, type TableColumn } from '@panel/ui';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { capacityText, commitmentLabel, unitName } from '../contract-words.js';

/** One contract and its ledger. */
@Component({
  imports: [BeforeMain, Breadcrumbs, Loading, ProblemMessage, SummaryList, Table],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (contract.hasValue()) {
      <h1 class="govuk-heading-l">{{ contract.value().title }}</h1>
      <ui-summary-list [rows]="facts()" />
      <h2 class="govuk-heading-m">Ledger</h2>
      @if (contract.value().ledger.length > 0) {
        <ui-table
          caption="What was given out and given back, the newest first"
          isStacked
          [columns]="columns"
          [rows]="contract.value().ledger"
        />
      } @else {
        <p class="govuk-body">Nothing was given out from this contract yet.</p>
      }
    } @else if (contract.error(); as error) {
      <app-problem [error]="error" (tryAgain)="contract.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ContractPage {
  readonly contractId = input.required<string>();

  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Contracts', link: '/contracts' },
    { text: 'Contract' },
  ];
  protected readonly contract = readContractResource(this.contractId);
  protected readonly facts = computed((): readonly SummaryRow[] => {
    if (!this.contract.hasValue()) return [];
    const contract = this.contract.value();
    return [
      { key: 'Provider', value: contract.providerName },
      { key: 'Service', value: contract.description },
      { key: 'Area', value: contract.area },
      { key: 'Dates', value: `${dayText(contract.startsOn)} to ${dayText(contract.endsOn)}` },
      { key: 'Extensions', value: contract.extensions },
      { key: 'Capacity', value: capacityText(contract) },
      { key: 'Unit price', value: `${formatPounds(contract.unitPricePence)} a ${unitName(contract.capacityUnit)}` },
      { key: 'Value', value: formatPounds(contract.valuePence) },
      { key: 'Committed', value: formatPounds(contract.committedPence) },
      { key: 'Money left', value: formatPounds(contract.leftPence) },
      { key: 'Given out by', value: contract.isAllocatedByPanel ? 'The panel' : 'Not by the panel' },
      { key: 'Oversight', value: contract.oversight },
      { key: 'Reports to', value: contract.reportsTo },
    ];
  });
  protected readonly columns: readonly TableColumn<LedgerEntry>[] = [
    { key: 'at', text: 'When', value: ({ at }) => instantText(at) },
    { key: 'kind', text: 'Entry', value: ({ kind }) => commitmentLabel(kind) },
    { key: 'reference', text: 'Case', isUnbroken: true, value: ({ reference }) => reference || 'Destroyed' },
    { key: 'units', text: 'Units', value: ({ units }) => units.toLocaleString('en-GB'), isNumeric: true },
    { key: 'amount', text: 'Amount', value: ({ amountPence }) => formatPounds(amountPence), isNumeric: true },
  ];
}
