/** Counts from 1 to one below this are hidden, unless an authority sets another threshold. */
export const DEFAULT_THRESHOLD = 5;
export const MIN_THRESHOLD = 3;
export const MAX_THRESHOLD = 10;

export interface ThresholdOptions {
  /** Counts from 1 to one below it are hidden: a whole number from 3 to 10, 5 unless given. */
  readonly threshold?: number;
}

/** @throws RangeError when the threshold is not one that an authority may set. */
export function thresholdOf({ threshold = DEFAULT_THRESHOLD }: ThresholdOptions): number {
  if (!Number.isInteger(threshold) || threshold < MIN_THRESHOLD || threshold > MAX_THRESHOLD) {
    throw new RangeError(`Not a disclosure threshold: ${threshold}`);
  }
  return threshold;
}

/** Whether a count is so small that it may point at people. Nobody is not a person: zero is not small. */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/** @throws RangeError when a value is not a number of people or things. The message does not repeat it. */
export function assertCounts(counts: readonly number[]): void {
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('Not a count');
  }
}
