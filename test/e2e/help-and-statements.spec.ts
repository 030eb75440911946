import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import { expectErrors, expectHeading, fact, press } from './support/forms.js';
import { expect, test } from './support/test.js';

const phone = { width: 320, height: 640 };

/** Goes on with the Tab key alone until this has the focus: also in the footer, which no other journey comes to. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key never comes to ${wanted.toString()}`);
}

async function pressEnterOn(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

const footer = (page: Page, name: string) => page.getByRole('contentinfo').getByRole('link', { name, exact: true });

test('somebody who has not signed in reads the statements and the help, by keyboard and on a phone', async ({
  browser,
  faults,
}) => {
  faults.expect({ status: 401, path: /^\/api\/session$/ });
  const context = await browser.newContext({ viewport: phone });
  await faults.watch(context, 'a stranger');
  const page = await context.newPage();
  // Other tests have made more councils; then a stranger sees the words of one only from its own address on.
  await page.goto('/cookies?council=larkshire');
  await expectHeading(page, 'Cookies');

  await test.step('the accessibility statement', async () => {
    await pressEnterOn(page, footer(page, 'Accessibility statement'));
    await expectHeading(page, 'Accessibility statement for Inclusion Panel');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page).toHaveTitle(/^Accessibility statement – Inclusion Panel/);
    await expect(page.getByRole('main')).toContainText('within 5 working days');
    await expectAccessible(page, 'accessibility-statement');
  });

  await test.step('the privacy notice, with the periods in force, and the one for young people', async () => {
    await page.setViewportSize(phone);
    await pressEnterOn(page, footer(page, 'Privacy notice'));
    await expectHeading(page, 'Privacy notice');
    const main = page.getByRole('main');
    await expect(main).toContainText('Larkshire County Council is the controller');
    await expect(main).toContainText('dpo@larkshire.example');
    await expect(main.getByRole('row', { name: /Case of a child who had support/ })).toContainText('31 years');
    await expectAccessible(page, 'privacy-notice');
    await page.setViewportSize(phone);
    await pressEnterOn(page, main.getByRole('link', { name: 'There is a shorter one' }));
    await expectHeading(page, 'Your information: for children and young people');
    await expect(main).toContainText('31 years from your birthday');
    await expectAccessible(page, 'young-people-notice');
  });

  await test.step('the cookies are those that the browser has, and no others', async () => {
    await page.setViewportSize(phone);
    await pressEnterOn(page, footer(page, 'Cookies'));
    await expectHeading(page, 'Cookies');
    await expectAccessible(page, 'cookies');
    for (const { name } of await context.cookies()) {
      await expect(page.getByRole('main')).toContainText(name.replace('__Host-', ''));
    }
  });

  await test.step('the help: searching, finding, finding nothing', async () => {
    await page.setViewportSize(phone);
    await pressEnterOn(page, footer(page, 'Help'));
    await expectHeading(page, 'Help');
    await expect(page.getByRole('main')).toContainText('inclusion@larkshire.example');
    await expectAccessible(page, 'help');
    await page.setViewportSize(phone);
    await tabTo(page, page.getByLabel('Search the help'));
    await page.keyboard.type('zebra');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'No results for “zebra”' })).toBeVisible();
    await expectAccessible(page, 'help-nothing-found');
    await page.setViewportSize(phone);
    await page.getByLabel('Search the help').press('ControlOrMeta+a');
    await page.keyboard.type('virus');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '1 result for “virus”' })).toBeVisible();
    expect(page.url()).not.toContain('virus');
    await expectAccessible(page, 'help-found');
    await page.setViewportSize(phone);
    await pressEnterOn(page, page.getByRole('link', { name: 'Add reports and plans' }));
    await expectHeading(page, 'Help for SENCos');
    await expect(page.getByRole('heading', { name: 'Add reports and plans' })).toBeFocused();
    await expectAccessible(page, 'help-topic');
    await page.goto('/help/words');
    await expectHeading(page, 'Words we use');
    await expectAccessible(page, 'help-words');
  });
  await context.close();
});

test('an administrator says whom people can ask, and everybody reads it', async ({ openAs, faults }) => {
  const page = await openAs('administrator', '/contact-details');
  await expectHeading(page, 'Contact details');
  await expectAccessible(page, 'contact-details');
  await page.setViewportSize(phone);
  await pressEnterOn(page, page.getByRole('main').getByRole('link', { name: 'Change the contact details' }));
  await expectHeading(page, 'Change the contact details');
  await expect(page.getByLabel('Email address of the service')).toHaveValue('inclusion@larkshire.example');
  await page.getByLabel('Phone number of the service').fill('ask reception');
  await page.getByLabel('Working days within which you answer').fill('0');
  await press(page, 'Save');
  await expectErrors(page, 'Enter a phone number', 'Working days must be a whole number from 1 to 30');
  await expectAccessible(page, 'contact-details-wrong');
  await page.getByLabel('Phone number of the service').fill('01632 960 199');
  await page.getByLabel('Working days within which you answer').fill('4');
  await press(page, 'Save');
  await expectHeading(page, 'Contact details');
  await expect(page.getByText('Contact details saved')).toBeVisible();
  await expect(fact(page, 'Answers within')).toHaveText('4 working days');
  await expectAccessible(page, 'contact-details-saved');

  // Back to what it was: other walks know the council by its name.
  for (const [name, colour] of [
    ['Larkshire Council', '#4c2c92'],
    ['Larkshire County Council', ''],
  ] as const) {
    await page.getByRole('link', { name: 'Change the names and the colour' }).click();
    await expectHeading(page, 'Change the names and the colour');
    if (colour) {
      await page.getByLabel('Colour of the council').fill('#ffdd00');
      await press(page, 'Save');
      await expectErrors(page, /a contrast of 1\.3 to 1/);
      await expectAccessible(page, 'names-and-colour-wrong');
    }
    await page.getByLabel('Name of the council').fill(name);
    await page.getByLabel('Colour of the council').fill(colour);
    await press(page, 'Save');
    await expect(page.getByText('Names and colour saved')).toBeVisible();
    await expect(page.locator('.govuk-generic-header')).toContainText(name);
    if (colour) await expect(page.locator('.govuk-generic-header')).toHaveCSS('background-color', 'rgb(76, 44, 146)');
    if (colour) await expectAccessible(page, 'names-and-colour-saved');
  }

  const other = await openAs('provider');
  await other.goto('/accessibility-statement');
  await expect(other.getByRole('main')).toContainText('01632 960 199');
  await expect(other.getByRole('main')).toContainText('within 4 working days');
  faults.expect({ status: 403, path: /^\/api\/contact-details$/ });
  await other.goto('/contact-details');
  await expectHeading(other, 'You do not have access to this page');
});

test('the first steps stand on the start page until they are done or dismissed', async ({ openAs }) => {
  const page = await openAs('dpo');
  await expectHeading(page, 'Your tasks');
  const reminder = page.getByRole('heading', { name: 'Getting started' });
  await expect(reminder).toBeVisible();
  await expectAccessible(page, 'home-getting-started');
  await page.setViewportSize(phone);
  await pressEnterOn(page, page.getByRole('link', { name: 'Go on with your first steps' }));
  await expectHeading(page, 'Getting started');
  await expectAccessible(page, 'getting-started');
  await page.setViewportSize(phone);
  const step = page.locator('.govuk-task-list__item').filter({ hasText: 'Read the privacy notice' });
  await expect(step).toContainText('To do');
  await pressEnterOn(page, step.getByRole('link'));
  await expectHeading(page, 'Privacy notice');
  await page.goBack();
  await expectHeading(page, 'Getting started');
  await expect(step).toContainText('Completed');

  await tabTo(page, page.getByRole('button', { name: 'Do not show them on my start page' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Show them on my start page' })).toBeVisible();
  await expectAccessible(page, 'getting-started-dismissed');
  await page.goto('/');
  await expectHeading(page, 'Your tasks');
  await expect(page.locator('ui-task-list')).toBeVisible();
  await expect(reminder).toHaveCount(0);
  await page.goto('/getting-started');
  await press(page, 'Show them on my start page');
  await expect(page.getByRole('button', { name: 'Do not show them on my start page' })).toBeVisible();
  await page.goto('/');
  await expect(reminder).toBeVisible();
});

test('everybody’s first steps can be read', async ({ openAs }) => {
  for (const person of [
    'senco',
    'coordinator',
    'panel-member',
    'provider',
    'contract-manager',
    'board-member',
    'administrator',
  ] as const) {
    const page = await openAs(person, '/getting-started');
    await expectHeading(page, 'Getting started');
    await expect(page.locator('.govuk-task-list__item').first()).toBeVisible();
    await expectAccessible(page, `getting-started-${person}`);
    // Each step leads to a page that there is.
    const links = await page
      .locator('.govuk-task-list__link')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    for (const link of new Set(links)) {
      await page.goto(link);
      await expect(page.locator('main h1'), `${person}: ${link}`).not.toHaveText(/not found|do not have access/i);
    }
  }
});
