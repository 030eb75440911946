import { divideHalfUp } from '@panel/money';

import { assertCounts } from './threshold.js';

/** A share of fewer people than this says more about them than about anything else. */
export const MIN_PERCENT_BASE = 10;

/**
 * A part as a whole percentage of its base, half up (64 of 90 is 71). Null when either is hidden or the base is below 10.
 * Give it the counts after suppression: a share with a hidden part is hidden.
 *
 * @throws RangeError when a value is not a count or the part is larger than the base.
 */
export function suppressPercent(part: number | null, base: number | null): number | null {
  if (part === null || base === null) return null;
  assertCounts([part, base]);
  if (part > base) throw new RangeError('The part is larger than the base');
  if (base < MIN_PERCENT_BASE) return null;
  return divideHalfUp(100 * part, base);
}
