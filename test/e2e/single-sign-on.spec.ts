import type { Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import { codeOf } from './support/codes.js';
import { letTimePass } from './support/database.js';
import { choose, expectErrors, expectHeading, fact, follow, press } from './support/forms.js';
import { IdentityProvider } from './support/identity-provider.js';
import { invite, openLinkOf } from './support/invitations.js';
import { expect, test } from './support/test.js';

const secret = 'a secret that is only for this test';
/** As the API gives them. */
const reasons = [
  'start_unknown',
  'provider_disabled',
  'provider_unreachable',
  'provider_said_no',
  'token_refused',
  'tenant_not_allowed',
  'subject_missing',
  'email_domain_not_allowed',
  'organisation_missing',
  'roles_unreachable',
  'second_factor_missing',
  'not_linked',
  'email_missing',
  'email_taken',
  'account_inactive',
  'no_role',
  'outside_organisation',
  'own_second_factor_needed',
  'linked_to_another',
  'not_signed_in_here',
  'not_confirmed_anew',
  'confirmed_as_another',
  'invitation_not_usable',
];
const closely = ['email_taken', 'second_factor_missing', 'token_refused'];
let council: IdentityProvider;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  council = await IdentityProvider.start();
  council.add('jo', { name: 'Jo Fairweather', email: 'jo.fairweather@council.example', roles: ['Panel.Coordinators'] });
  council.add('alex', { name: 'Alex Moss', email: 'alex.moss@council.example', roles: ['Panel.Coordinators'] });
  council.add('sam', { name: 'Sam Nobody', email: 'sam.nobody@council.example', roles: [] });
  council.add('oliver', { name: 'Oliver Stead', email: 'oliver.stead@council.example', roles: ['Panel.Contracts'] });
});

test.afterAll(() => council.close());

async function signInAtCouncil(page: Page, account: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Council sign-in' })).toBeVisible();
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an administrator adds an identity provider, tests it and switches it on', async ({ openAs, faults }) => {
  faults.expect({ status: 422, path: /^\/api\/identity-providers$/ });
  const page = await openAs('administrator', '/identity-providers');
  await expectHeading(page, 'Single sign-on');
  await expectAccessible(page, 'single-sign-on-none');
  await follow(page, 'Add an identity provider');
  await expectHeading(page, 'Which identity provider do you want to add?');
  await press(page, 'Continue');
  await expectErrors(page, 'Select an identity provider');
  await expectAccessible(page, 'single-sign-on-kind-errors');
  await page.getByLabel('Another OpenID Connect provider').check();
  await press(page, 'Continue');

  await expectHeading(page, 'Add another OpenID Connect provider');
  await press(page, 'Add the identity provider');
  await expectErrors(page, 'Enter the name that people see', 'Enter the issuer', 'Enter the client secret');
  await expectAccessible(page, 'single-sign-on-add-errors');

  await page.getByLabel('Name that people see').fill('Larkshire Council');
  await page.getByLabel('Issuer').fill('https://sign-in.somewhere.example');
  await page.getByLabel('Client ID').fill('inclusion-panel');
  await page.getByLabel('Client secret').fill(secret);
  await choose(page, 'Who may come in?', 'Also people who are not known here yet, if the provider gives them a role');
  await page.getByLabel('Value', { exact: true }).fill('Panel.Coordinators');
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Coordinator' });
  await choose(page, 'Second factor', 'Let nobody in unless the provider shows one');
  await page.getByLabel('Values of amr that show one').fill('mfa');
  await press(page, 'Add the identity provider');
  await expectErrors(page, /on a host that this installation allows/);

  await page.getByLabel('Issuer').fill(council.issuer);
  await expectAccessible(page, 'single-sign-on-add');
  await press(page, 'Add the identity provider');
  await expectHeading(page, 'Larkshire Council');
  await press(page, 'Test the connection');
  await expect(page.getByRole('heading', { name: 'The connection does not work' })).toBeVisible();

  const valueOf = async (key: string) => ((await fact(page, key).textContent()) ?? '').trim();
  council.serve({
    id: 'inclusion-panel',
    secret,
    redirectAddress: await valueOf('Redirect address'),
    afterSignOutAddress: await valueOf('After signing out'),
  });
  await press(page, 'Test the connection');
  await expect(page.getByRole('heading', { name: 'The connection works' })).toBeVisible();
  await expectAccessible(page, 'single-sign-on-tested');
  await expect(page.getByText(secret)).toHaveCount(0);

  await follow(page, 'Switch on');
  await expectHeading(page, 'Switch on Larkshire Council');
  await expectAccessible(page, 'single-sign-on-switch-on');
  await press(page, 'Switch on');
  await expect(page.getByText('Identity provider switched on')).toBeVisible();
  await follow(page, 'Change');
  await expectHeading(page, 'Change Larkshire Council');
  await expect(page.getByLabel('Client secret')).toHaveValue('');
  await press(page, 'Add another rule');
  await page.locator('#rules-1-value').fill('Panel.Contracts');
  await page.locator('#rules-1-role').selectOption({ label: 'Contract manager' });
  await expectAccessible(page, 'single-sign-on-change');
  await press(page, 'Save changes');
  await expect(page.getByText('Changes saved')).toBeVisible();
  await expect(page.getByRole('table').getByText('Panel.Contracts')).toBeVisible();
  await expectAccessible(page, 'single-sign-on-provider');
  await page.goto('/identity-providers');
  await expect(page.getByRole('link', { name: 'Larkshire Council' })).toBeVisible();
  await expectAccessible(page, 'single-sign-on-list');
});

