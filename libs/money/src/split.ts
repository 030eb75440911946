import { assertPence, type Pence } from './pence.js';

/**
 * Splits an amount into whole-pence parts that add up to it exactly, in proportion to the weights (or into that many equal
 * parts), by largest remainder. Equal remainders go to the earlier part, so the same input always gives the same parts.
 *
 * @throws RangeError when the amount is not whole pence, a weight is negative or not an integer, all weights are zero,
 *   or the number of parts is not a positive integer.
 */
export function split(total: Pence, weightsOrCount: readonly number[] | number): Pence[] {
  assertPence(total);
  const weights = typeof weightsOrCount === 'number' ? equalWeights(weightsOrCount) : weightsOrCount;
  const sum = checkedSum(weights);
  const sign = total < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(total));

  // amount × weight may pass 2^53, hence bigint.
  const shares = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight);
    return { index, floor: Number(product / sum), remainder: product % sum };
  });
  const parts = shares.map((share) => share.floor);
  let left = Math.abs(total) - parts.reduce((a, b) => a + b, 0);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { index, floor } of byRemainder) {
    if (left === 0) break;
    parts[index] = floor + 1;
    left -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part));
}

function equalWeights(count: number): number[] {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`Cannot split into ${count} parts`);
  return Array.from({ length: count }, () => 1);
}

function checkedSum(weights: readonly number[]): bigint {
  let sum = 0n;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`Not a weight: ${weight}`);
    sum += BigInt(weight);
  }
  if (sum === 0n) throw new RangeError('At least one weight must be above zero');
  return sum;
}
