import { jest } from '@jest/globals';
import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import type { Referral, ReferralGapAnswer } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aGap, aReferral, withPupil, submit } from '../referral.fixture.js';
import { QuestionPage } from './question-page.js';

const address = '/api/referrals/r1/sections/pupil';

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

async function pupilPage(referral: Referral = withPupil(aReferral(), { version: 4 })): Promise<OpenedPage> {
  const page = await openPage(QuestionPage, { referralId: 'r1', path: 'pupil' });
  await page.answer('/api/referrals/r1', referral);
  return page;
}

/** What the API says of a save. */
const saved = (version: number, gaps: readonly ReferralGapAnswer[] = []) => ({
  referralId: 'r1',
  section: 'pupil',
  version,
  savedAt: '2026-11-24T10:42:00Z',
  savedByName: 'Sam Okoro',
  gaps,
});
const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());
const pause = async (page: OpenedPage): Promise<void> => {
  await jest.advanceTimersByTimeAsync(2000);
  await page.settle();
};

describe('a page of questions', () => {
  it('saves two seconds after the last key, as the version that was read, and says when', async () => {
    const page = await pupilPage();
    await page.type('#legalForename', 'Rob');
    await jest.advanceTimersByTimeAsync(1500);
    await page.type('#legalForename', 'Robin');
    await pause(page);
    const request = page.request(address);
    expect(request.request.method).toBe('PUT');
    expect(request.request.headers.get('If-Match')).toBe('"4"');
    expect(request.request.body).toMatchObject({ legalForename: 'Robin' });
    request.flush(saved(5));
    await page.settle();
    expect(page.find('ui-saved-state').textContent).toContain('Saved 10:42');
  });

  it('sends the version of its own last save with the next one', async () => {
    const page = await pupilPage();
    await page.type('#legalForename', 'Robin');
    await pause(page);
    await page.answer(address, saved(5));
    await page.type('#legalSurname', 'Brown');
    await pause(page);
    expect(page.request(address).request.headers.get('If-Match')).toBe('"5"');
  });

  it('shows what is wrong only on "Continue", in the summary and beside the question', async () => {
    const page = await pupilPage();
    const gap = aGap('/pupil/upn', 'Check the UPN: the first letter should be J if the other characters are right');
    await page.type('#upn', 'A857020002417');
    await pause(page);
    await page.answer(address, saved(5, [gap]));
    expect(summary(page)).toEqual([]);
    await submit(page);
    expect(summary(page)).toEqual([gap.message]);
    expect(page.find('#upn-error').textContent).toContain(gap.message);
    expect(page.find('#upn').getAttribute('aria-describedby')).toContain('upn-error');
  });

  it('goes on to the next section when nothing is missing', async () => {
    const page = await pupilPage();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/pupil-background');
  });

  it('tries again by itself when the network was down, and keeps what was typed', async () => {
    const page = await pupilPage();
    await page.type('#legalForename', 'Robin');
    await pause(page);
    page.request(address).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.find('ui-saved-state').textContent).toContain('Not saved – retrying');
    await pause(page);
    expect(page.request(address).request.body).toMatchObject({ legalForename: 'Robin' });
  });

  it('shows an answer that the API refuses to save on its question', async () => {
    const page = await pupilPage();
    await page.type('#legalForename', 'R'.repeat(201));
    await submit(page);
    const detail = 'Shorten this to 200 characters or fewer.';
    page
      .request(address)
      .flush(
        { code: 'fields_invalid', detail: '', errors: [{ pointer: '/legalForename', code: 'max_length', detail }] },
        { status: 422, statusText: 'Unprocessable' },
      );
    await page.settle();
    expect(summary(page)).toEqual([detail]);
  });

  it('saves before the page is left, stays once when that fails, and then lets go', async () => {
    const page = await pupilPage();
    const { draft } = page.fixture.componentInstance as QuestionPage;
    await page.type('#legalForename', 'Robin');
    const first = draft.leave();
    await page.settle();
    await page.refuse(address, {
      status: 403,
      code: 'permission_missing',
      title: 'No',
      detail: 'You may not do this.',
    });
    await expect(first).resolves.toBe(false);
    await page.settle();
    expect(summary(page).at(-1)).toContain('Your last changes are not saved');
    const second = draft.leave();
    await page.settle();
    await page.refuse(address, {
      status: 403,
      code: 'permission_missing',
      title: 'No',
      detail: 'You may not do this.',
    });
    await expect(second).resolves.toBe(true);
  });

  it('asks nothing once the referral is submitted', async () => {
    const page = await pupilPage(aReferral({ status: 'submitted' }));
    expect(page.element.querySelector('form')).toBeNull();
    expect(page.text()).toContain('its answers cannot be changed');
  });

  it('writes no native rules and disables nothing', async () => {
    const page = await pupilPage();
    expect(page.element.querySelectorAll('[required], [maxlength], [disabled], [pattern]')).toHaveLength(0);
    expect(page.element.querySelectorAll('h1')).toHaveLength(1);
  });
});
