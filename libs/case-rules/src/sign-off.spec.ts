import fc from 'fast-check';
import { SIGN_OFF_STATES, SIGN_OFF_STATUSES, signOffRefusal, signOffRemindersDue, signOffState } from './index.js';

const facts = fc.record({
  status: fc.constantFrom(...SIGN_OFF_STATUSES),
  isOfTheseAnswers: fc.boolean(),
  isExpired: fc.boolean(),
});

describe('a head teacher’s sign-off', () => {
  it('holds exactly while it was given on the answers as they stand', () => {
    fc.assert(
      fc.property(facts, (newest) => {
        const holds = newest.status === 'signed' && newest.isOfTheseAnswers;
        expect(signOffRefusal(signOffState(newest)) === null).toBe(holds);
      }),
    );
  });

  it('is missing before anybody has asked, and every other state says what to do', () => {
    expect(signOffState(null)).toBe('none');
    for (const state of SIGN_OFF_STATES.filter((each) => each !== 'signed')) {
      expect(signOffRefusal(state)?.message).toMatch(/^(Get|Wait|Ask|Read) /);
    }
  });

  it.each([
    ['asked', true, false, 'asked'],
    ['asked', false, false, 'asked_outdated'],
    ['asked', true, true, 'expired'],
    ['signed', true, true, 'signed'],
    ['signed', false, false, 'signed_outdated'],
    ['sent_back', true, false, 'sent_back'],
    ['revoked', true, false, 'revoked'],
  ] as const)('that is %s (of these answers: %s, expired: %s) is %s', (status, isOfTheseAnswers, isExpired, state) => {
    expect(signOffState({ status, isOfTheseAnswers, isExpired })).toBe(state);
  });
});

describe('reminders of a sign-off', () => {
  it('are due on the third and the sixth working day, over weekends and bank holidays', () => {
    // Thursday 17 December 2026: Friday, Monday, Tuesday; then Wednesday, Thursday, and Christmas until the 28th.
    const due = (today: string): number => signOffRemindersDue('2026-12-17', today);
    expect([due('2026-12-17'), due('2026-12-21'), due('2026-12-22'), due('2026-12-24'), due('2026-12-28')]).toEqual([
      0, 0, 1, 1, 1,
    ]);
    expect(due('2026-12-29')).toBe(2);
    expect(due('2027-06-01')).toBe(2);
  });

  it('only grow with time, and never beyond what is documented', () => {
    const day = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-12-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (asked, one, other) => {
        const [earlier = '', later = ''] = [one, other].toSorted();
        expect(signOffRemindersDue(asked, earlier)).toBeLessThanOrEqual(signOffRemindersDue(asked, later));
        expect(signOffRemindersDue(asked, asked)).toBe(0);
      }),
    );
  });
});
