import fc from 'fast-check';
import { divideHalfUp, formatPounds, parsePounds, split } from './index.js';

const pence = fc.maxSafeInteger();

describe('money', () => {
  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(pence, fc.boolean(), (amount, shortWhenWhole) => {
        expect(parsePounds(formatPounds(amount, { shortWhenWhole }))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('splits into parts that add up and are within a penny of their share', () => {
    fc.assert(
      fc.property(
        pence,
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 }).filter((w) => w.some((x) => x > 0)),
        (total, weights) => {
          const parts = split(total, weights);
          const sum = weights.reduce((a, b) => a + b, 0);
          expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(total));
          parts.forEach((part, index) => {
            const error = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(weights[index] ?? 0);
            expect(error < BigInt(sum) && error > -BigInt(sum)).toBe(true);
          });
        },
      ),
    );
  });

  it('divides within half a unit, ties upwards, the same for numbers and bigints', () => {
    fc.assert(
      fc.property(pence, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (numerator, denominator) => {
        const result = divideHalfUp(numerator, denominator);
        const doubledError = 2n * (BigInt(result) * BigInt(denominator) - BigInt(numerator));
        expect(doubledError <= BigInt(denominator) && doubledError > -BigInt(denominator)).toBe(true);
        expect(divideHalfUp(BigInt(numerator), BigInt(denominator))).toBe(result);
      }),
    );
  });
});
