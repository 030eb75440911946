import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import { expectHeading, fillDate, press, question } from './support/forms.js';
import { expect, test } from './support/test.js';

const savedState = (page: Page): Locator => page.locator('ui-saved-state [aria-hidden]');
const saved = /^Saved \d\d:\d\d$/;
const text = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

test('what is typed into a form of a case outlives a closed tab, a cut network and the end of a session', async ({
  openAs,
  faults,
}) => {
  test.setTimeout(240_000);
  let page = await openAs('coordinator', '/referrals');
  const context = page.context();
  await page.goto('/referrals?status=in_delivery');
  await page.getByRole('main').getByRole('link', { name: /^EIP-/ }).first().click();
  await expectHeading(page, 'Overview');
  const address = new URL(page.url()).pathname;
  const open = async (path: string): Promise<void> => {
    await page.goto(`${address}${path}`);
  };

  await test.step('A note is there again in another tab, with who may read it', async () => {
    await open('/notes/new');
    await text(page, 'Note').fill('The mother asks for a meeting');
    await question(page, 'Who can read it?').getByLabel('Council only').check();
    await expect(savedState(page)).toHaveText(saved);
    await page.close();
    page = await context.newPage();
    await open('/notes/new');
    await expect(text(page, 'Note')).toHaveValue('The mother asks for a meeting');
    await expect(question(page, 'Who can read it?').getByLabel('Council only')).toBeChecked();
    await expect(page.getByRole('main')).toContainText('and did not send it');
    await expectAccessible(page, 'kept-form-restored');
  });

  await test.step('Once it is sent nothing of it is left in the form', async () => {
    await press(page, 'Save the note');
    await expectHeading(page, 'Notes');
    await open('/notes/new');
    await expectHeading(page, 'Write a note');
    await expect(text(page, 'Note')).toHaveValue('');
    await expect(page.getByRole('main')).not.toContainText('did not send it');
  });

  await test.step('The network is cut in the middle of a consultation', async () => {
    await open('/consultations/new');
    await expectHeading(page, 'Record a consultation');
    await text(page, 'Which specialist teacher?').fill('Ms Grey');
    await expect(savedState(page)).toHaveText(saved);
    faults.allowOffline = true;
    await context.setOffline(true);
    await text(page, 'What did they advise?').fill('A quiet start of the day');
    await expect(savedState(page)).toHaveText('Not saved – retrying');
    await context.setOffline(false);
    await expect(savedState(page)).toHaveText(saved, { timeout: 30_000 });
  });

  await test.step('The session ends, and what was typed before and after it is there', async () => {
    await fillDate(page, 'When was it?', '2026-09-14');
    faults.expect({ status: 401, path: /^\/api\/referrals\// });
    await context.clearCookies();
    await text(page, 'What did they advise?').fill('A quiet start of the day, and a key adult');
    const dialog = page.getByRole('dialog', { name: 'Sign in again, your answers are saved' });
    await dialog.getByRole('button', { name: 'Sign in as Judith Marsh' }).click();
    await expect(dialog).toBeHidden();
    await expect(savedState(page)).toHaveText(saved, { timeout: 30_000 });
    await page.reload();
    await expect(text(page, 'What did they advise?')).toHaveValue('A quiet start of the day, and a key adult');
    await expect(question(page, 'When was it?').getByLabel('Year')).toHaveValue('2026');
  });

  await test.step('What is not wanted any longer is thrown away', async () => {
    await press(page, 'Throw it away');
    await expect(text(page, 'What did they advise?')).toHaveValue('');
    await page.reload();
    await expectHeading(page, 'Record a consultation');
    await expect(text(page, 'Which specialist teacher?')).toHaveValue('');
    await expect(page.getByRole('main')).not.toContainText('did not send it');
  });
});
