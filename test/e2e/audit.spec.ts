import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.js';
import { choose, expectErrors, expectHeading, fact, follow, press } from './support/forms.js';
import { expect, test } from './support/test.js';

/** Fills a filter and applies it; on a wide screen its fields are always there. */
async function search(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('main').getByLabel(label, { exact: true });
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: value });
  else await field.fill(value);
  await press(page, 'Apply filters');
}

test('the data protection officer searches the trail, opens an event and takes the trail away', async ({
  openAs,
  faults,
}) => {
  const coordinator = await openAs('coordinator', '/referrals');
  await coordinator.getByRole('row').nth(1).getByRole('link').first().click();
  await expectHeading(coordinator, 'Overview');
  const reference =
    (await coordinator
      .getByText(/^EIP-\d{4}-\d{4}$/)
      .first()
      .textContent()) ?? '';

  const page = await openAs('dpo', '/audit-events');
  await expectHeading(page, 'Audit events');
  await expect(page.getByText(/^Verified as whole/)).toBeVisible();
  await expectAccessible(page, 'audit-events');

  faults.expect({ status: 422, path: /^\/api\/audit-events\/find-case$/ });
  await search(page, 'Case reference', 'EIP-1900-0001');
  await expectErrors(page, 'There is no case with this reference.');
  await expectAccessible(page, 'audit-events-no-case');

  await search(page, 'Case reference', reference);
  await expect(page.getByRole('button', { name: `Remove this filter: Case: ${reference}` })).toBeVisible();
  expect(page.url()).not.toContain(reference);
  expect(new URL(page.url()).searchParams.get('referralId')).toMatch(/^[0-9a-f-]{36}$/);
  await search(page, 'Event', 'Case file opened');
  await search(page, 'Person', 'Judith Marsh');
  await expect(page.getByRole('row').nth(1)).toContainText('Case file opened');
  await expect(page.getByRole('row').nth(1)).toContainText('Judith Marsh (Coordinator)');
  await expectAccessible(page, 'audit-events-found');

  const download = async (button: string): Promise<string> => {
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
    return readFile(await file.path(), 'utf8');
  };
  const csv = await download('Download as CSV');
  expect(csv.split('\r\n')[0]).toContain('What happened');
  expect(csv).toContain('Case file opened,Judith Marsh');
  const lines = (await download('Download with the chain (JSON Lines)')).trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

  await page.getByRole('row').nth(1).getByRole('link').click();
  await expectHeading(page, 'Case file opened');
  await expect(fact(page, 'About')).toHaveText(`Case ${reference}`);
  await expect(fact(page, 'Computed again just now')).toHaveText('The hash is right');
  await expectAccessible(page, 'audit-event');
  await follow(page, 'Everything about this child');
  await expectHeading(page, 'Audit events');
  await page.getByRole('button', { name: /^Remove this filter: Everything about one child/ }).click();
  await search(page, 'Event', 'Audit trail exported');
  await expect(page.getByRole('row').nth(1)).toContainText('Catherine Boyle');
  await search(page, 'Event', 'Rate card added');
  await expect(page.getByText('No event fits these filters.')).toBeVisible();
  await expectAccessible(page, 'audit-events-none');
});

test('a case is opened under emergency access, read, closed again, and the access reviewed', async ({
  openAs,
  faults,
}) => {
  // The browser is told what the page reads before anybody asks whether the role includes it, and the API refuses.
  faults.expect({ status: 403, path: /^\/api\/referrals\/[^/]+(\/people)?$/ });
  const coordinator = await openAs('coordinator');
  await coordinator.goto('/referrals?status=accepted');
  const link = coordinator.getByRole('row').nth(1).getByRole('link').first();
  const reference = (await link.textContent())?.trim() ?? '';
  const path = (await link.getAttribute('href')) ?? '';

  const page = await openAs('dpo', '/emergency-accesses');
  await expectHeading(page, 'Emergency accesses');
  await expectAccessible(page, 'emergency-accesses-none');
  await follow(page, 'Open a case');
  await expectHeading(page, 'Open a case under emergency access');
  await press(page, 'Continue');
  await expectErrors(page, 'Enter the reference of the case', 'Select why you must see the case');
  await expectAccessible(page, 'emergency-access-errors');
  await page.getByLabel('Reference of the case').fill(reference.toLowerCase());
  await choose(page, 'Why must you see it?', 'A child may be at risk of harm');
  await page.getByLabel('Explain in your own words').fill('The school cannot be reached tonight.');
  await press(page, 'Continue');
  await expectHeading(page, 'Check what will happen');
  await expect(fact(page, 'Case')).toHaveText(reference);
  await expectAccessible(page, 'emergency-access-check');
  await press(page, 'Open this case');

  await expectHeading(page, 'Overview');
  await expect(page.getByText('You are reading this case under emergency access until')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What you can do' })).toHaveCount(0);
  await expectAccessible(page, 'emergency-access-case');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expectHeading(page, 'Timeline');
  await page.getByRole('link', { name: 'End it' }).click();
  await expectHeading(page, `Case ${reference}`);
  await expect(fact(page, 'State')).toContainText('Open until');
  await expectAccessible(page, 'emergency-access-living');
  await press(page, 'End it now');
  await expect(fact(page, 'State')).toContainText('Ended by hand');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(page, 'emergency-access-ended');
  await follow(page, 'Everything that was opened under it');
  await expectHeading(page, 'Audit events');
  await expect(page.getByRole('row').filter({ hasText: 'Case file opened (emergency access)' }).first()).toBeVisible();

  await page.goto(path);
  faults.expect({ status: 403, path: /^\/api\/(referrals|session)/ });
  await expectHeading(page, /do not have access/);

  await coordinator.goto('/');
  await coordinator.getByRole('link', { name: 'Emergency accesses to look at' }).click();
  await expectHeading(coordinator, 'Emergency accesses');
  await expectAccessible(coordinator, 'emergency-accesses');
  await coordinator.getByRole('link', { name: reference }).click();
  await follow(coordinator, 'Review this access');
  await press(coordinator, 'Record the review');
  await expectErrors(coordinator, 'Select whether it was justified', 'Enter your reasons');
  await choose(coordinator, 'Was it justified?', 'Justified');
  await coordinator.getByLabel('Your reasons').fill('The child was at risk and nobody else could be reached.');
  await expectAccessible(coordinator, 'emergency-access-review');
  await press(coordinator, 'Record the review');
  await expectHeading(coordinator, `Case ${reference}`);
  await expect(fact(coordinator, 'Judgement')).toHaveText('Justified');
  await expectAccessible(coordinator, 'emergency-access-reviewed');
});
