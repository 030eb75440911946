import { expect, type Locator, type Page } from '@playwright/test';

import { afterDoubleClick } from './double-click.js';

/** More stops than any page has. */
const mostStops = 200;

/**
 * From here on the browser of this page knows no mouse: what is pressed by one, and what is written without a key, is a fault that
 * fails the test. A letter that has no key on the keyboard counts as written without one.
 */
export async function byKeyboardAlone(page: Page): Promise<void> {
  const watch = (): void => {
    let keys = 0;
    document.addEventListener('keydown', () => (keys += 1), { capture: true });
    document.addEventListener(
      'pointerdown',
      () => console.error('A mouse was used in a walk that goes by keyboard alone'),
      { capture: true },
    );
    document.addEventListener(
      'input',
      ({ isTrusted }) => {
        if (keys === 0 && isTrusted) console.error('Something was written without a key');
        keys = 0;
      },
      { capture: true },
    );
  };
  await page.context().addInitScript(watch);
  await page.evaluate(watch);
}

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
