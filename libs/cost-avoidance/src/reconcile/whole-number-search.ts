export interface WholeNumberRange {
  readonly from: number;
  readonly to: number;
}

/**
 * All whole numbers of a range for which a function that never falls as its argument rises takes the target value; they lie
 * side by side. Null when there is none. Takes about 2 × log2(size of the range) evaluations.
 */
export function findEqual(
  range: WholeNumberRange,
  valueAt: (argument: number) => number,
  target: number,
): WholeNumberRange | null {
  const from = firstWhere(range, (argument) => valueAt(argument) >= target);
  if (from === null || valueAt(from) !== target) return null;
  const beyond = firstWhere({ from, to: range.to }, (argument) => valueAt(argument) > target);
  return { from, to: beyond === null ? range.to : beyond - 1 };
}

/** The first number from which on a condition holds, by halving. */
function firstWhere(range: WholeNumberRange, holds: (argument: number) => boolean): number | null {
  if (range.from > range.to || !holds(range.to)) return null;
  let low = range.from;
  let high = range.to;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The number of a range that a person would have written down: nearest to the stated one among the multiples of `step` (whole
 * pounds, say), or among all where the range holds no multiple.
 */
export function likeliest(range: WholeNumberRange, stated: number, step: number): number {
  const multiples = { from: Math.ceil(range.from / step), to: Math.floor(range.to / step) };
  if (multiples.from > multiples.to) return clamp(stated, range);
  return clamp(Math.round(stated / step), multiples) * step;
}

function clamp(value: number, range: WholeNumberRange): number {
  return Math.min(range.to, Math.max(range.from, value));
}
