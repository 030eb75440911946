import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { Referral } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aReferral, submit } from '../referral.fixture.js';
import { AcceptReferralPage } from './accept-referral-page.js';
import { WithdrawReferralPage } from './withdraw-referral-page.js';

const submitted = aReferral({ status: 'submitted', availableVerbs: ['accept', 'return', 'decline', 'withdraw'] });

async function verbPage(page: Type<unknown>, referral: Referral = submitted): Promise<OpenedPage> {
  const opened = await openPage(page, { referralId: 'r1' });
  await opened.answer('/api/referrals/r1', referral);
  return opened;
}

const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

describe('the pages of what a coordinator does with a referral', () => {
  it('accept the version that was read, and go back to the case', async () => {
    const page = await verbPage(AcceptReferralPage);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    const request = page.request('/api/referrals/r1/accept');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    request.flush({ ...submitted, status: 'accepted' });
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1', { state: { done: 'Referral accepted' } });
  });

  it('withdraw nothing without a reason, and send the reason', async () => {
    const page = await verbPage(WithdrawReferralPage);
    await submit(page);
    expect(summary(page)).toEqual(['Enter why the referral is withdrawn']);
    await page.type('#reason', 'The family has moved');
    await submit(page);
    expect(page.request('/api/referrals/r1/withdraw').request.body).toEqual({ reason: 'The family has moved' });
  });

  it('keep what was typed when somebody else was faster, and do it to the new version on the second try', async () => {
    const page = await verbPage(WithdrawReferralPage);
    await page.type('#reason', 'The family has moved');
    await submit(page);
    await page.refuse('/api/referrals/r1/withdraw', {
      status: 412,
      code: 'version_stale',
      title: 'Changed',
      detail: '',
    });
    await page.answer('/api/referrals/r1', { ...submitted, version: 8 });
    expect(summary(page)[0]).toContain('Somebody else has changed this referral');
    expect(page.find<HTMLTextAreaElement>('#reason').value).toBe('The family has moved');
    await submit(page);
    expect(page.request('/api/referrals/r1/withdraw').request.headers.get('If-Match')).toBe('"8"');
  });

  it('offer nothing that cannot be done now', async () => {
    const page = await verbPage(AcceptReferralPage, aReferral({ status: 'closed', availableVerbs: [] }));
    expect(page.element.querySelector('form')).toBeNull();
    expect(page.text()).toContain('The status of this referral is “Closed”');
  });
});
