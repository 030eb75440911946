import fc from 'fast-check';

import { contrastWithWhite, isHexColour, LEAST_TEXT_CONTRAST } from './index.js';

describe('the contrast of a colour and white', () => {
  // As the contrast checkers of the W3C and of WebAIM give it.
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#12436d', 10.25],
    ['#ff0000', 4],
    ['#0000FF', 8.59],
  ])('of %s is %d to 1', (colour, ratio) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(ratio, 1);
    expect(contrastWithWhite(colour) >= LEAST_TEXT_CONTRAST).toBe(ratio >= 4.5);
  });

  it('lies between 1 and 21, and grows when a colour gets darker', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const hex = (...channels: number[]): string =>
      `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const ratio = contrastWithWhite(hex(red, green, blue));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21.000001);
        expect(contrastWithWhite(hex(red >> 1, green >> 1, blue >> 1))).toBeGreaterThanOrEqual(ratio);
      }),
    );
  });

  it('is of six digits only', () => {
    for (const text of ['#fff', '12436d', '#12436g', '#12436d ', 'red', '']) {
      expect(isHexColour(text)).toBe(false);
      expect(() => contrastWithWhite(text)).toThrow(RangeError);
    }
  });
});
