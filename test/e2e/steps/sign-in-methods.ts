import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import { codeOf } from '../support/codes.js';
import { expectErrors, expectHeading, follow, press } from '../support/forms.js';

/** Somebody with one passkey looks at adding another, and sets up an authenticator app. */
export async function addMethods(page: Page): Promise<void> {
  await page.goto('/account/sign-in-methods');
  await follow(page, 'Add a passkey');
  await expectHeading(page, 'Add a passkey');
  await press(page, 'Add the passkey');
  await expectErrors(page, 'Enter a name for the passkey');
  await expectAccessible(page, 'add-passkey-errors');
  await page.goto('/account/sign-in-methods');
  await follow(page, 'Set up');
  await expectHeading(page, 'Set up an authenticator app');
  await press(page, 'Confirm the app');
  await expectErrors(page, 'Enter the code that the app shows');
  await expectAccessible(page, 'add-app-errors');
  const key = (await page.locator('.app-code-text').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code from the app').fill(codeOf(key));
  await press(page, 'Confirm the app');
  await expect(page.getByText('Authenticator app set up')).toBeVisible();
}

export async function removeApp(page: Page, passkey: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Remove.*app/i })
    .click();
  await expectHeading(page, 'Remove the authenticator app');
  await expectAccessible(page, 'remove-app');
  await press(page, 'Remove');
  await expect(page.getByText('Not set up')).toBeVisible();
  await expect(page.getByRole('heading', { name: `Passkey: ${passkey}` })).toBeVisible();
}
