import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aReferral, submit, withPupil } from '../referral.fixture.js';
import { QuestionPage } from './question-page.js';

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

const writers = '/api/referrals/r1/sections/pupil/writers';
const known = '/api/referrals/known-child';

async function pupilPage(referral = withPupil(aReferral(), { version: 4, name: 'Robin' })): Promise<OpenedPage> {
  const page = await openPage(QuestionPage, { referralId: 'r1', path: 'pupil' });
  await page.answer('/api/referrals/r1', referral);
  return page;
}

describe('who else writes in the section', () => {
  it('is named, and what they have saved comes onto the page without a word typed being lost', async () => {
    const page = await pupilPage();
    const sign = page.request(writers);
    expect(sign.request.method).toBe('POST');
    sign.flush({ version: 6, savedAt: null, savedByName: null, others: [{ name: 'Jo Fielding', seenAt: '' }] });
    await page.settle();
    expect(page.text()).toContain('Also being written by Jo Fielding');
    await page.type('#preferredName', 'Rob');
    await page.answer('/api/referrals/r1', withPupil(aReferral(), { version: 6, name: 'Robyn' }));
    expect(page.find<HTMLInputElement>('#legalForename').value).toBe('Robyn');
    expect(page.find<HTMLInputElement>('#preferredName').value).toBe('Rob');
    expect(page.text()).toContain('Taken over here: Legal first name.');
  });

  it('is asked again every quarter of a minute', async () => {
    const page = await pupilPage();
    page.request(writers).flush({ version: 4, savedAt: null, savedByName: null, others: [] });
    await page.settle();
    await jest.advanceTimersByTimeAsync(15_000);
    expect(page.request(writers).request.method).toBe('POST');
  });
});

describe('what the page knows of the child', () => {
  it('warns of an open referral as soon as the UPN is whole, and of its own none', async () => {
    const page = await pupilPage();
    await page.type('#upn', 'R85700002400');
    await page.type('#upn', 'R857000024001');
    const request = page.request(known);
    expect(request.request.body).toEqual({ schoolId: 's1', upn: 'R857000024001' });
    request.flush({
      earlier: null,
      open: { isOwn: true, id: 'r9', reference: 'EIP-2026-0009', coordinatorName: null },
    });
    await page.settle();
    expect(page.find('.govuk-warning-text').textContent).toContain('already has an open referral');
    expect(page.find('.govuk-warning-text a').getAttribute('href')).toBe('/referrals/r9');
  });

  it('says nothing about the referral that is on the page itself', async () => {
    const page = await pupilPage(withPupil(aReferral({ status: 'returned' }), { version: 4, upn: 'R857000024001' }));
    const open = { isOwn: true, id: 'r1', reference: 'EIP-2026-0001', coordinatorName: null };
    await page.answer(known, { earlier: null, open });
    expect(page.element.querySelector('.govuk-warning-text')).toBeNull();
  });

  it('says the year for the child’s age', async () => {
    const page = await pupilPage();
    await page.type('#bornOn-day', '3');
    await page.type('#bornOn-month', '9');
    await page.type('#bornOn-year', '2016');
    expect(page.text()).toContain('By age the child is in Year 5.');
  });
});

describe('what was copied from the last referral', () => {
  it('is named on the page, and is this person’s own once they go on', async () => {
    const begun = withPupil(aReferral(), { version: 1, name: 'Robin' });
    const copiedFrom = {
      reference: 'EIP-2025-0007',
      sentOn: '2026-03-03',
      answers: ['legalForename', 'firstLanguage'],
    };
    const pupil = { ...begun.sections.pupil, copiedFrom };
    const page = await pupilPage({ ...begun, sections: { ...begun.sections, pupil } });
    expect(page.find('.govuk-inset-text').textContent).toContain(
      'From the referral of 3 March 2026 (EIP-2025-0007). Check that it still holds:',
    );
    expect([...page.element.querySelectorAll('.govuk-inset-text li')].map((item) => item.textContent)).toEqual([
      'Legal first name',
    ]);
    await submit(page);
    const request = page.request('/api/referrals/r1/sections/pupil/confirm');
    expect(request.request.body).toEqual({ answers: ['legalForename'] });
  });
});
