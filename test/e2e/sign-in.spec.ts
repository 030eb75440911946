import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';

import { addMethods, removeApp } from './steps/sign-in-methods.js';
import { expectAccessible } from './support/accessible.js';
import { codeOf } from './support/codes.js';
import { aPersonWithPassword, letTimePass, type PersonWithPassword } from './support/database.js';
import type { Faults } from './support/faults.js';
import { expectErrors, expectHeading, follow, press } from './support/forms.js';
import { expect, test } from './support/test.js';

async function aBrowser(browser: Browser, faults: Faults): Promise<{ page: Page; context: BrowserContext }> {
  faults.expect({ status: 401, path: /^\/api\/session(\/step)?$/ });
  const context = await browser.newContext();
  await faults.watch(context, 'a browser');
  return { page: await context.newPage(), context };
}

async function enterPassword(page: Page, { email, password }: PersonWithPassword): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from your authenticator app').fill(code);
  await press(page, 'Continue');
}

/** Sets up an authenticator app at the first sign-in; gives its key. */
async function enrolApp(page: Page, person: PersonWithPassword): Promise<{ key: string; codes: string[] }> {
  await enterPassword(page, person);
  await expectHeading(page, 'Set up an authenticator app');
  const key = (await page.locator('.app-code-text').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code from the app').fill(codeOf(key));
  await press(page, 'Confirm the app');
  await expectHeading(page, 'Keep your recovery codes');
  const codes = await page.locator('.app-recovery-codes li').allInnerTexts();
  await press(page, 'I have kept the codes');
  await expectHeading(page, 'Your tasks');
  return { key, codes };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectHeading(page, 'Sign in');
}

test('a first sign-in sets up an authenticator app, and the next ones ask for its code', async ({
  browser,
  faults,
}) => {
  const { page, context } = await aBrowser(browser, faults);
  const person = await aPersonWithPassword('contract_manager');
  await test.step('setting up', async () => {
    await enterPassword(page, person);
    await expectHeading(page, 'Set up an authenticator app');
    await expect(page.getByAltText('QR code with the key for your authenticator app')).toBeVisible();
    await expectAccessible(page, 'enrol-app');
    await press(page, 'Confirm the app');
    await expectErrors(page, 'Enter the code that the app shows');
    await expectAccessible(page, 'enrol-app-errors');
  });
  const key = (await page.locator('.app-code-text').innerText()).replaceAll(/\s/g, '');
  const codes = await test.step('recovery codes', async () => {
    await page.getByLabel('Code from the app').fill(codeOf(key));
    await press(page, 'Confirm the app');
    await expectHeading(page, 'Keep your recovery codes');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessible(page, 'recovery-codes');
    const all = await page.locator('.app-recovery-codes li').allInnerTexts();
    expect(all).toHaveLength(10);
    const saving = page.waitForEvent('download');
    await press(page, 'Save the codes as a file');
    expect((await saving).suggestedFilename()).toBe('recovery-codes.txt');
    await press(page, 'I have kept the codes');
    await expectHeading(page, 'Your tasks');
    return all;
  });
  await test.step('signing in with a code', async () => {
    await signOut(page);
    await enterPassword(page, person);
    await expectHeading(page, 'Confirm that it is you');
    await expectAccessible(page, 'second-factor');
    faults.expect({ status: 422, path: /^\/api\/session\/second-factor$/ });
    await enterCode(page, '000000');
    await expectErrors(page, /not right/);
    await expectAccessible(page, 'second-factor-errors');
    await enterCode(page, codeOf(key, 1));
    await expectHeading(page, 'Your tasks');
  });
  await test.step('signing in with a recovery code', async () => {
    await signOut(page);
    await enterPassword(page, person);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await expectAccessible(page, 'second-factor-recovery-code');
    await page.getByLabel('Recovery code').fill('aaaa-aaaa-aaaa');
    await press(page, 'Continue');
    await expectErrors(page, /not right/);
    await expectAccessible(page, 'second-factor-recovery-code-errors');
    await page.getByLabel('Recovery code').fill(codes[3]?.toUpperCase() ?? '');
    await press(page, 'Continue');
    await expectHeading(page, 'Your tasks');
    await page.goto('/account/sign-in-methods');
    await expect(page.getByText('9 of 10')).toBeVisible();
    await expectAccessible(page, 'sign-in-methods');
  });
  await context.close();
});

test('a passkey is set up, signs in, is renamed, and the last one stays', async ({ browser, faults }) => {
  const { page, context } = await aBrowser(browser, faults);
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const person = await aPersonWithPassword('contract_manager');
  await enterPassword(page, person);
  await page.getByRole('button', { name: 'Use a passkey instead' }).click();
  await expectHeading(page, 'Add a passkey');
  await expectAccessible(page, 'enrol-passkey');
  await press(page, 'Add the passkey');
  await expectErrors(page, 'Enter a name for the passkey');
  await expectAccessible(page, 'enrol-passkey-errors');
  await page.getByLabel('Name of the passkey').fill('Work laptop');
  await press(page, 'Add the passkey');
  await expectHeading(page, 'Keep your recovery codes');
  await press(page, 'I have kept the codes');
  await expectHeading(page, 'Your tasks');

  await signOut(page);
  await enterPassword(page, person);
  await expectHeading(page, 'Confirm that it is you');
  await expectAccessible(page, 'second-factor-passkey');
  await press(page, 'Use your passkey');
  await expectHeading(page, 'Your tasks');

  await page.goto('/account/sign-in-methods');
  await follow(page, 'Rename');
  await expectHeading(page, 'Rename a passkey');
  await expectAccessible(page, 'rename-passkey');
  await page.getByLabel('Name of the passkey').fill('Desk laptop');
  await press(page, 'Save the name');
  await expect(page.getByRole('heading', { name: 'Passkey: Desk laptop' })).toBeVisible();
  faults.expect({ status: 409, path: /^\/api\/account\/passkeys\// });
  await follow(page, 'Remove');
  await expectHeading(page, /Remove the passkey Desk laptop/);
  await expectAccessible(page, 'remove-passkey');
  await press(page, 'Remove');
  await expectErrors(page, /last one you have/);

  await test.step('a second one, and then an app beside them', () => addMethods(page));
  await test.step('the app goes again, and the passkey stays', () => removeApp(page, 'Desk laptop'));
  await context.close();
});

test('a head teacher with two hats acts in one of them, and in both', async ({ openAs }) => {
  const page = await openAs('head-teacher');
  const sections = page.getByRole('navigation').first();
  await expect(page.getByText('Acting as')).toContainText('Panel member; SENCo');
  await page.goto('/account/role');
  await expectAccessible(page, 'role');
  await page.getByLabel(/^SENCo, /).check();
  await press(page, 'Continue');
  await expect(page.getByText('Acting as')).toContainText('SENCo');
  await expect(page.getByText('Acting as')).not.toContainText('Panel member');
  await expect(sections.getByRole('link', { name: 'Referrals' })).toBeVisible();
  await expect(sections.getByRole('link', { name: 'Panels' })).toHaveCount(0);
  await expectAccessible(page, 'home-acting-as');

  await page.getByRole('link', { name: 'Change the role you act in' }).click();
  await page.getByLabel('Panel member', { exact: true }).check();
  await press(page, 'Continue');
  await expect(sections.getByRole('link', { name: 'Panels' })).toBeVisible();
  await expect(sections.getByRole('link', { name: 'Referrals' })).toHaveCount(0);

  await page.goto('/account/role');
  await page.getByLabel('All my roles together').check();
  await press(page, 'Continue');
  await expect(sections.getByRole('link', { name: 'Referrals' })).toBeVisible();
  await expect(sections.getByRole('link', { name: 'Panels' })).toBeVisible();
});

test('another window of the browser notices the role that was chosen in this one', async ({ openAs }) => {
  const here = await openAs('head-teacher', '/account/role');
  const there = await here.context().newPage();
  await there.goto('/');
  await expect(there.getByText('Acting as')).toContainText('Panel member; SENCo');
  await here.getByLabel('Panel member', { exact: true }).check();
  await press(here, 'Continue');
  await expect(here.getByText('Acting as')).not.toContainText('SENCo');
  // Somebody looks at the other window again; a browser without a screen shows all of them at once.
  await there.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(there.getByText('Acting as')).not.toContainText('SENCo');
  await expect(there.getByRole('navigation').first().getByRole('link', { name: 'Referrals' })).toHaveCount(0);
  await here.goto('/account/role');
  await here.getByLabel('All my roles together').check();
  await press(here, 'Continue');
  await expect(here.getByText('Acting as')).toContainText('SENCo');
});

test('before the session ends the page asks, and goes on when somebody stays', async ({ openAs }) => {
  const page = await openAs('contract-manager');
  await page.clock.install();
  await page.goto('/contracts');
  await expectHeading(page, 'Contracts');
  await letTimePass('contract-manager@larkshire.example', 26);
  await page.clock.fastForward(61_000);
  const dialog = page.getByRole('dialog', { name: 'You will be signed out soon' });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('.app-countdown')).toHaveText(/^[34]:\d\d$/);
  await expect(dialog.getByRole('status')).toHaveText(/about \d minutes/);
  await expectAccessible(page, 'idle-warning');
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/');
  await expectHeading(page, 'Your tasks');
});

test('when the session has run out, nothing typed is lost: password and code bring it back in place', async ({
  browser,
  faults,
}) => {
  const { page, context } = await aBrowser(browser, faults);
  const person = await aPersonWithPassword('coordinator');
  const { key } = await enrolApp(page, person);
  await page.clock.install();
  await page.goto('/panels/new');
  await page.getByLabel('Where is it held?').fill('Typed before the session ended');
  faults.expect({ status: 401, path: /^\/api\/session\/times$/ });
  await letTimePass(person.email, 31);
  await page.clock.fastForward(61_000);
  const dialog = page.getByRole('dialog', { name: 'Sign in again, your answers are saved' });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Email address').fill(person.email);
  await dialog.getByLabel('Password').fill(person.password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog.getByLabel('Code from your authenticator app')).toBeVisible();
  await expectAccessible(page, 'sign-in-again-code');
  await dialog.getByLabel('Code from your authenticator app').fill(codeOf(key, 1));
  await press(page, 'Continue', dialog);
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Where is it held?')).toHaveValue('Typed before the session ended');
  await context.close();
});

test('signing out everywhere else ends the other browser’s session at its next request', async ({ openAs, faults }) => {
  const here = await openAs('dpo');
  const there = await openAs('dpo');
  await here.goto('/account/sessions');
  await expect(here.getByText('This browser')).toBeVisible();
  await expectAccessible(here, 'own-sessions');
  await here.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(here.getByText('You are signed in nowhere else.')).toBeVisible();
  faults.expect({ status: 401, path: /^\/api\// });
  await there.getByRole('link', { name: 'Audit' }).first().click();
  await expect(there.getByRole('dialog', { name: 'Sign in again, your answers are saved' })).toBeVisible();
  await here.goto('/audit-events');
  await expectHeading(here, /Audit/);
});

test('a grave step asks again who one is, by a code, and then goes on by itself', async ({ browser, faults }) => {
  const { page, context } = await aBrowser(browser, faults);
  const person = await aPersonWithPassword('contract_manager');
  const { key } = await enrolApp(page, person);
  await letTimePass(person.email, 6);
  await page.goto('/account/sign-in-methods/recovery-codes');
  faults.expect({ status: 403, path: /^\/api\/account\/recovery-codes$/ });
  await press(page, 'Make new codes');
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect(dialog.getByLabel('Code from your authenticator app')).toBeVisible();
  await expectAccessible(page, 'confirm-identity');
  await press(page, 'Continue', dialog);
  await expect(dialog.locator('.govuk-error-summary')).toContainText('Enter the code');
  await dialog.getByLabel('Code from your authenticator app').fill(codeOf(key, 1));
  await press(page, 'Continue', dialog);
  await expectHeading(page, 'Keep your recovery codes');
  await expect(page.locator('.app-recovery-codes li')).toHaveCount(10);
  await context.close();
});

test('a person of the demo confirms by one click', async ({ browser, faults }) => {
  const { page, context } = await aBrowser(browser, faults);
  await page.goto('/?person=provider-semh');
  await expectHeading(page, 'Your tasks');
  await letTimePass('provider-semh@larkshire.example', 6);
  faults.expect({ status: 403, path: /^\/api\/account\/authenticator-app$/ });
  await page.goto('/account/sign-in-methods/app');
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByRole('button', { name: 'I am Nia Powell' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByAltText('QR code with the key for your authenticator app')).toBeVisible();
  await context.close();
});

/** Goes on by Tab alone, as somebody without a mouse does, until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by Tab').toBeFocused();
}

test('all of it goes by keyboard: signing in with a code, the warning, a grave step', async ({ browser, faults }) => {
  const { page, context } = await aBrowser(browser, faults);
  const keyboard = page.keyboard;
  const person = await aPersonWithPassword('contract_manager');
  const { key } = await enrolApp(page, person);
  await signOut(page);

  await test.step('signing in with a code', async () => {
    await page.goto('/sign-in');
    await expectHeading(page, 'Sign in');
    await tabTo(page, page.getByLabel('Email address'));
    await keyboard.type(person.email);
    await keyboard.press('Tab');
    await keyboard.type(person.password);
    await keyboard.press('Enter');
    await expectHeading(page, 'Confirm that it is you');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await keyboard.press('Tab');
    await expect(page.getByLabel('Code from your authenticator app')).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.locator('.govuk-error-summary')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(page.getByLabel('Code from your authenticator app')).toBeFocused();
    await keyboard.type(codeOf(key, 1));
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await expectHeading(page, 'Your tasks');
  });

  await test.step('the warning keeps the focus, Escape stays signed in, and the focus comes back', async () => {
    await page.clock.install();
    await page.goto('/contracts');
    await expectHeading(page, 'Contracts');
    const start = page.getByRole('navigation').first().getByRole('link', { name: 'Start' });
    await tabTo(page, start);
    await letTimePass(person.email, 26);
    await page.clock.fastForward(61_000);
    const dialog = page.getByRole('dialog', { name: 'You will be signed out soon' });
    await expect(dialog.getByRole('heading')).toBeFocused();
    const seen = new Set<string>();
    for (let count = 0; count < 6; count += 1) {
      await keyboard.press('Tab');
      seen.add(await page.evaluate(() => `${document.activeElement?.closest('dialog, body')?.nodeName}`));
      seen.add(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 20) ?? ''));
    }
    expect(seen).toContain('Stay signed in');
    expect(seen).toContain('Sign out');
    expect(seen).not.toContain('Start');
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(start).toBeFocused();
    await page.goto('/');
    await expectHeading(page, 'Your tasks');
  });

  await test.step('a grave step is given up by Escape, then confirmed', async () => {
    await letTimePass(person.email, 6);
    await page.goto('/account/sign-in-methods/recovery-codes');
    faults.expect({ status: 403, path: /^\/api\/account\/recovery-codes$/ });
    const make = page.getByRole('button', { name: 'Make new codes' });
    await tabTo(page, make);
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await expect(dialog.getByLabel('Code from your authenticator app')).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expectErrors(page, /Nothing was done/);
    await expectAccessible(page, 'confirm-given-up');
    await tabTo(page, make);
    await keyboard.press('Enter');
    await expect(dialog.getByLabel('Code from your authenticator app')).toBeVisible();
    await tabTo(page, dialog.getByLabel('Code from your authenticator app'));
    await keyboard.type(codeOf(key));
    await keyboard.press('Enter');
    await expectHeading(page, 'Keep your recovery codes');
  });
  await context.close();
});
