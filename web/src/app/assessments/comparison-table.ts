import { Component, computed, input } from '@angular/core';
import { Details, Table, type TableColumn } from '@panel/ui';
import type { ComparedAnswer } from './assessment-comparison.js';

/** What changed between two assessments, side by side; what stayed the same waits behind a summary. */
@Component({
  selector: 'app-comparison-table',
  imports: [Details, Table],
  template: `
    @if (changed().length > 0) {
      <ui-table
        [caption]="'What changed since ' + earlierName()"
        captionSize="s"
        isStacked
        firstCellIsHeader
        [columns]="columns()"
        [rows]="changed()"
        [rowKey]="keyOf"
      />
    } @else {
      <p class="govuk-body">Nothing changed since {{ earlierName() }} but, perhaps, the reasons.</p>
    }
    @if (same().length > 0) {
      <ui-details [summary]="'What stayed the same since ' + earlierName()">
        <ui-table
          caption="What stayed the same"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="sameColumns"
          [rows]="same()"
          [rowKey]="keyOf"
        />
      </ui-details>
    }
  `,
})
export class ComparisonTable {
  readonly answers = input.required<readonly ComparedAnswer[]>();
  /** "assessment 1 of 20 November 2026". */
  readonly earlierName = input.required<string>();
  readonly laterName = input('Now');

  protected readonly changed = computed(() => this.answers().filter(({ hasChanged }) => hasChanged));
  protected readonly same = computed(() => this.answers().filter(({ hasChanged }) => !hasChanged));
  protected readonly columns = computed<readonly TableColumn<ComparedAnswer>[]>(() => [
    { key: 'key', text: 'Answer', value: ({ key }) => key },
    { key: 'before', text: 'Before', value: ({ before }) => before },
    { key: 'after', text: this.laterName(), value: ({ after }) => after },
  ]);
  protected readonly sameColumns: readonly TableColumn<ComparedAnswer>[] = [
    { key: 'key', text: 'Answer', value: ({ key }) => key },
    { key: 'after', text: 'Both times', value: ({ after }) => after },
  ];
  protected readonly keyOf = ({ key }: ComparedAnswer): string => key;
}
