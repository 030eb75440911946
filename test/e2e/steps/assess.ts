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

const suspensions = /^Suspensions/;

/** The evidence first, then the judgement. There is no field for money: it is worked out from the hours and the rate card. */
export async function assessRisk(page: Page): Promise<void> {
  await follow(page, 'Assess the risk');
  await expectHeading(page, 'What does the evidence show?');
  await press(page, 'Continue');
  await expectErrors(page, 'Select how strong the evidence is: suspensions and risk of permanent exclusion');
  await expectAccessible(page, '2-evidence-errors');
  for (const criterion of await page.getByRole('main').locator('fieldset').all()) {
    const isStrong = suspensions.test((await criterion.locator('legend').innerText()).trim());
    await criterion.getByLabel(isStrong ? 'Strong evidence' : 'Some evidence', { exact: true }).check();
  }
  await expectAccessible(page, '2-evidence');
  await press(page, 'Continue');

  await expectHeading(page, 'What do you expect?');
  await press(page, 'Continue');
  await expectErrors(page, 'Select low, medium or high risk', 'Enter the reasons for your judgement');
  await expectAccessible(page, '2-assess-errors');
  await judge(page, { risk: 'High', percent: 75, hours: '32.5 hours' });
  await page.getByLabel('Rationale').fill('Two cycles without lasting change, and attendance is falling.');
  await expect(page.getByRole('main')).not.toContainText('£');
  await expectAccessible(page, '2-assess');
  await press(page, 'Continue');

  await expectHeading(page, 'Check the assessment');
  await expectAccessible(page, '2-check-assessment');
  await press(page, 'Save the assessment');
  await expectHeading(page, 'Assessments of risk');
  // 32.5 hours × £14.89 × 38 weeks, less £6,000 that the school pays.
  await expect(fact(page, 'Annual value')).toHaveText('£12,389.15');
  await expect(page.getByRole('main')).toContainText('32.5 hours × £14.89 × 38 weeks');
  await expectAccessible(page, '2-assessments');
}

/** The judgement but for its reasons. */
export async function judge(
  page: Page,
  { risk, percent, hours }: { readonly risk: string; readonly percent: number; readonly hours: string },
): Promise<void> {
  await choose(page, 'Risk', risk);
  await page
    .getByRole('group', { name: 'Probability' })
    .getByLabel(new RegExp(`\\(${percent}%\\)`))
    .check();
  await choose(page, 'Would a plan be likely?', 'Yes');
  await choose(page, 'Teaching assistant hours a week then likely', hours);
  await choose(page, 'How sure are you?', 'Medium');
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
