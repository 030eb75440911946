import { suppressCumulative, suppressNested, suppressPercent } from './index.js';

const c = null;

describe('suppressCumulative', () => {
  it.each([
    ['the published referrals', [55, 90, 100], [55, 90, 100]],
    ['a small first entry', [3, 12], [c, 12]],
    ['a small increase', [55, 58, 90], [55, c, 90]],
    ['small increases until they add up', [10, 12, 14, 16, 18], [10, c, c, 16, c]],
    ['no increase', [0, 0, 10, 10], [0, 0, 10, 10]],
    ['nothing', [], []],
  ])('compares with what is shown: %s', (_title, counts, expected) => {
    expect(suppressCumulative(counts)).toEqual(expected);
  });

  it('takes another threshold and refuses a series that falls', () => {
    expect(suppressCumulative([55, 58], { threshold: 3 })).toEqual([55, 58]);
    expect(() => suppressCumulative([5, 4])).toThrow(RangeError);
    expect(() => suppressCumulative([0.5])).toThrow(RangeError);
  });
});

describe('suppressNested', () => {
  it.each([
    ['the published funnel', [90, 64, 50, 50], [90, 64, 50, 50]],
    ['a step that few dropped out at', [90, 88, 50], [90, c, 50]],
    ['several of them', [90, 88, 87, 85, 80], [90, c, c, 85, 80]],
    ['small steps at the end', [20, 4, 0], [20, c, 0]],
    ['a small start', [4, 4, 0], [c, c, 0]],
    ['nothing', [], []],
  ])('hides steps and differences that are small: %s', (_title, counts, expected) => {
    expect(suppressNested(counts)).toEqual(expected);
  });

  it('takes another threshold and refuses a funnel that widens', () => {
    expect(suppressNested([90, 87], { threshold: 3 })).toEqual([90, 87]);
    expect(() => suppressNested([4, 5])).toThrow(RangeError);
    expect(() => suppressNested([-1])).toThrow(RangeError);
  });
});

describe('suppressPercent', () => {
  it.each([
    [64, 90, 71],
    [50, 90, 56],
    [1, 200, 1],
    [0, 10, 0],
    [10, 10, 100],
    [5, 9, null],
    [0, 0, null],
    [null, 90, null],
    [64, null, null],
  ])('writes %p of %p as %p per cent', (part, base, percent) => {
    expect(suppressPercent(part, base)).toBe(percent);
  });

  it('refuses a part larger than its base', () => {
    expect(() => suppressPercent(11, 10)).toThrow(RangeError);
    expect(() => suppressPercent(-1, 10)).toThrow(RangeError);
  });
});
