import { expectAccessible } from './support/accessible.js';
import { choose, expectErrors, expectHeading, fact, fillDate, follow, press } from './support/forms.js';
import { expect, test } from './support/test.js';

const year = new Date().getFullYear();
/** Cases of the demo whose support comes from the provider: one that waits for an answer, one that is under way. */
const approvedCase = `EIP-${year}-0018`;
const activeCase = `EIP-${year}-0020`;

test('a provider turns down one allocation and completes another, and the ledger of the contract says so', async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const provider = await openAs('provider', '/allocations');
  await follow(provider, approvedCase);
  const contract = (await fact(provider, 'Contract').innerText()).replace(/ \(.*/, '');
  await follow(provider, 'Decline');
  await expectHeading(provider, 'Decline this allocation');
  await press(provider, 'Decline the allocation');
  await expectErrors(provider, 'Enter why you cannot take this allocation');
  await expectAccessible(provider, 'allocation-decline-errors');
  await provider.getByLabel('Why can you not take this allocation?').fill('No therapist is free on the days it needs.');
  await press(provider, 'Decline the allocation');
  await expect(provider.getByRole('main')).toContainText('Allocation declined');
  await expect(fact(provider, 'Why it was declined')).toHaveText('No therapist is free on the days it needs.');
  await expect(provider.getByRole('main')).not.toContainText('Support asked for');
  await expectAccessible(provider, 'allocation-declined');

  await provider.goto('/allocations');
  await follow(provider, activeCase);
  await follow(provider, 'Complete the support');
  await expectHeading(provider, 'Complete the support');
  await expectAccessible(provider, 'allocation-complete');
  await press(provider, 'Complete the support');
  await expect(provider.getByRole('main')).toContainText('Support completed');
  await expect(provider.getByRole('main').getByRole('link', { name: 'Record a session' })).toHaveCount(0);
  await expectAccessible(provider, 'allocation-completed');

  const manager = await openAs('contract-manager', '/contracts');
  await expectHeading(manager, 'Contracts');
  await follow(manager, contract);
  await expectHeading(manager, contract);
  const entry = manager.getByRole('row').filter({ hasText: approvedCase }).first();
  await expect(entry).toContainText('-');
  await expectAccessible(manager, 'contract');
});

test('a rate card is added and never changed', async ({ openAs }) => {
  const page = await openAs('administrator', '/rate-cards');
  const main = page.getByRole('main');
  await expectHeading(page, 'Rate cards');
  await expectAccessible(page, 'rate-cards');
  await follow(page, 'Add a rate card');
  await expectHeading(page, 'Add a rate card');
  await page.getByLabel('Bands of weekly hours').fill('25\nmany');
  await press(page, 'Add the rate card');
  await expectErrors(page, 'Enter a name for the rate card', 'Line 2 of the bands must be hours from 0 to 40');
  await expectAccessible(page, 'rate-card-errors');
  const name = `Teaching assistants from ${year + 2}`;
  await page.getByLabel('Name', { exact: true }).fill(name);
  await fillDate(page, 'In force from', `${year + 2}-04-01`);
  await page.getByLabel('Hourly rate').fill('15.60');
  await page.getByLabel('Weeks a year').fill('39.2');
  await page.getByLabel('Bands of weekly hours').fill('25\n32.5: 13,753.00');
  await choose(page, 'Rounding', 'None: to the penny');
  await page.getByLabel('Price year').fill(`${year + 2}-${(year + 3) % 100}`);
  await page.getByLabel('Source of the rates').fill('Pay scale agreed by the cabinet');
  await press(page, 'Add the rate card');
  await expectHeading(page, 'Rate cards');
  await expect(main).toContainText('Rate card added');
  const card = main.locator('.govuk-summary-card').filter({ hasText: name });
  await expect(card).toContainText('fixed at £13,753.00 a year');
  await expectAccessible(page, 'rate-card-added');
});
