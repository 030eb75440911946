/**
 * The whole number nearest to `numerator / denominator`; a half goes up, that is towards plus infinity (2.5 → 3, −2.5 → −2).
 * Exact: no floating-point quotient is taken. Pass the numerator as bigint where a product may pass 2^53.
 *
 * @throws RangeError when an argument is not a (safe) integer, the denominator is not positive or the result is not safe.
 */
export function divideHalfUp(numerator: number | bigint, denominator: number | bigint): number {
  if (typeof numerator === 'bigint' || typeof denominator === 'bigint') {
    return divideBigHalfUp(toBigInt(numerator), toBigInt(denominator));
  }
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`Cannot divide ${numerator} by ${denominator} exactly`);
  }
  // The remainder of two safe integers is exact, whereas the quotient may already be rounded.
  const signedRemainder = numerator % denominator;
  const remainder = signedRemainder < 0 ? signedRemainder + denominator : signedRemainder;
  const floor = (numerator - signedRemainder) / denominator - (signedRemainder < 0 ? 1 : 0);
  // `+ 0` turns a negative zero into zero.
  return (remainder >= denominator - remainder ? floor + 1 : floor) + 0;
}

function divideBigHalfUp(numerator: bigint, denominator: bigint): number {
  if (denominator <= 0n) throw new RangeError(`Cannot divide by ${denominator}`);
  const doubled = 2n * numerator + denominator;
  const divisor = 2n * denominator;
  const truncated = doubled / divisor;
  const floor = doubled % divisor < 0n ? truncated - 1n : truncated;
  const result = Number(floor);
  if (!Number.isSafeInteger(result)) throw new RangeError(`The quotient ${floor} is too large to be exact`);
  return result;
}

function toBigInt(value: number | bigint): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${value}`);
  return BigInt(value);
}
