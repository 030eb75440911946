/** A published two-way table: null is hidden. Totals follow from the cells. */
export interface PublishedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** What a reader knows: some cells add up to a number. */
interface Equation {
  readonly cells: readonly number[];
  readonly sum: number;
}

/**
 * Whether a table of whole numbers from 0 to `highest` exists that agrees with all that is published and has a given value in
 * one cell: plain trial of every table, sharing no idea with the code under test.
 */
export function couldBe(
  published: PublishedTable,
  cell: { readonly row: number; readonly column: number },
  value: number,
  highest: number,
): boolean {
  const width = published.columnTotals.length;
  const values = published.cells.flat();
  const index = cell.row * width + cell.column;
  const equations = equationsOf(published, width);
  return complete(values.with(index, value), equations, highest);
}

function complete(values: readonly (number | null)[], equations: readonly Equation[], highest: number): boolean {
  for (const { cells, sum } of equations) {
    const known = cells.reduce((total, cell) => total + (values[cell] ?? 0), 0);
    const open = cells.filter((cell) => values[cell] === null).length;
    if (known > sum || known + open * highest < sum) return false;
  }
  // The cell with the fewest open neighbours first: wrong trials end early.
  const next = mostConstrained(values, equations);
  if (next === null) return true;
  for (let value = 0; value <= highest; value += 1) {
    if (complete(values.with(next, value), equations, highest)) return true;
  }
  return false;
}

function mostConstrained(values: readonly (number | null)[], equations: readonly Equation[]): number | null {
  const byOpen = equations
    .map(({ cells }) => cells.filter((cell) => values[cell] === null))
    .filter((open) => open.length > 0)
    .toSorted((a, b) => a.length - b.length);
  // A cell in no equation can be anything.
  return byOpen[0]?.[0] ?? null;
}

function equationsOf({ cells, rowTotals, columnTotals, total }: PublishedTable, width: number): Equation[] {
  const rows = cells.map((_, row) => Array.from({ length: width }, (_unused, column) => row * width + column));
  const columns = Array.from({ length: width }, (_, column) => cells.map((_row, row) => row * width + column));
  const lines = [
    ...rows.map((line, row) => ({ cells: line, sum: rowTotals[row] ?? null })),
    ...columns.map((line, column) => ({ cells: line, sum: columnTotals[column] ?? null })),
    { cells: rows.flat(), sum: total },
  ];
  return lines.flatMap(({ cells: line, sum }) => (sum === null ? [] : [{ cells: line, sum }]));
}
