import type { Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import { codeOf } from './support/codes.js';
import { aPersonElsewhere, letInvitationExpire } from './support/database.js';
import { expectErrors, expectHeading, fact, follow, press } from './support/forms.js';
import { invite, openLinkOf } from './support/invitations.js';
import { expect, test } from './support/test.js';

const password = 'seven herons over the weir';

async function expectDone(page: Page, text: string): Promise<void> {
  await expect(page.locator('.govuk-notification-banner--success')).toContainText(text);
}

/** Finds them by name in the list; the name stays out of the address. */
async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto('/users');
  await page.getByLabel('Search', { exact: true }).fill(name.toLowerCase());
  await press(page, 'Apply filters');
  await expect(page.getByText(`Search: ${name.toLowerCase()}`)).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await expectAccessible(page, 'people-found');
  await follow(page, name);
}

test('an administrator invites somebody, who chooses a password; the link is dead afterwards', async ({
  openAs,
  browser,
  faults,
}) => {
  const administrator = await openAs('administrator', '/users');
  await expectHeading(administrator, 'People');
  await expectAccessible(administrator, 'people');
  await follow(administrator, 'Invite somebody');
  await expectHeading(administrator, 'Invite somebody');
  await press(administrator, 'Send the invitation');
  await expectErrors(administrator, 'Enter the full name', 'Enter the email address', 'Choose a role');
  await expectAccessible(administrator, 'invite-errors');

  await administrator.getByLabel('Full name').fill('Petra Novak');
  await administrator.getByLabel('Email address').fill('petra@larkshire.example');
  await administrator.getByLabel('Role', { exact: true }).selectOption('SENCo');
  await administrator.getByLabel('School').selectOption({ index: 1 });
  await press(administrator, 'Add another role');
  await administrator.locator('#roles-1-role').selectOption('Panel member');
  await expectAccessible(administrator, 'invite');
  await press(administrator, 'Send the invitation');
  await expectDone(administrator, 'Invitation sent');
  await expectAccessible(administrator, 'people-invited');
  await follow(administrator, 'Petra Novak');
  await expectHeading(administrator, 'Invitation of Petra Novak');
  await expectAccessible(administrator, 'invitation');

  const context = await browser.newContext();
  const page = await context.newPage();
  faults.expect({ status: 422, path: /^\/api\/invitations\/accept$/ });
  faults.expect({ status: 410, path: /^\/api\/invitations\/open$/ });
  await faults.watch(context, 'Petra');
  await openLinkOf(page, 'petra@larkshire.example', /invites you/);
  await expectHeading(page, 'Larkshire County Council invites you');
  const link = page.url();
  await expect(page.getByText('at least 15 characters')).toBeVisible();
  await expectAccessible(page, 'accept-invitation');
  await page.getByLabel('Password', { exact: true }).fill('too short');
  await press(page, 'Accept and continue');
  await expectErrors(page, 'Choose a password with at least 15 characters');
  await page.getByLabel('Password', { exact: true }).fill('petra likes long walks');
  await press(page, 'Accept and continue');
  await expectErrors(page, 'Choose a password without your name');
  await expectAccessible(page, 'accept-invitation-refused');
  const box = page.getByLabel('Password', { exact: true });
  await box.fill(password);
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(box).toHaveAttribute('type', 'text');
  await press(page, 'Accept and continue');

  await expectHeading(page, 'Set up an authenticator app');
  const key = (await page.locator('.app-code-text').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code from the app').fill(codeOf(key));
  await press(page, 'Confirm the app');
  await press(page, 'I have kept the codes');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await page.goto('/referrals');
  await expectHeading(page, 'Referrals');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectHeading(page, 'Sign in');

  await page.goto('/outbox');
  await page.goto(link);
  await expectHeading(page, 'This invitation link cannot be used');
  await expectAccessible(page, 'invitation-dead');
  await context.close();

  await openPerson(administrator, 'Petra Novak');
  await expectHeading(administrator, 'Petra Novak');
  await expect(fact(administrator, 'Signs in with')).toContainText('Authenticator app');
  await expectAccessible(administrator, 'person');

  const again = await browser.newContext();
  faults.expect({ status: 401, path: /^\/api\/session/ });
  await faults.watch(again, 'Petra again');
  await resetAndSignIn(await again.newPage());
  await again.close();
});

/** A new password does not stand in for the second step. */
async function resetAndSignIn(page: Page): Promise<void> {
  await page.goto('/forgotten-password');
  await page.getByLabel('Email address').fill('petra@larkshire.example');
  await press(page, 'Send the link');
  await openLinkOf(page, 'petra@larkshire.example', /Set a new password/);
  await page.getByLabel('New password').fill('eleven curlews in the fog');
  await press(page, 'Change the password');
  await expectHeading(page, 'Your password is changed');
  await follow(page, 'Sign in');
  await page.getByLabel('Email address').fill('petra@larkshire.example');
  await page.getByLabel('Password').fill('eleven curlews in the fog');
  await press(page, 'Sign in');
  await expectHeading(page, 'Confirm that it is you');
}

test('somebody with an account at another council signs in to accept, and then works for both', async ({
  openAs,
  browser,
  faults,
}) => {
  const person = await aPersonElsewhere();
  await invite(await openAs('administrator'), 'Robin Test', person.email);
  const context = await browser.newContext();
  faults.expect({ status: 401, path: /^\/api\/session/ });
  await faults.watch(context, 'Robin');
  const page = await context.newPage();
  await openLinkOf(page, person.email, /invites you/);
  await expect(page.getByText('You have an account with this address.')).toBeVisible();
  const secret = new URL(page.url()).hash.slice(1);
  await expectAccessible(page, 'accept-with-account');
  await follow(page, 'Sign in to accept');
  await expectHeading(page, 'Sign in');
  expect(page.url()).not.toContain(secret);
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await press(page, 'Sign in');
  await expectHeading(page, 'Set up an authenticator app');
  const key = (await page.locator('.app-code-text').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code from the app').fill(codeOf(key));
  await press(page, 'Confirm the app');
  await press(page, 'I have kept the codes');
  await expectHeading(page, 'Larkshire County Council invites you');
  await expectAccessible(page, 'accept-as-self');
  await press(page, 'Accept the invitation');
  await expectHeading(page, 'Your role');
  await expectAccessible(page, 'role-of-two-councils');
  await page.getByLabel('Coordinator – Larkshire County Council').check();
  await press(page, 'Continue');
  await expectHeading(page, 'Your tasks');
  await expect(page.getByRole('banner').getByText('Larkshire County Council')).toBeVisible();
  await context.close();
});

test('an invitation is sent again with a new link, or withdrawn', async ({ openAs, browser, faults }) => {
  const administrator = await openAs('administrator', '/users');
  await invite(administrator, 'Omar Haddad', 'omar@larkshire.example');
  await expectDone(administrator, 'Invitation sent');
  await follow(administrator, 'Omar Haddad');
  await press(administrator, 'Send it again');
  await expectDone(administrator, 'Invitation sent again');
  await follow(administrator, 'Omar Haddad');
  await press(administrator, 'Withdraw the invitation');
  await expectDone(administrator, 'Invitation withdrawn');

  const context = await browser.newContext();
  const page = await context.newPage();
  faults.expect({ status: 410, path: /^\/api\/invitations\/open$/ });
  await faults.watch(context, 'Omar');
  await openLinkOf(page, 'omar@larkshire.example', /invites you/);
  await expectHeading(page, 'This invitation link cannot be used');
  await context.close();
});

test('an invitation that is too old says so, and a new one can be sent', async ({ openAs, browser, faults }) => {
  const administrator = await openAs('administrator', '/users');
  await invite(administrator, 'Ines Duarte', 'ines@larkshire.example');
  await expectDone(administrator, 'Invitation sent');
  await letInvitationExpire('ines@larkshire.example');
  const context = await browser.newContext();
  const page = await context.newPage();
  faults.expect({ status: 410, path: /^\/api\/invitations\/open$/ });
  await faults.watch(context, 'Ines');
  await openLinkOf(page, 'ines@larkshire.example', /invites you/);
  await expectHeading(page, 'This invitation link cannot be used');
  await expectAccessible(page, 'invitation-expired');
  await context.close();

  await administrator.goto('/users');
  await expect(administrator.getByRole('row').filter({ hasText: 'Ines Duarte' })).toContainText('Expired');
  await follow(administrator, 'Ines Duarte');
  await expectAccessible(administrator, 'invitation-expired-administrator');
  await press(administrator, 'Send it again');
  await expectDone(administrator, 'Invitation sent again');
});

test('a role is given and taken away, a name changed, and the second step reset', async ({ openAs }) => {
  const administrator = await openAs('administrator');
  await openPerson(administrator, 'Oliver Stead');
  await follow(administrator, 'Give a role');
  await expectHeading(administrator, 'Give Oliver Stead a role');
  await administrator.getByLabel('Role', { exact: true }).selectOption('Provider');
  await press(administrator, 'Give the role');
  await expectErrors(administrator, 'Choose the provider');
  await expectAccessible(administrator, 'give-role-errors');
  await administrator.getByLabel('Role', { exact: true }).selectOption('Board member');
  await press(administrator, 'Give the role');
  await expectDone(administrator, 'Role given');
  await expectAccessible(administrator, 'person-changed');

  await administrator.getByRole('main').getByRole('link', { name: 'Take away Board member' }).click();
  await expectHeading(administrator, 'Take a role away from Oliver Stead');
  await expectAccessible(administrator, 'take-role-away');
  await press(administrator, 'Take the role away');
  await expectDone(administrator, 'Role taken away');

  await administrator.getByRole('main').getByRole('link', { name: 'Change name' }).click();
  await expectHeading(administrator, 'Change the name');
  await administrator.getByLabel('Full name').fill('Oliver J. Stead');
  await expectAccessible(administrator, 'change-name');
  await press(administrator, 'Save');
  await expectHeading(administrator, 'Oliver J. Stead');
  await administrator.getByRole('main').getByRole('link', { name: 'Change name' }).click();
  await administrator.getByLabel('Full name').fill('Oliver Stead');
  await press(administrator, 'Save');
  await expectHeading(administrator, 'Oliver Stead');

  // Oliver has never set one up.
  await expect(administrator.getByRole('link', { name: 'Reset the second step' })).toHaveCount(0);
  await openPerson(administrator, 'Petra Novak');
  await follow(administrator, 'Reset the second step');
  await expectAccessible(administrator, 'reset-second-step');
  await press(administrator, 'Reset the second step');
  await expectDone(administrator, 'The second step is reset');
});

test('deactivating somebody ends their open session at the next request', async ({ openAs, faults }) => {
  const provider = await openAs('provider', '/allocations');
  await expectHeading(provider, /Allocations/);
  const administrator = await openAs('administrator');
  await openPerson(administrator, 'Tariq Aziz');
  await expect(fact(administrator, 'Open sessions')).not.toHaveText('0');
  await follow(administrator, 'Deactivate Tariq Aziz');
  await expectAccessible(administrator, 'deactivate');
  await press(administrator, 'Deactivate Tariq Aziz');
  await expectHeading(administrator, 'Tariq Aziz');
  await expect(fact(administrator, 'Open sessions')).toHaveText('0');
  await expectAccessible(administrator, 'person-deactivated');

  faults.expect({ status: 401, path: /^\/api\// });
  await provider.goto('/allocations');
  await expectHeading(provider, 'Sign in');
  await follow(administrator, 'Reactivate Tariq Aziz');
  await expectAccessible(administrator, 'reactivate');
  await press(administrator, 'Reactivate Tariq Aziz');
  await expectDone(administrator, 'Tariq Aziz is active again');
});

test('a forgotten password is set anew by the link in the mail, which works once', async ({ page, faults }) => {
  faults.expect({ status: 401, path: /^\/api\/session/ });
  faults.expect({ status: 410, path: /^\/api\/password-resets\/complete$/ });
  await faults.watch(page.context(), 'somebody');
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'I have forgotten my password' }).click();
  await expectHeading(page, 'Set a new password');
  await press(page, 'Send the link');
  await expectErrors(page, 'Enter your email address');
  await page.getByLabel('Email address').fill('contract-manager@larkshire.example');
  await expectAccessible(page, 'forgotten-password');
  await press(page, 'Send the link');
  await expectHeading(page, 'Check your email');
  await expectAccessible(page, 'forgotten-password-asked');

  await openLinkOf(page, 'contract-manager@larkshire.example', /Set a new password/);
  await expectHeading(page, 'Choose a new password');
  const link = page.url();
  await expectAccessible(page, 'reset-password');
  await page.getByLabel('New password').fill('eight otters under the mill');
  await press(page, 'Change the password');
  await expectHeading(page, 'Your password is changed');
  await expectAccessible(page, 'reset-password-done');
  await page.goto('/outbox');
  await expectAccessible(page, 'outbox');

  await page.goto(link);
  await page.getByLabel('New password').fill('nine adders by the bridge');
  await press(page, 'Change the password');
  await expectHeading(page, 'This link cannot be used');
  await expectAccessible(page, 'reset-password-dead');
});

test('a person changes the password and the email address while signed in', async ({ openAs, faults }) => {
  const page = await openAs('board-member', '/account/password');
  await expectHeading(page, 'Change your password');
  await page.getByLabel('New password').fill('Password12345678');
  faults.expect({ status: 422, path: /^\/api\/account\/password$/ });
  await press(page, 'Change the password');
  await expectErrors(page, 'harder to guess');
  await expectAccessible(page, 'change-password-refused');
  await page.getByLabel('New password').fill('ten lapwings on the green');
  await press(page, 'Change the password');
  await expectHeading(page, 'Your password is changed');
  await expectAccessible(page, 'change-password-done');

  await page.goto('/account/email');
  await page.getByLabel('New email address').fill('margaret@larkshire.example');
  await expectAccessible(page, 'change-email');
  await press(page, 'Send the link');
  await expectHeading(page, 'Confirm the new address');
  await expectAccessible(page, 'change-email-asked');
  await openLinkOf(page, 'margaret@larkshire.example', /Confirm your new email address/);
  await expectHeading(page, 'Confirm your email address');
  await expectAccessible(page, 'confirm-email');
  await press(page, 'Confirm the address');
  await expectHeading(page, 'Your email address is changed');
  await expectAccessible(page, 'confirm-email-done');
});
