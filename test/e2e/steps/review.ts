import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import { choose, dayFromToday, expectErrors, expectHeading, fact, fillDate, follow, press } from '../support/forms.js';

/** The judgement of the review. */
export async function recordReview(page: Page, reference: string): Promise<void> {
  await page.goto(`/referrals?search=${reference}`);
  await follow(page, reference);
  await expectHeading(page, 'Overview');
  await expect(page.locator('.app-identity-bar')).toContainText('In delivery');
  await follow(page, 'Record a review');
  await expectHeading(page, 'Record a review');
  await press(page, 'Save the review');
  await expectErrors(page, 'Enter the date of the review', 'Select the outcome', 'Select the next step');
  await expectAccessible(page, '5-review-errors');
  await fillDate(page, 'Date of the review', dayFromToday(0));
  await choose(page, 'Outcome', 'Continuing to improve');
  await page.getByLabel('Goal score before the support').fill('3');
  await page.getByLabel('Goal score now').fill('6');
  await page.getByRole('group', { name: 'Next step' }).getByRole('radio').first().check();
  await expectAccessible(page, '5-review');
  await press(page, 'Save the review');
  await expectHeading(page, 'Reviews and outcomes');
  await expect(fact(page, 'Outcome')).toHaveText('Continuing to improve');
  await expect(fact(page, 'Goal score now')).toHaveText('6 of 10');
  await expectAccessible(page, '5-reviews');
}

/** What really happened, whatever was judged. */
export async function recordEhcFacts(page: Page): Promise<void> {
  await follow(page, 'Record or change these facts');
  await expectHeading(page, 'EHC needs assessment: what really happened');
  await page.getByLabel('Teaching assistant hours a week in the plan').fill('many');
  await press(page, 'Save the facts');
  await expectErrors(page, 'Hours a week must be a number from 0 to 40');
  await expectAccessible(page, '5-ehc-facts-errors');
  await page.getByLabel('Teaching assistant hours a week in the plan').fill('');
  await fillDate(page, 'Assessment requested on', dayFromToday(-30));
  await fillDate(page, 'Decided on', dayFromToday(-2));
  await page
    .getByRole('group', { name: 'Decision' })
    .getByLabel(/refused/i)
    .first()
    .check();
  await expectAccessible(page, '5-ehc-facts');
  await press(page, 'Save the facts');
  await expectHeading(page, 'Reviews and outcomes');
  await expect(fact(page, 'Decision')).toContainText(/refused/i);
  await expectAccessible(page, '5-outcomes');
}
