import fc from 'fast-check';

import { judgeAttempt, type RateLimit } from './rate-limit.js';

const limit: RateLimit = { name: 'test', attempts: 10, withinSeconds: 300 };
const delayed: RateLimit = { ...limit, attempts: 100, delay: { after: 5, longestSeconds: 60 } };
const start = Date.parse('2026-11-24T10:00:00Z');
const at = (seconds: number): Date => new Date(start + seconds * 1000);

/** Attempts at these seconds, each made if it is allowed; gives the seconds of those that were. */
function made(rule: RateLimit, seconds: readonly number[]): number[] {
  let attempts: readonly Date[] = [];
  return seconds.filter((second) => {
    const judgement = judgeAttempt(rule, attempts, at(second));
    if (judgement.isAllowed) attempts = judgement.attempts;
    return judgement.isAllowed;
  });
}

const times = fc
  .array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 200 })
  .map((seconds) => [...seconds].sort((a, b) => a - b));

describe('a rate limit', () => {
  it('lets no more than its number through in any window of its length', () => {
    fc.assert(
      fc.property(times, (seconds) => {
        const passed = made(limit, seconds);
        for (const begin of passed) {
          const window = passed.filter((second) => second >= begin && second < begin + limit.withinSeconds);
          expect(window.length).toBeLessThanOrEqual(limit.attempts);
        }
      }),
    );
  });

  it('names a wait after which the attempt is let through, and not a second less', () => {
    fc.assert(
      fc.property(fc.constantFrom(limit, delayed), times, fc.integer({ min: 0, max: 300 }), (rule, seconds, later) => {
        const attempts = made(rule, seconds).map(at);
        const now = at((seconds.at(-1) ?? 0) + later);
        const judgement = judgeAttempt(rule, attempts, now);
        if (judgement.isAllowed) return;
        const after = (wait: number): boolean =>
          judgeAttempt(rule, attempts, new Date(now.getTime() + wait * 1000)).isAllowed;
        expect(after(judgement.waitSeconds)).toBe(true);
        expect(after(judgement.waitSeconds - 1)).toBe(false);
      }),
    );
  });

  it('with a delay waits longer each time, and never longer than its longest', () => {
    const attempts: Date[] = [];
    const waits: number[] = [];
    let second = 0;
    for (let attempt = 0; attempt < 15; attempt += 1) {
      const judgement = judgeAttempt(delayed, attempts, at(second));
      if (!judgement.isAllowed) {
        waits.push(judgement.waitSeconds);
        second += judgement.waitSeconds;
      }
      attempts.push(at(second));
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });
});
