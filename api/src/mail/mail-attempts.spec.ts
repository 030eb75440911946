import { attemptsAllowed, waitMilliseconds } from './mail-attempts.js';

describe('the waits between attempts', () => {
  it('double from one minute to six hours, and last for more than two days together', () => {
    const waits = Array.from({ length: attemptsAllowed - 1 }, (_, index) => waitMilliseconds(index + 1) / 60_000);
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(Math.max(...waits)).toBe(360);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(2 * 24 * 60);
  });
});
