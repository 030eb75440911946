import type { Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import { expectHeading, press } from './support/forms.js';
import { recordState } from './support/states.js';
import { expect, type Person, test } from './support/test.js';

/** Pages that the role of this person does not include. */
const refused: readonly { readonly person: Person; readonly paths: readonly string[] }[] = [
  { person: 'senco', paths: ['/analyses', '/panels', '/rate-cards', '/audit-events', '/users'] },
  { person: 'panel-member', paths: ['/analyses', '/allocations', '/audit-events'] },
  { person: 'provider', paths: ['/referrals', '/panels', '/analyses'] },
  { person: 'board-member', paths: ['/referrals', '/panels', '/allocations', '/audit-events'] },
  { person: 'coordinator', paths: ['/audit-events', '/users'] },
  { person: 'contract-manager', paths: ['/referrals', '/analyses'] },
  { person: 'administrator', paths: ['/referrals', '/panels', '/reports'] },
];

/** A look at the page that stands in place of the one that was asked for, whose address stays. */
async function look(page: Page, name: string, path: string): Promise<void> {
  await expectAccessible(page, name);
  recordState({ name, path });
}

for (const { person, paths } of refused) {
  test(`${person} is told that ${paths.join(', ')} are not part of the role`, async ({ openAs, faults }) => {
    const page = await openAs(person);
    // The browser is told what the page reads before anybody asks whether the role includes it, and the API refuses.
    faults.expect({ status: 403, path: /^\/api\/(referrals|schools)$/ });
    for (const path of paths) {
      await page.goto(path);
      await expectHeading(page, 'You do not have access to this page');
      expect(new URL(page.url()).pathname).toBe(path);
      await expect(page.getByRole('navigation').locator(`a[href="${path}"]`)).toHaveCount(0);
    }
    await look(page, `no-access-${person}`, '/no-access');
  });
}

test('an address that no page has says so, and so does a case that is not there', async ({ openAs, faults }) => {
  const page = await openAs('coordinator');
  await page.goto('/nowhere');
  await expectHeading(page, 'Page not found');
  await expectAccessible(page, 'not-found');
  faults.expect({ status: 404, path: /^\/api\/panels\// });
  await page.goto('/panels/00000000-0000-4000-8000-000000000000');
  await expectHeading(page, 'Page not found');
  await expectAccessible(page, 'not-found-panel');
});

test('a page that does not load says so, and comes when the network is back', async ({ openAs, faults }) => {
  const page = await openAs('coordinator');
  await expectHeading(page, 'Your tasks');
  faults.allowOffline = true;
  await page.context().setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: 'Panels' }).click();
  await expectHeading(page, 'The service cannot be reached');
  await expect(page).toHaveURL(/\/panels$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('alert')).toBeEmpty();
  await look(page, 'page-not-loaded', '/problem');
  await page.context().setOffline(false);
  await press(page, 'Try again');
  await expectHeading(page, 'Panels');
});

test('who is not signed in signs in first and then sees the page that was asked for', async ({ page, faults }) => {
  faults.expect({ status: 401, path: /^\/api\/session$/ });
  await faults.watch(page.context(), 'nobody');
  await page.goto('/analyses');
  await expectHeading(page, 'Sign in');
  await expectAccessible(page, 'sign-in');
  await press(page, 'Sign in');
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await expectAccessible(page, 'sign-in-errors');
  await page.getByLabel('Email address').fill('coordinator@larkshire.example');
  await page.getByLabel('Password').fill('not the password of anybody');
  await press(page, 'Sign in');
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await expectAccessible(page, 'sign-in-refused');
  await page.getByRole('button', { name: 'Sign in as Judith Marsh' }).click();
  await expectHeading(page, 'Analyses');
});

test('a session that ends while somebody types asks to sign in again, and nothing typed is lost', async ({
  openAs,
  faults,
}) => {
  const page = await openAs('senco');
  await page.goto('/referrals?status=draft');
  const draft = await page.getByRole('main').locator('tbody a').first().getAttribute('href');
  const referral = draft?.split('/')[2] ?? '';
  await page.goto(`/referrals/${referral}/strengths-and-concerns`);
  const concerns = page.getByLabel('What is happening that worries you?');
  await expect(concerns).toBeVisible();

  faults.expect({ status: 401, path: /^\/api\/referrals\// });
  await page.context().clearCookies();
  await concerns.fill('Typed after the session had ended.');
  const dialog = page.getByRole('dialog', { name: 'Sign in again, your answers are saved' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'sign-in-again');
  await dialog.getByRole('button', { name: 'Sign in as Sarah Okafor' }).click();
  await expect(dialog).toBeHidden();
  await expect(concerns).toBeFocused();
  await expect(page.locator('ui-saved-state [aria-hidden]')).toHaveText(/^Saved \d\d:\d\d$/);
  await page.reload();
  await expect(concerns).toHaveValue('Typed after the session had ended.');
});
