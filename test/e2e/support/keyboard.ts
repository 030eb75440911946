import { expect, type Locator, type Page } from '@playwright/test';

import { afterDoubleClick } from './double-click.js';

/** More stops than any page has. */
const mostStops = 200;

/** Goes on with the Tab key alone until what has this role and name has the focus, then presses Enter. */
export async function pressKeysTo(
  page: Page,
  role: 'link' | 'button',
  name: string | RegExp,
  within?: Locator,
): Promise<void> {
  await tabTo(page, role, name, within);
  await afterDoubleClick(page, () => page.keyboard.press('Enter'));
}

/** Goes on with the Tab key alone until what has this role and name has the focus. */
export async function tabTo(
  page: Page,
  role: 'link' | 'button' | 'textbox' | 'radio' | 'checkbox' | 'combobox',
  name: string | RegExp,
  within: Locator = page.getByRole('main'),
): Promise<void> {
  const wanted = within.getByRole(role, { name, exact: typeof name === 'string' });
  await expect(wanted.first()).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const isThere = await wanted.evaluateAll((found) => found.some((each) => each === document.activeElement));
    if (isThere) return;
  }
  throw new Error(`The Tab key never comes to the ${role} ${String(name)}`);
}