test('somebody signs in with the council’s account and has the role of its rules', async ({ browser, faults }) => {
  faults.expect({ status: 401, path: /^\/api\/session$/ });
  faults.allowOrigin(council.issuer);
  const context = await browser.newContext();
  await faults.watch(context, 'Jo');
  const page = await context.newPage();
  await page.goto('/referrals');
  await expectHeading(page, 'Sign in');
  await expectAccessible(page, 'sign-in-options');
  await page.getByRole('button', { name: 'Sign in with Larkshire Council' }).click();
  await signInAtCouncil(page, 'jo');
  await expectHeading(page, 'Referrals');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Panels' })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain('eyJ');

  await page.goto('/account/linked-sign-ins');
  await expectHeading(page, 'Your account');
  await expect(fact(page, 'Account')).toHaveText('jo.fairweather@council.example');
  await expectAccessible(page, 'linked-sign-in');

  await test.step('a grave step is confirmed at the council, and one comes back to the page', async () => {
    await letTimePass('jo.fairweather@council.example', 6);
    faults.expect({ status: 403, path: /^\/api\/account\/password$/ });
    await page.goto('/account/password');
    await page.getByLabel('New password').fill('four geese on the towpath');
    await press(page, 'Change the password');
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await expect(dialog.getByRole('button', { name: 'Confirm with Larkshire Council' })).toBeVisible();
    await expectAccessible(page, 'confirm-with-provider');
    await dialog.getByRole('button', { name: 'Confirm with Larkshire Council' }).click();
    await signInAtCouncil(page, 'jo');
    await expectHeading(page, 'Change your password');
    await expect(page.getByText('You have confirmed that it is you')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    await expectAccessible(page, 'confirmed-with-provider');
    await page.getByLabel('New password').fill('four geese on the towpath');
    await press(page, 'Change the password');
    await expectHeading(page, 'Your password is changed');
  });

  await test.step('after signing out one can sign out of the council too', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expectHeading(page, 'Sign in');
    await expect(page.getByText('You have signed out')).toBeVisible();
    await expectAccessible(page, 'signed-out-of-provider');
    const elsewhere = page.getByRole('link', { name: 'Also sign out of Larkshire Council' });
    expect(await elsewhere.getAttribute('href')).not.toContain('token');
    await elsewhere.click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expectHeading(page, 'Sign in');
    await expect(page.getByText('You have signed out')).toHaveCount(0);
    await page.getByRole('button', { name: 'Sign in with Larkshire Council' }).click();
    await expect(page.getByRole('heading', { name: 'Council sign-in' })).toBeVisible();
  });
  await context.close();
});

test('an invitation is accepted with the council’s account instead of a password', async ({
  openAs,
  browser,
  faults,
}) => {
  faults.allowOrigin(council.issuer);
  await invite(await openAs('administrator'), 'Alex Moss', 'alex.moss@larkshire.example');
  const context = await browser.newContext();
  await faults.watch(context, 'Alex');
  const page = await context.newPage();
  await openLinkOf(page, 'alex.moss@larkshire.example', /invites you/);
  await expectHeading(page, 'Larkshire County Council invites you');
  const link = page.url();
  await expectAccessible(page, 'accept-with-provider');
  await press(page, 'Accept with Larkshire Council');
  await signInAtCouncil(page, 'alex');
  await expectHeading(page, 'Your tasks');
  await expect(page.getByText('Alex Moss')).toBeVisible();
  await expectAccessible(page, 'accepted-with-provider');
  await context.close();

  const later = await browser.newContext();
  await faults.watch(later, 'Alex later');
  faults.expect({ status: 410, path: /^\/api\/invitations\/open$/ });
  const dead = await later.newPage();
  await dead.goto(link);
  await expectHeading(dead, 'This invitation link cannot be used');
  await later.close();
});

