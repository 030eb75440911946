import { aReferral } from '../referral.fixture.js';
import { availableSteps } from './available-steps.js';

describe('what a person can do with a case', () => {
  it('is a link for each verb that has a page', () => {
    const referral = aReferral({ status: 'submitted', availableVerbs: ['accept', 'return', 'decline', 'withdraw'] });
    expect(availableSteps(referral).map(({ link }) => link)).toEqual([
      '/referrals/r1/accept',
      '/referrals/r1/return',
      '/referrals/r1/decline',
      '/referrals/r1/withdraw',
    ]);
  });

  it('is nothing for somebody who may only read it', () => {
    expect(availableSteps(aReferral({ status: 'submitted', availableVerbs: [] }))).toEqual([]);
  });

  it('is another review while a case is in review, which no verb stands for', () => {
    const steps = availableSteps(aReferral({ status: 'in_review', availableVerbs: ['close'] }));
    expect(steps.map(({ text }) => text)).toEqual(['Record another review']);
  });
});
