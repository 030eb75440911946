import { assertPence } from '@panel/money';

import type { Rounding } from '../rate-card.js';
import { relativeSize, type StatedChange } from './changes.js';
import { explain } from './explanation.js';
import { type Lever, leversOf } from './levers.js';
import { assertStatedInputs, type StatedInputs, totalPence } from './stated-inputs.js';
import { findEqual, likeliest } from './whole-number-search.js';

/** Changes of the stated inputs that give the published total to the penny. */
export interface Reconciliation {
  /** Empty when the stated inputs give the total as they are. */
  readonly changes: readonly StatedChange[];
  /** The changes in words. */
  readonly explanation: string;
  /** What the changed inputs give, worked out anew: the published total. */
  readonly totalPence: number;
}

/**
 * Looks for the simplest changes of the inputs stated beside a published total that give it exactly, in whole pence
 * (docs/methodology/reconcile.md). Tried are: the hourly rate by the penny and the weeks by tenths, each within a quarter of
 * what was stated; any school contribution; the other rounding rule; one band's fixed annual amount; one band's hours by
 * quarters; and each of them together with the other rounding rule. Fewest changes come first, then the smallest.
 *
 * That a change gives the total does not show that it was made: several may.
 *
 * @throws RangeError when an input or the total is negative, not whole or too large to be exact.
 */
export function reconcile(stated: StatedInputs, publishedTotalPence: number): Reconciliation[] {
  assertStatedInputs(stated);
  if (assertPence(publishedTotalPence) < 0) throw new RangeError('A published total is not negative');
  if (totalPence(stated) === publishedTotalPence) return [reconciliation(stated, [])];

  const otherRounding: Rounding = stated.rounding === 'none' ? 'whole_pounds_half_up' : 'none';
  const rounded: StatedInputs = { ...stated, rounding: otherRounding };
  const rounding: StatedChange = { input: 'rounding', from: stated.rounding, to: otherRounding };

  const singles = solveAll(stated, publishedTotalPence).map(
    (solved) => solved && reconciliation(solved.inputs, [solved.change]),
  );
  const pairs =
    totalPence(rounded) === publishedTotalPence
      ? [reconciliation(rounded, [rounding])]
      : solveAll(rounded, publishedTotalPence)
          // Where the number alone already gives the total, a second change explains nothing.
          .filter((_, lever) => singles[lever] === null)
          .map((solved) => solved && reconciliation(solved.inputs, [solved.change, rounding]));

  return [...singles, ...pairs].filter((found) => found !== null).toSorted(bySimplicity);
}

interface Solved {
  readonly inputs: StatedInputs;
  readonly change: StatedChange;
}

/** For each lever in its fixed order the number that gives the total, or null. */
function solveAll(inputs: StatedInputs, publishedPence: number): (Solved | null)[] {
  return leversOf(inputs, publishedPence).map((lever) => solve(lever, publishedPence));
}

function solve(lever: Lever, publishedPence: number): Solved | null {
  const { direction, range } = lever;
  // A total that falls as the number rises is searched over the negated numbers.
  const rising = direction === 1 ? range : { from: -range.to, to: -range.from };
  const found = findEqual(rising, (value) => lever.totalAt(direction * value), publishedPence);
  if (found === null) return null;
  const numbers = direction === 1 ? found : { from: -found.to, to: -found.from };
  const value = likeliest(numbers, lever.stated, lever.likelyStep);
  return { inputs: lever.apply(value), change: lever.change(value) };
}

function reconciliation(inputs: StatedInputs, changes: readonly StatedChange[]): Reconciliation {
  return { changes, explanation: explain(changes), totalPence: totalPence(inputs) };
}

function bySimplicity(a: Reconciliation, b: Reconciliation): number {
  return a.changes.length - b.changes.length || sizeOf(a) - sizeOf(b);
}

function sizeOf({ changes }: Reconciliation): number {
  return changes.reduce((sum, change) => sum + relativeSize(change), 0);
}
