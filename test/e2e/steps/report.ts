import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import { expectErrors, expectHeading, fillDate, follow, press } from '../support/forms.js';
import { pupil } from './pupil.js';

const title = 'Two school years of the partnership';

export async function runAnalysis(page: Page): Promise<void> {
  await page.goto('/analyses');
  await expectAccessible(page, '6-analyses');
  await follow(page, 'Start an analysis');
  await expectHeading(page, 'Start an analysis');
  await press(page, 'Start the analysis');
  await expectErrors(page, 'Enter the first day of the period', 'Select a rate card');
  await expectAccessible(page, '6-start-analysis-errors');
  await fillDate(page, 'First day of the period', '2020-02-24');
  await fillDate(page, 'Last day of the period', '2021-09-13');
  const card = page.getByRole('option', { name: /2019–22/ });
  await page.getByLabel('Rate card').selectOption((await card.getAttribute('value')) ?? '');
  await press(page, 'Start the analysis');
  await expectHeading(page, /^Children reviewed /);
  await expect(page.getByText('The analysis has finished. Its result is on this page.')).toBeAttached();
  await expect(page.getByRole('main')).toContainText('£356,795.80');
  await expectAccessible(page, '6-analysis');
  await page.goto(`${new URL(page.url()).pathname}/lines`);
  await expectAccessible(page, '6-lines');
  await page.goBack();
  await reconcile(page);
}

/** The total of the same children that was published in 2021 differs, and the page says by which inputs. */
async function reconcile(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await follow(page, 'Reconcile with a published total');
  await expectHeading(page, 'Reconcile with a published total');
  await press(page, 'Look for explanations');
  await expectErrors(page, 'Enter the published total');
  await expectAccessible(page, '6-reconcile-errors');
  await page.getByLabel('Published total in pounds').fill('1.23');
  await press(page, 'Look for explanations');
  await expect(main).toContainText('Nothing simple gives £1.23');
  await page.getByLabel('Published total in pounds').fill('350,978');
  await press(page, 'Look for explanations');
  await expect(main).toContainText(/explanations? of £350,978/);
  await expectAccessible(page, '6-reconciled');
  await page.getByRole('link', { name: 'Back to the analysis' }).click();
  await expectHeading(page, /^Children reviewed /);
}

/** Returns the address of the draft. */
export async function draftReport(page: Page): Promise<string> {
  await follow(page, 'Draft a report for the Board');
  await expectHeading(page, 'Draft a report for the Board');
  await press(page, 'Draft the report');
  await expectErrors(page, 'Enter a title for the report');
  await expectAccessible(page, '6-draft-report-errors');
  await page.getByLabel('Title of the report').fill(title);
  await press(page, 'Draft the report');
  await expectHeading(page, title);
  await expectAccessible(page, '6-report-draft');
  return new URL(page.url()).pathname;
}

export async function approveReport(page: Page, report: string): Promise<void> {
  await expectAccessible(page, '7-start-page-of-a-board-member');
  await page.goto(report);
  await expectHeading(page, title);
  await follow(page, 'Approve this report');
  await expectHeading(page, 'Approve this report');
  await expectAccessible(page, '7-approve');
  await press(page, 'Approve the report');
  await expect(page.getByRole('main')).toContainText('Report approved');
}

export async function publishReport(page: Page, report: string): Promise<void> {
  await page.goto(report);
  await follow(page, 'Publish this report');
  await expectHeading(page, 'Publish this report');
  await expectAccessible(page, '6-publish');
  await press(page, 'Publish the report');
  await expect(page.getByRole('main')).toContainText('Report published');
}

/** The published figures of the cohort of 2021, and nothing that could tell of one child. */
export async function readReport(page: Page): Promise<void> {
  await page.goto('/reports');
  await expectAccessible(page, '7-reports');
  await follow(page, title);
  await expectHeading(page, title);
  const main = page.getByRole('main');
  for (const figure of ['90', '64', '71%', '50', '56%', '£356,795.80']) await expect(main).toContainText(figure);
  const outcomes = [
    ['High or very positive impact', '21'],
    ['Continuing to improve', '18'],
    ['Limited impact, another pathway followed', '6'],
    ['Extra support needed, may progress to an EHC plan', '5'],
  ] as const;
  for (const [outcome, count] of outcomes) {
    const row = main.locator('tr').filter({ hasText: outcome });
    await expect(row.locator('td').first()).toHaveText(new RegExp(`^${count}(\\D|$)`));
  }
  await expectNothingAboutOneChild(page);
  await expectAccessible(page, '7-report');
  await expectPrints(page);
}

async function expectNothingAboutOneChild(page: Page): Promise<void> {
  const cells = await page.locator('main td').allInnerTexts();
  expect(cells.length).toBeGreaterThan(10);
  expect(cells.filter((cell) => /^[1-4]$/.test(cell.trim()))).toEqual([]);
  const text = (await page.locator('main').textContent()) ?? '';
  for (const name of [pupil.forename, pupil.surname, pupil.upn]) expect(text).not.toContain(name);
}

/** On paper: the figures and every table, without the ways to other pages. */
async function expectPrints(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print this report' })).toBeHidden();
  await expect(page.getByRole('main')).toContainText('£356,795.80');
  for (const table of await page.locator('main table').all()) await expect(table).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
}
