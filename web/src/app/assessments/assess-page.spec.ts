import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { submit } from '../referrals/referral.fixture.js';
import { AssessPage } from './assess-page.js';

const address = '/api/referrals/r1/assessments';
const reasons = 'Two suspensions this term and a reduced timetable.';
const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());
const choose = (page: OpenedPage, name: string, value: string): Promise<void> => {
  page.find<HTMLInputElement>(`input[name=${name}][value="${value}"]`).click();
  return page.settle();
};

async function filledPage(hours: string): Promise<OpenedPage> {
  const page = await openPage(AssessPage, { referralId: 'r1' });
  await choose(page, 'riskLevel', 'high');
  await choose(page, 'probabilityPercent', '75');
  await choose(page, 'isPlanLikely', 'yes');
  await choose(page, 'hours', hours);
  await choose(page, 'confidence', 'medium');
  await page.type('#rationale', reasons);
  return page;
}

describe('the assessment of risk', () => {
  it('names every question that is not answered, in the order of the page', async () => {
    const page = await openPage(AssessPage, { referralId: 'r1' });
    await submit(page);
    expect(summary(page)).toEqual([
      'Select low, medium or high risk',
      'Enter the probability in percent',
      'Select yes if a plan would be likely to follow a request',
      'Enter the hours a week, or 0 for none',
      'Select how sure you are of the judgement',
      'Enter the reasons for your judgement',
    ]);
  });

  it('sends the judgement and no money, and says what value was computed', async () => {
    const page = await filledPage('32.5');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    const request = page.request(address);
    expect(request.request.body).toEqual({
      riskLevel: 'high',
      probabilityPercent: 75,
      isPlanLikely: true,
      weeklyHours: 32.5,
      confidence: 'medium',
      rationale: reasons,
    });
    request.flush({ annualValuePence: 813_476 });
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/assessments', {
      state: { done: 'Assessment saved. The annual value is £8,134.76' },
    });
  });

  it('takes another number of hours, and refuses more than a week has', async () => {
    const page = await filledPage('other');
    await page.type('#weeklyHours', '41');
    await submit(page);
    expect(summary(page)).toEqual([
      'Hours a week must be a number between 0 and 40 with no more than 2 decimal places, like 32.5',
    ]);
    await page.type('#weeklyHours', '27.25');
    await submit(page);
    expect(page.request(address).request.body).toMatchObject({ weeklyHours: 27.25 });
  });

  it('refuses a probability that does not go with the level of risk', async () => {
    const page = await filledPage('25');
    await choose(page, 'riskLevel', 'low');
    await submit(page);
    expect(summary(page)).toEqual(['Probability must be between 0 and 34 for low risk, or change the level of risk']);
  });
});
