import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import { expectErrors, expectHeading, press } from './support/forms.js';
import { expect, test } from './support/test.js';

const pdf = (text: string): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n% ${text}\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
/** In two halves, or a scanner of this machine would find it here. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

const card = (page: Page, name: string) => page.locator('.govuk-summary-card').filter({ hasText: name });

test('a school adds reports to its referral, and only what is clean can be opened', async ({ openAs, faults }) => {
  const page = await openAs('senco');
  await page.goto('/referrals?status=draft');
  const draft = await page.getByRole('main').locator('tbody a').first().getAttribute('href');
  const referral = draft?.split('/')[2] ?? '';
  await page.goto(`/referrals/${referral}/tasks`);
  await page.getByRole('main').getByRole('link', { name: 'Documents', exact: true }).click();
  await expectHeading(page, 'Documents');
  await expectAccessible(page, 'documents-none');

  await test.step('nothing chosen, and kinds that are not kept', async () => {
    await press(page, 'Upload files');
    await expectErrors(page, 'Choose at least one file');
    faults.expect({ status: 422, path: /\/documents$/ });
    await page
      .getByLabel('Add reports, plans and other documents')
      .setInputFiles([
        file('program.exe', Buffer.from('MZ')),
        file('locked.pdf', pdf('/Encrypt 5 0 R')),
        file('page.pdf', Buffer.from('<html></html>')),
      ]);
    await press(page, 'Upload files');
    await expectErrors(
      page,
      'program.exe must be a PDF, DOCX, ODT, JPG or PNG',
      'locked.pdf: The file has a password. Remove the password and upload it again.',
      'page.pdf: The file is not what its name says.',
    );
    await expectAccessible(page, 'documents-refused');
    await expect(page.locator('.govuk-summary-card')).toHaveCount(0);
  });

  await test.step('several at once, each with its progress', async () => {
    // Held back, so that the page can be looked at meanwhile.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/documents', async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await page
      .getByLabel('Add reports, plans and other documents')
      .setInputFiles([
        file('Educational psychologist’s report.pdf', Buffer.concat([pdf('one'), Buffer.alloc(3_000_000, ' ')])),
        file('a-name-that-is-long-and-has-no-place-where-a-browser-could-break-it-by-itself-at-all.pdf', pdf('two')),
        file('infected.pdf', Buffer.concat([pdf('three'), Buffer.from(eicar)])),
      ]);
    await press(page, 'Upload files');
    await expect(page.getByRole('progressbar')).toHaveCount(3);
    await expect(page.getByText(/^Uploading, \d+%$/)).toHaveCount(1);
    await expect(page.getByText('Waiting', { exact: true })).toHaveCount(2);
    await expectAccessible(page, 'documents-uploading');
    release();
    await expect(page.getByText('Uploaded', { exact: true }).and(page.locator('.app-progress__text'))).toHaveCount(3);
    await page.unroute('**/documents');
  });

  await test.step('the scan releases the clean ones', async () => {
    await expect(card(page, 'Educational psychologist').getByText('Ready')).toBeVisible({ timeout: 30_000 });
    await expect(card(page, 'infected.pdf').getByText('Virus found')).toBeVisible({ timeout: 30_000 });
    await expect(card(page, 'infected.pdf').getByRole('link', { name: /Download/ })).toHaveCount(0);
    await expect(card(page, 'a-name-that-is-long').getByText('Ready')).toBeVisible();
    await expectAccessible(page, 'documents');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download Educational psychologist’s report.pdf' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('Educational psychologist’s report.pdf');
    expect(
      readFileSync(await download.path())
        .subarray(0, pdf('one').length)
        .equals(pdf('one')),
    ).toBe(true);
  });

  await test.step('a new version', async () => {
    await page.getByRole('link', { name: 'Upload a new version of Educational psychologist’s report.pdf' }).click();
    await expectHeading(page, 'Upload a new version of Educational psychologist’s report.pdf');
    await press(page, 'Upload the new version');
    await expectErrors(page, 'Choose a file');
    await expectAccessible(page, 'documents-replace');
    await page.getByLabel('The new file').setInputFiles(file('Report, second edition.pdf', pdf('second')));
    await press(page, 'Upload the new version');
    await expectHeading(page, 'Documents');
    await expect(page.getByText('New version uploaded')).toBeVisible();
    const replaced = card(page, 'Report, second edition.pdf');
    await expect(replaced.getByText('Ready')).toBeVisible({ timeout: 30_000 });
    await replaced.getByText('The version before this one').click();
    await expect(replaced.getByRole('link', { name: /Download Educational .*version 1/ })).toBeVisible();
    await expectAccessible(page, 'documents-versions');
  });

  await test.step('the removal of what was wrong', async () => {
    await page.getByRole('link', { name: 'Remove infected.pdf' }).click();
    await expectHeading(page, 'Remove infected.pdf?');
    await press(page, 'Remove the document');
    await expectErrors(page, 'Enter why the document is removed');
    await expectAccessible(page, 'documents-remove');
    await page.getByLabel('Why is it removed?').fill('It had a virus');
    await press(page, 'Remove the document');
    await expect(page.getByText('Document removed')).toBeVisible();
    await expect(card(page, 'infected.pdf')).toHaveCount(0);
    await expect(page.getByText(/Removed on .* by Sarah Okafor: It had a virus/)).toBeVisible();
    await expectAccessible(page, 'documents-removed');
  });
});

test('a case that has ended keeps its documents and takes no more', async ({ openAs }) => {
  const page = await openAs('coordinator');
  await page.goto('/referrals?status=closed');
  const closed = await page.getByRole('main').locator('tbody a').first().getAttribute('href');
  await page.goto(`${closed}/documents`);
  await expectHeading(page, 'Documents');
  await expect(page.getByText('This case has ended')).toBeVisible();
  await expect(page.locator('input[type=file]')).toHaveCount(0);
  await expectAccessible(page, 'documents-closed');
});
