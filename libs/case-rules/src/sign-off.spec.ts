import fc from 'fast-check';
import { SIGN_OFF_STATES, SIGN_OFF_STATUSES, signOffRefusal, signOffState } from './index.js';

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
