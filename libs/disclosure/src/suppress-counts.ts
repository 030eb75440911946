import { amount, type Network, protect, type TotalsRule } from './protect.js';
import { assertCounts, type ThresholdOptions, thresholdOf } from './threshold.js';

export interface SuppressCountsOptions extends ThresholdOptions {
  /**
   * `hide_if_needed` (unless given): the total is hidden where hiding counts is not enough. `shown`: the total is known anyway
   * (from another table, say), so all counts are hidden where less is not enough; a total that is small itself is still hidden.
   */
  readonly total?: TotalsRule;
}

export interface SuppressedCounts {
  /** In the order given; null is hidden. */
  readonly counts: (number | null)[];
  readonly total: number | null;
}

/**
 * The counts of one breakdown with their total, such that no small count can be read or worked out (docs/methodology/
 * disclosure.md). Shown values are exact: 3, 12, 9 becomes hidden, 12, hidden with the total 24.
 *
 * @throws RangeError when a value is not a count or the threshold is not allowed.
 */
export function suppressCounts(counts: readonly number[], options: SuppressCountsOptions = {}): SuppressedCounts {
  const threshold = thresholdOf(options);
  assertCounts(counts);
  // One equation, counts = total: counts lead from one node to the other, the total leads back.
  const cells = counts.map((count) => amount(0, 1, count, false));
  const sum = counts.reduce((a, b) => a + b, 0);
  assertCounts([sum]);
  const total = amount(1, 0, sum, true);
  const network: Network = { nodes: 2, amounts: [...cells, total], lines: [{ cells, total }] };
  protect(network, threshold, options.total ?? 'hide_if_needed');
  return { counts: cells.map(shown), total: shown(total) };
}

function shown({ value, isHidden }: { readonly value: number; readonly isHidden: boolean }): number | null {
  return isHidden ? null : value;
}
