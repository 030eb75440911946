import fc from 'fast-check';

import { couldBe, type PublishedTable } from './consistent-tables.fixture.js';
import { suppressCounts, suppressCumulative, suppressNested, suppressTable } from './index.js';

const threshold = fc.integer({ min: 3, max: 6 });
const count = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 25 }));
const breakdown = fc.array(count, { minLength: 1, maxLength: 5 });
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([height, width]) =>
    fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Every cell that a reader can narrow down further than the rules allow. */
function findGivenAway(published: PublishedTable, rows: readonly (readonly number[])[], limit: number): string[] {
  const highest = Math.max(...rows.flat()) + 2 * limit;
  const everyValue = Array.from({ length: highest + 1 }, (_, value) => value);
  return rows.flatMap((row, r) =>
    row.flatMap((exact, c) => {
      if (published.cells[r]?.[c] !== null) return [];
      const at = { row: r, column: c };
      const isSmall = exact > 0 && exact < limit;
      const isSafe = isSmall
        ? couldBe(published, at, 2 * limit, highest)
        : everyValue.some((value) => value !== exact && couldBe(published, at, value, highest));
      return isSafe ? [] : [`row ${r}, column ${c}`];
    }),
  );
}

describe('disclosure control', () => {
  it('never lets the reader of a breakdown work out a hidden count', () => {
    fc.assert(
      fc.property(breakdown, threshold, (counts, limit) => {
        const { counts: shown, total } = suppressCounts(counts, { threshold: limit });
        const published = { cells: [shown], rowTotals: [total], columnTotals: counts.map(() => null), total };
        expect(findGivenAway(published, [counts], limit)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves at least two values for each count behind a total that is known anyway', () => {
    fc.assert(
      fc.property(breakdown, threshold, (counts, limit) => {
        const { counts: shown, total } = suppressCounts(counts, { threshold: limit, total: 'shown' });
        const published = { cells: [shown], rowTotals: [total], columnTotals: counts.map(() => null), total };
        const sum = sumOf(counts);
        expect(total).toBe(sum > 0 && sum < limit ? null : sum);
        shown.forEach((value, column) => {
          if (value !== null) return;
          const feasible = Array.from({ length: sum + 2 }, (_, candidate) =>
            couldBe(published, { row: 0, column }, candidate, sum + 1),
          );
          expect(feasible.filter(Boolean).length).toBeGreaterThanOrEqual(2);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('never lets the reader of a two-way table work out a hidden cell', () => {
    fc.assert(
      fc.property(table, threshold, (rows, limit) => {
        expect(findGivenAway(suppressTable(rows, { threshold: limit }), rows, limit)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows exact values and never a small one, totals included', () => {
    fc.assert(
      fc.property(table, threshold, (rows, limit) => {
        const shown = suppressTable(rows, { threshold: limit });
        const exact = {
          cells: rows,
          rowTotals: rows.map(sumOf),
          columnTotals: (rows[0] ?? []).map((_, column) => sumOf(rows.map((row) => row[column] ?? 0))),
          total: sumOf(rows.flat()),
        };
        const pairs = [
          ...shown.cells.flat().map((value, index) => [value, exact.cells.flat()[index]] as const),
          ...shown.rowTotals.map((value, index) => [value, exact.rowTotals[index]] as const),
          ...shown.columnTotals.map((value, index) => [value, exact.columnTotals[index]] as const),
          [shown.total, exact.total] as const,
        ];
        for (const [value, truth = NaN] of pairs) {
          if (value !== null) expect(value).toBe(truth);
          if (truth > 0 && truth < limit) expect(value).toBeNull();
        }
      }),
    );
  });

  it('hides nothing where nothing is small', () => {
    const safe = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 100_000 }));
    const large = fc.array(fc.tuple(safe, safe, safe), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(large, (rows) => {
        const shown = suppressTable(rows);
        expect([...shown.cells.flat(), ...shown.rowTotals, ...shown.columnTotals, shown.total]).not.toContain(null);
        expect(suppressCounts(rows.flat()).counts).toEqual(rows.flat());
      }),
    );
  });

  it('treats a breakdown the same in any order, as far as the number of hidden counts goes', () => {
    fc.assert(
      fc.property(breakdown, (counts) => {
        const hidden = (values: readonly number[]): number =>
          suppressCounts(values).counts.filter((value) => value === null).length;
        expect(hidden(counts.toReversed())).toBe(hidden(counts));
      }),
    );
  });

  it('shows no small step in a growing series or a funnel', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 8 }), threshold, (increases, limit) => {
        const growing = increases.reduce<number[]>((series, by) => [...series, (series.at(-1) ?? 0) + by], []);
        const shownGrowing = suppressCumulative(growing, { threshold: limit });
        const shownFunnel = suppressNested(growing.toReversed(), { threshold: limit });
        for (const [shown, exact] of [
          [shownGrowing, growing],
          [shownFunnel.toReversed(), growing],
        ] as const) {
          let last = 0;
          shown.forEach((value, index) => {
            if (value === null) return;
            expect(value).toBe(exact[index]);
            const step = value - last;
            expect(step > 0 && step < limit).toBe(false);
            last = value;
          });
        }
      }),
    );
  });
});
