import { signal } from '@angular/core';
import { Tag } from '../content/tag.js';
import { click, elementOf, find, render } from '../testing/render.js';
import { Cell } from './cell.js';
import { Table, type TableColumn, type TableSort } from './table.js';

interface Row {
  readonly name: string;
  readonly count: number;
}

const columns: readonly TableColumn<Row>[] = [
  {
    key: 'name',
    text: 'Name',
    value: ({ name }) => name,
    link: ({ name }) => `/rows/${name}?from=list`,
    isSortable: true,
  },
  { key: 'count', text: 'Count', value: ({ count }) => String(count), isNumeric: true },
];
const rows: readonly Row[] = [
  { name: 'Ada', count: 3 },
  { name: 'Bo', count: 1 },
];

describe('the table', () => {
  it('links a cell to an address with a query string', async () => {
    const template = '<ui-table caption="Rows" [columns]="columns" [rows]="rows" />';
    const fixture = await render(template, [Table], { columns, rows });
    expect([...elementOf(fixture).querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/rows/Ada?from=list',
      '/rows/Bo?from=list',
    ]);
  });

  it('shows own content in a cell', async () => {
    const template = `<ui-table caption="Rows" [columns]="columns" [rows]="rows">
      <ng-template uiCell="count" [uiCellOf]="rows" let-row><ui-tag [text]="'n=' + row.count" /></ng-template>
    </ui-table>`;
    const fixture = await render(template, [Cell, Table, Tag], { columns, rows });
    expect([...elementOf(fixture).querySelectorAll('.govuk-tag')].map((tag) => tag.textContent)).toEqual([
      'n=3',
      'n=1',
    ]);
  });

  it('says how it is sorted and asks for the other direction', async () => {
    const sort = signal<TableSort | undefined>(undefined);
    const fixture = await render(
      '<ui-table caption="Rows" [columns]="columns" [rows]="rows" [sort]="sort()" (sorted)="sort.set($event)" />',
      [Table],
      { columns, rows, sort },
    );
    const ariaSort = (): string | null => find(fixture, 'th:first-child').getAttribute('aria-sort');
    expect(ariaSort()).toBe('none');
    await click(fixture, 'th button');
    expect(ariaSort()).toBe('ascending');
    await click(fixture, 'th button');
    expect(ariaSort()).toBe('descending');
    expect(find(fixture, 'th:last-child').hasAttribute('aria-sort')).toBe(false);
  });

  it('stays a table for a screen reader when its rows become cards', async () => {
    const template = '<ui-table caption="Rows" [columns]="columns" [rows]="rows" isStacked firstCellIsHeader />';
    const fixture = await render(template, [Table], { columns, rows });
    expect(elementOf(fixture).querySelectorAll('[role=row]')).toHaveLength(3);
    expect(elementOf(fixture).querySelectorAll('[role=rowheader]')).toHaveLength(2);
    expect(elementOf(fixture).querySelector('td')?.getAttribute('data-label')).toBe('Count');
  });
});
