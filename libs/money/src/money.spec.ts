import { divideHalfUp, formatPounds, isPence, parsePounds, split, sumPence } from './index.js';

describe('formatPounds', () => {
  it.each([
    [35679580, '£356,795.80'],
    [0, '£0.00'],
    [5, '£0.05'],
    [99999, '£999.99'],
    [100000, '£1,000.00'],
    [-581780, '-£5,817.80'],
    [Number.MAX_SAFE_INTEGER, '£90,071,992,547,409.91'],
  ])('writes %d pence as %s', (pence, text) => {
    expect(formatPounds(pence)).toBe(text);
  });

  it('leaves out the pennies of whole pounds only when asked', () => {
    expect(formatPounds(35097800)).toBe('£350,978.00');
    expect(formatPounds(35097800, { shortWhenWhole: true })).toBe('£350,978');
    expect(formatPounds(35097801, { shortWhenWhole: true })).toBe('£350,978.01');
  });

  it('refuses a fraction of a penny', () => {
    expect(() => formatPounds(0.5)).toThrow(RangeError);
  });
});

describe('parsePounds', () => {
  it.each([
    ['£356,795.80', 35679580],
    ['1234.5', 123450],
    [' £ 1 234 ', 123400],
    ['-£5', -500],
    ['-0', 0],
    ['0.07', 7],
  ])('reads %p as %d pence', (text, pence) => {
    expect(parsePounds(text)).toBe(pence);
  });

  it.each(['', 'abc', '1.234', '1,23', '£', '1e3', '--1', '12,3456', '99999999999999999'])('refuses %p', (text) => {
    expect(parsePounds(text)).toBeNull();
  });
});

describe('divideHalfUp', () => {
  it.each([
    [5, 2, 3],
    [-5, 2, -2],
    [-7, 2, -3],
    [4, 3, 1],
    [-1, 3, 0],
    [0, 7, 0],
    [Number.MAX_SAFE_INTEGER, 2, 4503599627370496],
  ])('divides %d by %d to %d', (numerator, denominator, result) => {
    expect(divideHalfUp(numerator, denominator)).toBe(result);
    expect(divideHalfUp(BigInt(numerator), denominator)).toBe(result);
  });

  it('takes products beyond 2^53 as bigint', () => {
    expect(divideHalfUp(10n ** 20n + 5n, 10n ** 10n)).toBe(10 ** 10);
  });

  it('refuses what it cannot do exactly', () => {
    expect(() => divideHalfUp(2 ** 53, 3)).toThrow(RangeError);
    expect(() => divideHalfUp(1.5, 3)).toThrow(RangeError);
    expect(() => divideHalfUp(1, 0)).toThrow(RangeError);
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
    expect(() => divideHalfUp(1n, -2)).toThrow(RangeError);
    expect(() => divideHalfUp(10n ** 20n, 1)).toThrow(RangeError);
    expect(() => divideHalfUp(0.5, 1n)).toThrow(RangeError);
  });
});

describe('split', () => {
  it('gives the odd pennies to the largest remainders, then to the earlier part', () => {
    expect(split(100, 3)).toEqual([34, 33, 33]);
    expect(split(100, [1, 1, 4])).toEqual([17, 17, 66]);
    expect(split(101, [21, 18, 6, 5])).toEqual([43, 36, 12, 10]);
    expect(split(-100, 3)).toEqual([-34, -33, -33]);
    expect(split(0, [2, 5])).toEqual([0, 0]);
  });

  it('refuses weights that say nothing', () => {
    expect(() => split(1, [])).toThrow(RangeError);
    expect(() => split(1, [0, 0])).toThrow(RangeError);
    expect(() => split(1, [-1, 2])).toThrow(RangeError);
    expect(() => split(1, 0)).toThrow(RangeError);
    expect(() => split(1.5, 2)).toThrow(RangeError);
  });
});

describe('sumPence', () => {
  it('adds any iterable', () => {
    expect(sumPence(new Set([1, 2, 3]))).toBe(6);
    expect(sumPence([])).toBe(0);
  });

  it('refuses an amount or a sum that a number cannot hold exactly', () => {
    expect(() => sumPence([0.1])).toThrow(RangeError);
    expect(() => sumPence([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(isPence('1')).toBe(false);
  });
});
