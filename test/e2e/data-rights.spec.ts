import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

import { expectAccessible } from './support/accessible.js';
import {
  choose,
  dayFromToday,
  expectErrors,
  expectHeading,
  fact,
  fillDate,
  follow,
  press,
  question,
} from './support/forms.js';
import { runTonight, whileNobodyReads } from './support/database.js';
import { expect, test } from './support/test.js';

/** What cannot be taken back asks once more who one is. */
async function confirmWhoIAm(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^I am / })
    .click();
}

test('a family withdraws its consent, and from then on the provider finds nothing', async ({ openAs, faults }) => {
  test.setTimeout(120_000);
  const provider = await openAs('provider', '/allocations');
  const row = provider.getByRole('row').filter({ hasText: 'EIP-' }).first();
  const reference = /EIP-\d{4}-\d{4}/.exec(await row.innerText())?.[0] ?? '';
  await row.getByRole('link').first().click();
  await provider.waitForURL(/\/allocations\/[0-9a-f-]{36}$/);
  await expect(provider.getByRole('heading', { level: 1 })).toBeVisible();
  const address = provider.url();

  const coordinator = await openAs('coordinator', '/referrals');
  await coordinator.getByLabel('Search').fill(reference);
  await coordinator.getByRole('button', { name: 'Apply filters' }).click();
  await follow(coordinator, reference);
  await coordinator.getByRole('link', { name: 'Consent', exact: true }).click();
  await expectHeading(coordinator, 'Consent to share');
  await expectAccessible(coordinator, 'consent');
  await follow(coordinator, 'Record that consent is withdrawn');
  await press(coordinator, 'Stop sharing now');
  await expectErrors(coordinator, 'Select panel schools, providers of support, or both', 'Enter who said so');
  await expectAccessible(coordinator, 'consent-withdraw-errors');
  await question(coordinator, 'Who may no longer read about the child?').getByLabel('Providers of support').check();
  await coordinator.getByLabel('Who said so?').fill('Ms Example');
  await coordinator.getByLabel('Relationship to the child').fill('Mother');
  await fillDate(coordinator, 'When?', dayFromToday(0));
  await choose(coordinator, 'How?', 'By phone');
  await press(coordinator, 'Stop sharing now');
  await expectHeading(coordinator, 'Consent to share');
  await expect(coordinator.getByText('Sharing has stopped')).toBeVisible();
  await expect(coordinator.getByText('do not share this case with providers of support')).toBeVisible();
  await expectAccessible(coordinator, 'consent-withdrawn');

  faults.expect({ status: 404, path: /^\/api\/allocations\// });
  await provider.goto(address);
  await expect(provider.getByRole('heading', { level: 1 })).toContainText('not found');
  await provider.goto('/allocations');
  await expect(provider.getByRole('main')).not.toContainText(reference);

  await follow(coordinator, 'Record that consent is given');
  await press(coordinator, 'Save the consent');
  await expectErrors(coordinator, 'Select panel schools, providers of support, or both', 'Enter who said so');
  await expectAccessible(coordinator, 'consent-give-errors');
  await question(coordinator, 'Who may read about the child?').getByLabel('Providers of support').check();
  await coordinator.getByLabel('Who said so?').fill('Ms Example');
  await coordinator.getByLabel('Relationship to the child').fill('Mother');
  await fillDate(coordinator, 'When?', dayFromToday(0));
  await choose(coordinator, 'How?', 'In writing');
  await press(coordinator, 'Save the consent');
  await expect(coordinator.getByText('Given: Providers of support')).toBeVisible();
  await provider.goto(address);
  await expect(provider.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a request for access is logged, timed, reviewed, released and downloaded', async ({ openAs, faults }) => {
  test.setTimeout(180_000);
  const officer = await openAs('dpo', '/access-requests');
  await expectHeading(officer, 'Access requests');
  await expect(officer.getByRole('main')).toContainText('SAR-');
  await expectAccessible(officer, 'access-requests');

  // The child about whom somebody asks in the demonstration has two documents.
  await officer.getByRole('link', { name: /^SAR-\d{4}-0001/ }).click();
  await expectHeading(officer, /Access request SAR-/);
  const upn = /UPN ([A-Z]\d{11}[0-9A-Z])/.exec(await officer.getByRole('main').innerText())?.[1] ?? '';
  await officer.goto('/access-requests');

  await follow(officer, 'Log a request');
  await officer.getByLabel('Which child is it about?').fill('EIP-1900-0001');
  await press(officer, 'Find the child');
  await expectErrors(officer, 'No child has this UPN or reference');
  await expectAccessible(officer, 'access-request-child');
  await officer.getByLabel('Which child is it about?').fill(upn);
  await press(officer, 'Find the child');
  await expect(officer.getByText('Date of birth')).toBeVisible();
  await press(officer, 'Log the request');
  await expectErrors(officer, 'Enter the date of the request', 'Enter who asks');
  await expectAccessible(officer, 'access-request-log');
  await fillDate(officer, 'When was the request received?', dayFromToday(-3));
  await officer.getByLabel('Who asks?').fill('Ms Ada Asker');
  await choose(officer, 'Who are they to the child?', 'Parent or carer');
  await choose(officer, 'How is their identity known?', 'Documents seen');
  await press(officer, 'Log the request');
  await expectHeading(officer, /Access request SAR-/);
  await expect(fact(officer, 'One calendar month')).toBeVisible();

  await follow(officer, 'Pause the clock for clarification');
  await fillDate(officer, 'When was the person asked?', dayFromToday(-2));
  await officer.getByLabel('What were they asked?').fill('Which school year they mean');
  await expectAccessible(officer, 'access-request-pause');
  await press(officer, 'Pause the clock');
  await expect(fact(officer, '2 days paused for clarification')).toBeVisible();
  await follow(officer, 'Resume the clock');
  await press(officer, 'Resume the clock');
  await expectErrors(officer, 'Enter the date');
  await expectAccessible(officer, 'access-request-resume-errors');
  await fillDate(officer, 'When did they answer?', dayFromToday(0));
  await press(officer, 'Resume the clock');
  await expectHeading(officer, /Access request SAR-/);

  await whileNobodyReads('corrections', async () => {
    await press(officer, 'Prepare the pack');
    await expect(officer.getByRole('progressbar', { name: 'Collecting what is held' })).toBeVisible();
    await expectAccessible(officer, 'access-request-collecting');
  });
  await expect(officer.getByRole('main').locator('a').filter({ hasText: 'Review the pack' })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(officer, 'access-request');
  await follow(officer, 'Review the pack');
  await expectHeading(officer, 'Review the pack');
  await officer.getByRole('button', { name: /^Decide the \d+ as suggested$/ }).click();
  await expect(officer.getByRole('main')).toContainText('All are decided');
  await expectAccessible(officer, 'access-pack');
  await press(officer, 'Release the pack');
  await expectErrors(officer, 'Confirm that you have read the whole pack');
  await officer.getByLabel('I have read the whole pack').check();
  faults.expect({ status: 409, path: /\/release$/ });
  await press(officer, 'Release the pack');
  await expectErrors(officer, /Include or withhold the 2 documents/);

  const opening = officer.waitForEvent('download');
  await officer.getByRole('link', { name: /^Open Educational psychology report\.pdf/ }).click();
  expect(
    readFileSync(await (await opening).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await question(officer, '1. Educational psychology report.pdf').getByLabel('Include it in the pack').check();
  await question(officer, '2. Speech and language therapy report.pdf').getByLabel('Withhold it').check();
  await press(officer, 'Save the decisions on documents');
  await expectErrors(officer, 'Enter why the document is withheld');
  await expectAccessible(officer, 'access-pack-documents-errors');
  await officer.getByLabel('Why is it withheld?').fill('It is mostly about another child.');
  await press(officer, 'Save the decisions on documents');
  await expect(officer.getByRole('main')).toContainText('Every document is decided.');
  await expectAccessible(officer, 'access-pack-documents');
  faults.expect({ status: 403, path: /\/(release|archive)$/ });
  await press(officer, 'Release the pack');
  // Signed in a moment ago: a confirmation may not be needed.
  const dialog = officer.getByRole('dialog');
  await expect(officer.getByText('The pack is released').or(dialog)).toBeVisible();
  if (await dialog.isVisible()) await confirmWhoIAm(officer);
  await expect(officer.getByText('The pack is released')).toBeVisible();
  await expectAccessible(officer, 'access-request-released');

  const downloading = officer.waitForEvent('download');
  await press(officer, 'Download the pack (ZIP)');
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^SAR-\d{4}-\d{4}\.zip$/);
  const entries = unzipSync(new Uint8Array(readFileSync(await file.path())));
  expect(strFromU8(entries['documents/document-1-version-1.pdf']?.subarray(0, 5) ?? new Uint8Array())).toBe('%PDF-');
  expect(Object.keys(entries)).not.toContain('documents/document-2-version-1.pdf');
  expect(strFromU8(entries['personal-data.html'] ?? new Uint8Array())).toContain('It is mostly about another child.');
});

test('the officer sees what would be destroyed and keeps it with a hold', async ({ openAs, faults }) => {
  test.setTimeout(120_000);
  const officer = await openAs('dpo', '/retention');
  await expectHeading(officer, 'Retention');
  await officer.getByRole('button', { name: 'In a year' }).click();
  await expect(officer.getByRole('heading', { name: /What would be destroyed by \d/ })).toBeVisible();
  const cases = officer.getByRole('table', { name: 'Cases one by one' });
  await expect(cases).toContainText('Kept: Legal hold');
  await expect(cases).toContainText('Will be destroyed');
  await expectAccessible(officer, 'retention');
  const row = cases.getByRole('row').filter({ hasText: 'Will be destroyed' }).first();
  const reference = /EIP-\d{4}-\d{4}/.exec(await row.innerText())?.[0] ?? '';

  await follow(officer, 'Legal holds');
  await expectAccessible(officer, 'legal-holds');
  await follow(officer, 'Place a hold');
  await press(officer, 'Place the hold');
  await expectErrors(officer, 'Enter the reference of a case or a UPN', 'Select what the hold keeps');
  await officer.getByLabel('Which case or child?').fill(reference);
  await choose(officer, 'What does it keep?', 'This case alone');
  await officer.getByLabel('Why must it be kept?').fill('A complaint is open');
  await expectAccessible(officer, 'legal-hold-place');
  await press(officer, 'Place the hold');
  await expect(officer.getByText('Legal hold placed')).toBeVisible();
  await officer.goto(`/retention?until=${dayFromToday(300)}`);
  await expect(cases.getByRole('row').filter({ hasText: reference })).toContainText('Kept: Legal hold');

  await officer.goto('/retention/holds');
  faults.expect({ status: 403, path: /\/(lift|mail)$/ });
  await officer
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`Lift the hold.*${reference}`) })
    .click();
  await expectHeading(officer, 'Lift the legal hold');
  await officer.getByLabel('Why does it no longer have to be kept?').fill('The complaint is settled');
  await expectAccessible(officer, 'legal-hold-lift');
  await press(officer, 'Lift the hold');
  await expect(officer.getByText('Legal hold lifted')).toBeVisible();

  await officer.goto('/retention/destructions');
  await expectHeading(officer, 'What was destroyed');
  await expectAccessible(officer, 'destructions');
  await officer.goto('/retention/rules/mail');
  await officer.getByLabel('Months').fill('0');
  await officer.getByLabel('Days, in addition').fill('2');
  await officer.getByLabel('Where does this period come from?').fill('A test');
  faults.expect({ status: 422, path: /^\/api\/retention-rules\/mail$/ });
  await press(officer, 'Save as version 2');
  await expectErrors(officer, 'The period must be at least 14 days');
  await expectAccessible(officer, 'retention-rule');
});

test('what is over its period is destroyed at night, and the officer reads what and why', async ({ openAs }) => {
  const officer = await openAs('dpo');
  await officer.goto(`/retention?until=${dayFromToday(0)}`);
  const due = officer.getByRole('table', { name: 'Cases one by one' }).getByRole('row');
  await expect(due.filter({ hasText: 'Will be destroyed' })).not.toHaveCount(0);
  await runTonight('retention');
  await officer.goto('/retention/destructions');
  await expect(async () => {
    await officer.reload();
    await expect(officer.getByRole('table')).toContainText('Referral that was declined', { timeout: 500 });
  }).toPass();
  await expectAccessible(officer, 'destructions-after-a-night');
  await officer.goto(`/retention?until=${dayFromToday(0)}`);
  await expect(due.filter({ hasText: 'Kept: Legal hold' })).not.toHaveCount(0);
  await expect(due.filter({ hasText: 'Will be destroyed' })).toHaveCount(0);
});
