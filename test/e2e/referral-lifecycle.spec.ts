import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { askAgain, askForSignOff, narrow, openCopy, sendBack, sign } from './steps/sign-off.js';
import { expectAccessible } from './support/accessible.js';
import { expectErrors, expectHeading, follow, press } from './support/forms.js';
import { pressKeysTo, tabTo } from './support/keyboard.js';
import { expect, test } from './support/test.js';

async function changeNeeds(page: Page, text: string): Promise<void> {
  await narrow(page);
  await pressKeysTo(page, 'link', 'Needs');
  await expectHeading(page, 'The child’s needs');
  await pressKeysTo(page, 'button', 'Continue');
  await expectHeading(page, 'Strengths and concerns');
  await tabTo(page, 'textbox', /^What is happening that worries you/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await expect(page.locator('ui-saved-state [aria-hidden]')).toHaveText(/^Saved \d\d:\d\d$/);
}

test('a referral is signed off by link, submitted, amended, compared, withdrawn and reopened', async ({
  openAs,
  browser,
  faults,
}) => {
  test.setTimeout(420_000);
  const senco = await openAs('senco');
  const elsewhere = await browser.newContext();
  await faults.watch(elsewhere, 'head teacher without an account');
  const headTeacher = await elsewhere.newPage();
  faults.expect({ status: 422, path: /^\/api\/sign-off-links\/confirm-code$/ });
  faults.expect({ status: 410, path: /^\/api\/sign-off-links\/open$/ });

  const address = await test.step('The SENCo changes a returned referral, and sees what is still missing', async () => {
    await senco.goto('/referrals?status=returned');
    await senco.getByRole('main').getByRole('link', { name: /^EIP-/ }).first().click();
    await expectHeading(senco, 'Make a referral');
    const path = new URL(senco.url()).pathname.replace('/tasks', '');
    await changeNeeds(senco, 'Leaves the classroom every morning.');
    await senco.goto(`${path}/check`);
    await expectHeading(senco, 'Check your answers before you submit the referral');
    await expect(senco.getByRole('main')).toContainText('Not asked yet');
    await expect(senco.getByRole('button', { name: 'Submit the referral' })).toHaveCount(0);
    await expectAccessible(senco, 'check-without-sign-off');
    return path;
  });

  await test.step('The head teacher opens the link on another device, and sends the referral back', async () => {
    await askForSignOff(senco);
    await openCopy(headTeacher);
    await expect(headTeacher.getByRole('main')).toContainText('Leaves the classroom every morning.');
    await sendBack(headTeacher, 'Say since when.');
    await senco.goto(`${address}/check`);
    await expect(senco.getByRole('main')).toContainText('Say since when.');
    await expectAccessible(senco, 'check-sent-back');
  });

  await test.step('The SENCo answers the comment and asks again; the head teacher signs', async () => {
    await senco.goto(`${address}/tasks`);
    await changeNeeds(senco, 'Leaves the classroom every morning since September.');
    await senco.goto(`${address}/check`);
    await askAgain(senco);
    await openCopy(headTeacher);
    const link = headTeacher.url();
    await expect(headTeacher.getByRole('main')).toContainText('since September');
    await expectAccessible(headTeacher, 'sign-off-copy');
    await sign(headTeacher);
    await headTeacher.goto('/outbox');
    await headTeacher.goto(link);
    await expectHeading(headTeacher, 'This link cannot be used');
    await expectAccessible(headTeacher, 'sign-off-link-dead');
  });

  await test.step('The SENCo submits it', async () => {
    await senco.goto(`${address}/check`);
    await expect(senco.getByRole('main')).toContainText('signed off these answers');
    await expectAccessible(senco, 'check-signed-off');
    await narrow(senco);
    await pressKeysTo(senco, 'button', 'Submit the referral');
    await expectHeading(senco, 'Referral submitted');
    await expectAccessible(senco, 'submitted-again');
    await press(senco, 'Make a PDF');
    await expect(senco.getByRole('link', { name: 'Download the PDF' })).toBeVisible({ timeout: 60_000 });
    await expectAccessible(senco, 'submitted-with-pdf');
    const [file] = await Promise.all([
      senco.waitForEvent('download'),
      senco.getByRole('link', { name: 'Download the PDF' }).click(),
    ]);
    const pdf = readFileSync(await file.path()).toString('latin1');
    expect(file.suggestedFilename()).toMatch(/^EIP-.*-version-\d+\.pdf$/);
    for (const part of ['%PDF-', '/StructTreeRoot', '/Marked true', '/Lang (en-GB)', '/Outlines']) {
      expect(pdf).toContain(part);
    }
  });

  await test.step('The SENCo amends it with a reason, and everybody sees what is different', async () => {
    await senco.goto(address);
    await narrow(senco);
    await pressKeysTo(senco, 'link', 'Amend the referral');
    await expectHeading(senco, 'Amend this referral');
    await press(senco, 'Continue');
    await expectErrors(senco, 'Enter why the referral is amended');
    await expectAccessible(senco, 'amend-errors');
    await senco.getByLabel('Why is it amended?').fill('It began a month earlier.');
    await press(senco, 'Continue');
    await expectHeading(senco, 'Amend the referral');
    await expectAccessible(senco, 'amend-tasks');
    await changeNeeds(senco, 'Leaves the classroom every morning since August.');

    const coordinator = await openAs('coordinator');
    await coordinator.goto(`${address}/versions`);
    await expect(coordinator.getByRole('main')).toContainText('is amending this referral');
    await expectAccessible(coordinator, 'versions-while-amended');

    await senco.goto(`${address}/check`);
    await expectHeading(senco, 'Check your answers before you send the amendment');
    await expectAccessible(senco, 'amend-check');
    await narrow(senco);
    await pressKeysTo(senco, 'button', 'Send the amendment');
    await expectHeading(senco, 'Versions');
    await expect(senco.getByRole('main')).toContainText('Amendment sent');

    await coordinator.goto(`${address}/versions`);
    await expect(coordinator.getByRole('main')).toContainText('It began a month earlier.');
    await expectAccessible(coordinator, 'versions');
    const [copy] = await Promise.all([
      coordinator.waitForEvent('download'),
      coordinator.getByRole('link', { name: 'Download a copy of version 1 as a web page' }).click(),
    ]);
    expect(readFileSync(await copy.path(), 'utf8')).toContain('By version 3, sent');
    await narrow(coordinator);
    await tabTo(coordinator, 'link', /^See what is different/);
    await coordinator.keyboard.press('Enter');
    await expectHeading(coordinator, 'What is different');
    const row = coordinator.getByRole('row').filter({ hasText: 'What is happening' });
    await expect(row).toContainText('since September');
    await expect(row).toContainText('since August');
    await expect(row).toContainText('Sarah Okafor');
    await expectAccessible(coordinator, 'version-differences');
  });

  await test.step('A second amendment is given up, and what was sent stands', async () => {
    await senco.goto(`${address}/amend`);
    await senco.getByLabel('Why is it amended?').fill('It began in July.');
    await press(senco, 'Continue');
    await expectHeading(senco, 'Amend the referral');
    await changeNeeds(senco, 'Leaves the classroom every morning since July.');
    await senco.goto(`${address}/tasks`);
    await pressKeysTo(senco, 'link', 'Give up the amendment');
    await expectHeading(senco, 'Give up the amendment?');
    await expectAccessible(senco, 'amendment-give-up');
    await narrow(senco);
    await pressKeysTo(senco, 'button', 'Give up the amendment');
    await expectHeading(senco, 'Overview');
    await expect(senco.getByRole('main')).toContainText('Amendment given up');
    await senco.goto(`${address}/referral`);
    await expect(senco.getByRole('main')).toContainText('since August');
  });

  await test.step('It is withdrawn, and reopened under the same reference', async () => {
    await senco.goto(`${address}/withdraw`);
    await expectHeading(senco, 'Withdraw this referral?');
    await press(senco, 'Withdraw the referral');
    await expectErrors(senco, 'Enter why the referral is withdrawn');
    await expectAccessible(senco, 'withdraw-errors');
    await senco.getByLabel('Why is it withdrawn?').fill('The family moves away.');
    await press(senco, 'Withdraw the referral');
    await expect(senco.locator('.app-identity-bar')).toContainText('Withdrawn');
    await narrow(senco);
    await pressKeysTo(senco, 'link', 'Reopen the referral');
    await expectHeading(senco, 'Reopen this referral?');
    await press(senco, 'Reopen the referral');
    await expectErrors(senco, 'Enter why the referral is reopened');
    await expectAccessible(senco, 'reopen-errors');
    await senco.getByLabel('Why is it reopened?').fill('The family stays.');
    await press(senco, 'Reopen the referral');
    await expect(senco.locator('.app-identity-bar')).toContainText('Returned to school');
    await follow(senco, 'Complete and submit the referral');
    await expect(senco.getByRole('main')).toContainText('This referral has been reopened.');
    await expectAccessible(senco, 'reopened-tasks');
    await senco.goto(`${address}/check`);
    await expect(senco.getByRole('main')).toContainText('The sign-off no longer holds');
    await expectAccessible(senco, 'check-sign-off-outdated');
  });
  await elsewhere.close();
});
