import { Component, computed, input } from '@angular/core';
import type { AnnualValueWorking } from '@panel/api-client';
import { Table, type TableColumn } from '@panel/ui';
import { workingLines, type WorkingLine } from './assessment-words.js';

/** How the annual value comes about, line by line. */
@Component({
  selector: 'app-working-table',
  imports: [Table],
  template: `
    <ui-table
      [caption]="caption()"
      captionSize="s"
      isStacked
      firstCellIsHeader
      [columns]="columns"
      [rows]="lines()"
      [rowKey]="keyOf"
    />
  `,
})
export class WorkingTable {
  readonly working = input.required<AnnualValueWorking>();
  readonly rateCardName = input.required<string>();

  protected readonly caption = computed(
    () => `How the annual value comes about, by the rate card “${this.rateCardName()}”`,
  );
  protected readonly lines = computed(() => workingLines(this.working()));
  protected readonly columns: readonly TableColumn<WorkingLine>[] = [
    { key: 'key', text: 'Line', value: ({ key }) => key },
    { key: 'step', text: 'How', value: ({ step }) => step },
    { key: 'amount', text: 'Amount', value: ({ amount }) => amount, isNumeric: true },
  ];
  protected readonly keyOf = ({ key }: WorkingLine): string => key;
}
