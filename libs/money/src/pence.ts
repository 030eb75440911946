/** An amount of money in whole pence; always a safe integer. Pounds with decimals never appear in a calculation. */
export type Pence = number;

/** Whether a value can be an amount: an integer that a number holds exactly (beyond 2^53 it would silently lose pennies). */
export function isPence(value: unknown): value is Pence {
  return Number.isSafeInteger(value);
}

/**
 * The same amount, checked.
 *
 * @throws RangeError when the value is not a safe integer.
 */
export function assertPence(value: number): Pence {
  if (!isPence(value)) throw new RangeError(`Not a whole number of pence: ${value}`);
  return value;
}

/**
 * The sum of amounts in whole pence. No rounding happens.
 *
 * @throws RangeError when an amount, or any running sum, is not a safe integer.
 */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let sum = 0;
  for (const amount of amounts) sum = assertPence(sum + assertPence(amount));
  return sum;
}
