import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import { choose, expectErrors, expectHeading, fact, follow, press } from '../support/forms.js';

export async function acceptReferral(page: Page, reference: string): Promise<void> {
  await expectAccessible(page, '2-start-page-of-a-coordinator');
  await page.goto('/referrals');
  await expectAccessible(page, '2-referrals-of-all-schools');
  await page.getByLabel('Search').fill(reference);
  await press(page, 'Apply filters');
  await follow(page, reference);
  await expectHeading(page, 'Overview');
  await follow(page, 'Accept the referral');
  await expectHeading(page, 'Accept this referral?');
  await expectAccessible(page, '2-accept');
  await press(page, 'Accept the referral');
  await expect(page.getByRole('main')).toContainText('Referral accepted');
  await expectAccessible(page, '2-case');
}

/** There is no field for money: it is worked out from the hours and the rate card. */
export async function assessRisk(page: Page): Promise<void> {
  await follow(page, 'Assess the risk');
  await expectHeading(page, 'Assess the risk');
  await press(page, 'Save the assessment');
  await expectErrors(page, 'Select low, medium or high risk', 'Enter the reasons for your judgement');
  await expectAccessible(page, '2-assess-errors');
  await choose(page, 'Risk', 'High');
  await page
    .getByRole('group', { name: 'Probability' })
    .getByLabel(/\(75%\)/)
    .check();
  await choose(page, 'Would a plan be likely?', 'Yes');
  await choose(page, 'Teaching assistant hours a week then likely', '32.5 hours');
  await choose(page, 'How sure are you?', 'Medium');
  await page.getByLabel('Rationale').fill('Two cycles without lasting change, and attendance is falling.');
  await expect(page.getByRole('main')).not.toContainText('£');
  await expectAccessible(page, '2-assess');
  await press(page, 'Save the assessment');
  await expectHeading(page, 'Assessments of risk');
  // 32.5 hours × £14.89 × 38 weeks, less £6,000 that the school pays.
  await expect(fact(page, 'Annual value')).toHaveText('£12,389.15');
  await expectAccessible(page, '2-assessments');
}

export async function markReady(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Overview' }).click();
  await expectHeading(page, 'Overview');
  await follow(page, 'Mark it ready for panel');
  await expectHeading(page, 'Is this case ready for a panel?');
  await expectAccessible(page, '2-ready-for-panel');
  await press(page, 'Mark it ready for panel');
  await expect(page.getByRole('main')).toContainText('The case is ready for a panel');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expectHeading(page, 'Timeline');
  await expectAccessible(page, '2-timeline');
}
