import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aReferral, submit } from '../referral.fixture.js';
import { StartReferralPage } from './start-referral-page.js';

const open = { town: '', isClosed: false, closedOn: null, successors: [] };
const larkfield = { ...open, id: 's1', urn: '100001', name: 'Larkfield Primary School', phase: 'primary' };
const hillside = { ...open, id: 's2', urn: '100002', name: 'Hillside School', phase: 'secondary' };

async function startPage(...items: readonly (typeof larkfield)[]): Promise<OpenedPage> {
  const page = await openPage(StartReferralPage);
  await page.answer('/api/schools', { items, isCut: false });
  return page;
}

describe('the start of a referral', () => {
  it('asks nothing of a SENCo of one school, and goes to the task list', async () => {
    const page = await startPage(larkfield);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    const request = page.request('/api/referrals');
    expect(request.request.body).toEqual({ schoolId: 's1' });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush(aReferral());
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/tasks', { replaceUrl: true });
  });

  it('asks a SENCo of several schools for which', async () => {
    const page = await startPage(larkfield, hillside);
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Select the school the child goes to');
    await page.press('Hillside School (URN 100002)');
    await submit(page);
    expect(page.request('/api/referrals').request.body).toEqual({ schoolId: 's2' });
  });

  it('asks nothing where the other school has closed', async () => {
    const page = await startPage(larkfield, { ...hillside, isClosed: true });
    expect(page.request('/api/referrals').request.body).toEqual({ schoolId: 's1' });
  });

  it('begins the same referral and not a second one when it has to try again', async () => {
    const page = await startPage(larkfield);
    const first = page.request('/api/referrals');
    first.error(new ProgressEvent('error'));
    await page.settle();
    await page.press('Try again');
    const second = page.request('/api/referrals');
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
  });

  it('says what to do to somebody who works for no school', async () => {
    const page = await startPage();
    expect(page.text()).toContain('You do not work for a school yet');
  });
});
