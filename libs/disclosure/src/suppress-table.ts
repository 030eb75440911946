import { type Amount, amount, type Network, protect } from './protect.js';
import { assertCounts, type ThresholdOptions, thresholdOf } from './threshold.js';

export interface SuppressedTable {
  /** As given; null is hidden. */
  readonly cells: (number | null)[][];
  readonly rowTotals: (number | null)[];
  readonly columnTotals: (number | null)[];
  readonly total: number | null;
}

/**
 * A two-way table with its totals, such that no small count, total included, can be read or worked out from rows, columns or
 * any combination of them (docs/methodology/disclosure.md). Shown values are exact. Totals are hidden only where hiding cells
 * is not enough.
 *
 * @throws RangeError when rows differ in length, a value is not a count or the threshold is not allowed.
 */
export function suppressTable(rows: readonly (readonly number[])[], options: ThresholdOptions = {}): SuppressedTable {
  const threshold = thresholdOf(options);
  const width = rows[0]?.length ?? 0;
  for (const row of rows) {
    if (row.length !== width) throw new RangeError('The rows differ in length');
    assertCounts(row);
  }
  const table = tableNetwork(rows, width);
  protect(table.network, threshold, 'hide_if_needed');
  const shown = ({ value, isHidden }: Amount): number | null => (isHidden ? null : value);
  return {
    cells: table.cells.map((row) => row.map(shown)),
    rowTotals: table.rowTotals.map(shown),
    columnTotals: table.columnTotals.map(shown),
    total: shown(table.total),
  };
}

interface TableNetwork {
  readonly network: Network;
  readonly cells: Amount[][];
  readonly rowTotals: Amount[];
  readonly columnTotals: Amount[];
  readonly total: Amount;
}

/**
 * Every row and column (the totals' own row and column too) is an equation and so a node. Cells lead from rows to columns, row
 * totals from the totals' column to rows, column totals from columns to the totals' row, the grand total from the totals' row to
 * the totals' column. Then a change of the table that respects all totals is a closed walk.
 */
function tableNetwork(rows: readonly (readonly number[])[], width: number): TableNetwork {
  const totalsRow = rows.length;
  const firstColumn = totalsRow + 1;
  const totalsColumn = firstColumn + width;
  const cells = rows.map((row, r) => row.map((count, c) => amount(r, firstColumn + c, count, false)));
  const rowTotals = cells.map((row, r) => amount(totalsColumn, r, sumOf(row), true));
  const columns = Array.from({ length: width }, (_, c) => cells.flatMap((row) => row.slice(c, c + 1)));
  const columnTotals = columns.map((column, c) => amount(firstColumn + c, totalsRow, sumOf(column), true));
  const total = amount(totalsRow, totalsColumn, sumOf(rowTotals), true);
  assertCounts([total.value]);
  return {
    network: {
      nodes: totalsColumn + 1,
      amounts: [...cells.flat(), ...rowTotals, ...columnTotals, total],
      lines: [
        ...rowTotals.map((rowTotal, r) => ({ cells: cells[r] ?? [], total: rowTotal })),
        ...columnTotals.map((columnTotal, c) => ({ cells: columns[c] ?? [], total: columnTotal })),
        { cells: rowTotals, total },
        { cells: columnTotals, total },
      ],
    },
    cells,
    rowTotals,
    columnTotals,
    total,
  };
}

function sumOf(amounts: readonly Amount[]): number {
  return amounts.reduce((sum, { value }) => sum + value, 0);
}
