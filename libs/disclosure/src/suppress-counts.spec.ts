import { suppressCounts } from './index.js';

/** The published figures have symbols; null reads badly in a table of examples. */
const c = null;

describe('suppressCounts', () => {
  it.each([
    ['the standard example', [3, 12, 9], [c, 12, c], 24],
    ['nothing small', [68, 22], [68, 22], 90],
    ['zeros, which point at nobody', [0, 12, 0, 9], [0, 12, 0, 9], 21],
    ['a neighbour that is large enough rather than the smallest', [3, 5, 12], [c, 5, c], 20],
    ['two neighbours where one is not enough', [3, 6, 6], [c, c, c], 15],
    ['small counts that protect each other', [4, 3, 4, 50], [c, c, c, 50], 61],
    ['small counts whose sum would give them away', [4, 4, 4, 50], [c, c, c, c], 62],
    ['the total where counts cannot help', [2, 3, 0], [c, c, 0], c],
    ['the total where they all are as large as small counts can be', [4, 4, 4], [c, c, c], c],
    ['a total that is small itself', [1, 0, 1], [c, 0, c], c],
    ['a breakdown with one entry', [3], [c], c],
    ['an empty breakdown', [], [], 0],
    ['nobody at all', [0, 0], [0, 0], 0],
  ])('hides as little as it can: %s', (_title, counts, expected, total) => {
    expect(suppressCounts(counts)).toEqual({ counts: expected, total });
  });

  it('hides every count where the total is known anyway', () => {
    expect(suppressCounts([2, 3, 0], { total: 'shown' })).toEqual({ counts: [c, c, c], total: 5 });
    expect(suppressCounts([3, 12, 9], { total: 'shown' })).toEqual({ counts: [c, 12, c], total: 24 });
  });

  it('hides a known total that is small itself', () => {
    expect(suppressCounts([1, 2], { total: 'shown' })).toEqual({ counts: [c, c], total: c });
  });

  it('takes another threshold', () => {
    expect(suppressCounts([3, 12, 9], { threshold: 3 })).toEqual({ counts: [3, 12, 9], total: 24 });
    expect(suppressCounts([9, 40, 31], { threshold: 10 })).toEqual({ counts: [c, 40, c], total: 80 });
  });

  it.each([2, 11, 4.5, NaN])('refuses %p as a threshold', (threshold) => {
    expect(() => suppressCounts([1], { threshold })).toThrow(RangeError);
  });

  it.each([[[-1]], [[1.5]], [[Number.MAX_SAFE_INTEGER, 1]]])('refuses %p as counts', (counts) => {
    expect(() => suppressCounts(counts)).toThrow(RangeError);
  });
});
