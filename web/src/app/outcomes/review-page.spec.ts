import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { submit } from '../referrals/referral.fixture.js';
import { ReviewPage } from './review-page.js';

const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

async function typeDate(page: OpenedPage, id: string, [day, month, year]: readonly [string, string, string]) {
  await page.type(`#${id}-day`, day);
  await page.type(`#${id}-month`, month);
  await page.type(`#${id}-year`, year);
}

describe('the record of a review', () => {
  it('names what is missing', async () => {
    const page = await openPage(ReviewPage, { referralId: 'r1' });
    await submit(page);
    expect(summary(page)).toEqual(['Enter the date of the review', 'Select the outcome', 'Select the next step']);
  });

  it('refuses a score that is not from 0 to 10', async () => {
    const page = await openPage(ReviewPage, { referralId: 'r1' });
    await page.type('#goalScoreBefore', '11');
    await page.type('#goalScoreNow', 'seven');
    await submit(page);
    expect(summary(page)).toEqual(
      expect.arrayContaining([
        'Goal score before the support must be a whole number from 0 to 10',
        'Goal score now must be a whole number from 0 to 10',
      ]),
    );
  });

  it('sends what was chosen, and nothing where no score was taken', async () => {
    const page = await openPage(ReviewPage, { referralId: 'r1' });
    await typeDate(page, 'reviewedOn', ['5', '9', '2026']);
    await page.press('Continuing to improve');
    await page.type('#goalScoreNow', '6');
    await page.press('Continue the support');
    await submit(page);
    const { body, headers } = page.request('/api/referrals/r1/reviews').request;
    expect(body).toEqual({
      reviewedOn: '2026-09-05',
      outcomeCategory: 'continuing_to_improve',
      goalScoreBefore: null,
      goalScoreNow: 6,
      nextStep: 'continue',
      note: '',
    });
    expect(headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
