import { assertCounts, isSmall, type ThresholdOptions, thresholdOf } from './threshold.js';

/**
 * A series that only grows ("referrals since the launch"), with null for hidden. An entry is hidden when its increase over the
 * last shown entry is small; the first is compared with zero. Shown values are exact.
 *
 * @throws RangeError when the series falls, a value is not a count or the threshold is not allowed.
 */
export function suppressCumulative(counts: readonly number[], options: ThresholdOptions = {}): (number | null)[] {
  const threshold = thresholdOf(options);
  assertCounts(counts);
  assertOrdered(counts, (before, after) => before <= after);
  let lastShown = 0;
  return counts.map((count) => {
    if (isSmall(count - lastShown, threshold)) return null;
    lastShown = count;
    return count;
  });
}

/**
 * A funnel, each step a part of the step before, with null for hidden. A step is hidden when it is small, or when it differs
 * from the last shown step by a small number: that difference counts the people who dropped out. Earlier steps win.
 *
 * @throws RangeError when a step is larger than the one before, a value is not a count or the threshold is not allowed.
 */
export function suppressNested(counts: readonly number[], options: ThresholdOptions = {}): (number | null)[] {
  const threshold = thresholdOf(options);
  assertCounts(counts);
  assertOrdered(counts, (before, after) => before >= after);
  let lastShown: number | null = null;
  return counts.map((count) => {
    const isHidden = isSmall(count, threshold) || (lastShown !== null && isSmall(lastShown - count, threshold));
    if (isHidden) return null;
    lastShown = count;
    return count;
  });
}

function assertOrdered(counts: readonly number[], isInOrder: (before: number, after: number) => boolean): void {
  counts.reduce((before, after) => {
    if (!isInOrder(before, after)) throw new RangeError('The counts are not in order');
    return after;
  }, counts[0] ?? 0);
}
