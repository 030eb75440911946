import { expect, type Locator, type Page } from '@playwright/test';

import { afterDoubleClick } from './double-click.js';

/** A set of radio buttons or the boxes of a date, by its question. */
export function question(page: Page, text: string): Locator {
  return page.getByRole('main').getByRole('group', { name: text });
}

export async function choose(page: Page, asked: string, answer: string): Promise<void> {
  await question(page, asked).getByLabel(answer, { exact: true }).check();
}

/** `day` as YYYY-MM-DD. */
export async function fillDate(page: Page, asked: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await question(page, asked)
    .getByLabel('Day')
    .fill(String(Number(date)));
  await question(page, asked)
    .getByLabel('Month')
    .fill(String(Number(month)));
  await question(page, asked).getByLabel('Year').fill(year);
}

export async function press(page: Page, button: string, within: Locator = page.getByRole('main')): Promise<void> {
  await afterDoubleClick(page, () => within.getByRole('button', { name: button, exact: true }).click());
}

/** Goes where a link leads, whether it looks like a link or like a button. */
export async function follow(page: Page, text: string): Promise<void> {
  await link(page, text).first().click();
}

export function link(page: Page, text: string): Locator {
  return page.getByRole('main').locator('a').filter({ hasText: text });
}

/** The page whose heading this is has come. */
export async function expectHeading(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible();
}

/** A failed submit: the summary has the focus, says this, and the title of the window says so too. */
export async function expectErrors(page: Page, ...messages: readonly (string | RegExp)[]): Promise<void> {
  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  for (const message of messages) await expect(summary).toContainText(message);
  await expect(page).toHaveTitle(/^Error: /);
}

/** The value beside a key of a summary list. */
export function fact(page: Page, key: string): Locator {
  return page
    .locator('.govuk-summary-list__row')
    .filter({ has: page.getByText(key, { exact: true }) })
    .locator('.govuk-summary-list__value');
}

/** `days` from today in the United Kingdom, as YYYY-MM-DD. */
export function dayFromToday(days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