test('with our own second factor asked for, one sets it up after the council’s sign-in', async ({
  openAs,
  browser,
  faults,
}) => {
  faults.expect({ status: 401, path: /^\/api\/session$/ });
  faults.allowOrigin(council.issuer);
  const administrator = await openAs('administrator', '/identity-providers');
  await follow(administrator, 'Larkshire Council');
  await follow(administrator, 'Change');
  await choose(administrator, 'Second factor', 'Always ask for our own second factor');
  await press(administrator, 'Save changes');
  await expect(administrator.getByText('Changes saved')).toBeVisible();

  const context = await browser.newContext();
  await faults.watch(context, 'Jo');
  const page = await context.newPage();
  const start = async () => {
    await page.goto('/referrals');
    await page.getByRole('button', { name: 'Sign in with Larkshire Council' }).click();
  };
  await start();
  await signInAtCouncil(page, 'jo');
  await expectHeading(page, 'Set up an authenticator app');
  await expectAccessible(page, 'single-sign-on-enrol');
  const key = (await page.locator('.app-code-text').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code from the app').fill(codeOf(key));
  await press(page, 'Confirm the app');
  await press(page, 'I have kept the codes');
  await expectHeading(page, 'Referrals');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectHeading(page, 'Sign in');
  await start();
  await expectHeading(page, 'Confirm that it is you');
  await expectAccessible(page, 'single-sign-on-second-factor');
  await page.getByLabel('Code from your authenticator app').fill(codeOf(key, 1));
  await press(page, 'Continue');
  await expectHeading(page, 'Referrals');
  await context.close();
});

test('somebody without a role is told so, and so is who comes back without having set out', async ({
  browser,
  faults,
}) => {
  faults.expect({ status: 401, path: /^\/api\/session$/ });
  faults.allowOrigin(council.issuer);
  const context = await browser.newContext();
  await faults.watch(context, 'Sam');
  const page = await context.newPage();
  await page.goto('/sign-in');
  const way = page.getByRole('button', { name: 'Sign in with Larkshire Council' });
  const address = (await way.getAttribute('href')) ?? '';
  await way.click();
  await signInAtCouncil(page, 'sam');
  await expectHeading(page, 'You have no role here');
  await expectAccessible(page, 'sign-in-no-role');
  await follow(page, 'Go to the sign-in page');
  await expectHeading(page, 'Sign in');
  await page.goto(address.replace(/start.*/, 'callback?code=stolen&state=stolen'));
  await expectHeading(page, 'Start the sign-in again');
  await expectAccessible(page, 'sign-in-not-started');
  await context.close();
});

test('somebody who is known here links the council’s account, and unlinks it', async ({ openAs, faults }) => {
  faults.allowOrigin(council.issuer);
  const page = await openAs('contract-manager', '/account/linked-sign-ins');
  await expect(page.getByText('No account is linked.')).toBeVisible();
  await expectAccessible(page, 'linked-sign-in-none');
  await press(page, 'Link Larkshire Council');
  await signInAtCouncil(page, 'oliver');
  await expect(fact(page, 'Account')).toHaveText('oliver.stead@council.example');
  await press(page, 'Unlink Larkshire Council');
  await expect(page.getByText('Larkshire Council is not linked any more')).toBeVisible();
  await expect(page.getByText('No account is linked.')).toBeVisible();
  await expectAccessible(page, 'linked-sign-in-unlinked');
});

test('an identity provider that is switched off is offered to nobody', async ({ openAs, page, faults }) => {
  faults.expect({ status: 401, path: /^\/api\/session$/ });
  const administrator = await openAs('administrator', '/identity-providers');
  await follow(administrator, 'Larkshire Council');
  await follow(administrator, 'Switch off');
  await expectHeading(administrator, 'Switch off Larkshire Council');
  await expectAccessible(administrator, 'single-sign-on-switch-off');
  await press(administrator, 'Switch off');
  await expect(administrator.getByText('Identity provider switched off')).toBeVisible();
  await page.goto('/sign-in');
  await expectHeading(page, 'Sign in');
  await expect(page.getByRole('button', { name: /Larkshire Council/ })).toHaveCount(0);
});

test('every reason for which somebody is not signed in says what happened and what to do', async ({ page, faults }) => {
  faults.expect({ status: 401, path: /^\/api\/session$/ });
  for (const reason of reasons) {
    await page.goto(`/sign-in/refused?reason=${reason}`);
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    expect(heading === 'You were not signed in', reason).toBe(reason === 'provider_said_no');
    // One page with other words each time: three of them are looked at closely.
    if (closely.includes(reason)) await expectAccessible(page, `sign-in-refused-${reason}`);
  }
});
