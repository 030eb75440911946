import { suppressTable } from './index.js';

const c = null;

describe('suppressTable', () => {
  it('leaves a table without small counts alone', () => {
    expect(
      suppressTable([
        [10, 0],
        [7, 8],
      ]),
    ).toEqual({
      cells: [
        [10, 0],
        [7, 8],
      ],
      rowTotals: [10, 15],
      columnTotals: [17, 8],
      total: 25,
    });
  });

  it('completes a rectangle of hidden cells, so that neither rows nor columns give one away', () => {
    expect(
      suppressTable([
        [3, 20, 30],
        [20, 12, 40],
        [30, 40, 50],
      ]),
    ).toEqual({
      cells: [
        [c, c, 30],
        [c, c, 40],
        [30, 40, 50],
      ],
      rowTotals: [53, 72, 120],
      columnTotals: [53, 72, 120],
      total: 245,
    });
  });

  it('hides a zero where it would give away a small count', () => {
    // Without the zero hidden, the second row's 20 is what the first column leaves, and the 3 follows.
    const { cells, rowTotals, columnTotals, total } = suppressTable([
      [3, 20],
      [20, 0],
    ]);
    expect(cells).toEqual([
      [c, c],
      [c, c],
    ]);
    expect([rowTotals, columnTotals, total]).toEqual([[23, 20], [23, 20], 43]);
  });

  it('hides totals where hidden cells are not enough', () => {
    expect(suppressTable([[2, 3]])).toEqual({ cells: [[c, c]], rowTotals: [c], columnTotals: [c, c], total: c });
  });

  it('sees through combinations of rows and columns', () => {
    // Each row and column has two hidden cells, yet rows 1 and 2 less columns 1 and 2 would leave a single one.
    const rows = [
      [3, 30, 40, 50],
      [30, 3, 60, 70],
      [40, 60, 3, 80],
      [50, 70, 80, 3],
    ];
    const { cells } = suppressTable(rows);
    for (const line of [...cells, ...rows.map((_, column) => cells.map((row) => row[column]))]) {
      expect(line.filter((value) => value === null).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('protects also the large cell that was hidden to keep small ones from being guessed', () => {
    const { cells, rowTotals, columnTotals } = suppressTable([
      [4, 4, 4, 50],
      [20, 20, 20, 20],
      [30, 30, 30, 30],
    ]);
    expect(rowTotals).toEqual([62, 80, 120]);
    expect(columnTotals).toEqual([54, 54, 54, 100]);
    // 4, 4, 4 behind 12 would be plain, so 50 goes too; alone in its column it would follow from the 100.
    expect(cells[0]).toEqual([c, c, c, c]);
    expect(cells.filter((row) => row[3] === null).length).toBeGreaterThanOrEqual(2);
  });

  it('takes an empty table', () => {
    expect(suppressTable([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
    expect(suppressTable([[], []])).toEqual({ cells: [[], []], rowTotals: [0, 0], columnTotals: [], total: 0 });
  });

  it('refuses ragged rows and what is not a count', () => {
    expect(() => suppressTable([[1, 2], [3]])).toThrow(RangeError);
    expect(() => suppressTable([[-1]])).toThrow(RangeError);
    expect(() => suppressTable([[1]], { threshold: 1 })).toThrow(RangeError);
  });
});
