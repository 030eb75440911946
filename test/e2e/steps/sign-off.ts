import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import { choose, expectErrors, expectHeading, follow, press } from '../support/forms.js';
import { openLinkOf } from '../support/invitations.js';
import { pressKeysTo, tabTo } from '../support/keyboard.js';

export const head = { name: 'Amal Achterberg', email: 'head@ashwell-green.larkshire.example' };

/** 1280 pixels at a zoom of 400 %. */
export const narrow = (page: Page): Promise<void> => page.setViewportSize({ width: 320, height: 640 });

/** On the page that checks the answers: a SENCo who is the head teacher of a small school signs there and then. */
export async function signAsHeadTeacher(page: Page): Promise<void> {
  await follow(page, 'Get the head teacher’s sign-off');
  await expectHeading(page, 'Head teacher’s sign-off');
  await page.getByText('I am the head teacher, or act for the head teacher').click();
  await page.getByLabel('Your role').fill('Head teacher and SENCo');
  await page.getByLabel('I make this statement').check();
  await expectAccessible(page, '1-sign-off');
  await press(page, 'Sign off the referral');
  await follow(page, 'Continue to submit the referral');
}

/** The same by keyboard alone. */
export async function signByKeys(page: Page): Promise<void> {
  await pressKeysTo(page, 'button', 'Get the head teacher’s sign-off');
  await expectHeading(page, 'Head teacher’s sign-off');
  const self = page.locator('summary', { hasText: 'I am the head teacher' });
  await expect(self).toBeVisible();
  for (let stop = 0; stop < 40; stop += 1) {
    if (await self.evaluate((summary) => summary === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', 'Your role');
  await page.keyboard.type('Head teacher and SENCo');
  await tabTo(page, 'checkbox', /^I make this statement/);
  await page.keyboard.press('Space');
  await pressKeysTo(page, 'button', 'Sign off the referral');
  await pressKeysTo(page, 'button', 'Continue to submit the referral');
}

/** By keyboard: the form, its errors, and the link on its way. */
export async function askForSignOff(page: Page): Promise<void> {
  await openSignOff(page);
  await expectAccessible(page, 'sign-off-to-ask');
  await narrow(page);
  await press(page, 'Send the link');
  await expectErrors(page, 'Enter the name of the head teacher', 'Enter the email address of the head teacher');
  await expectAccessible(page, 'sign-off-errors');
  await narrow(page);
  await tabTo(page, 'textbox', 'Name of the head teacher');
  await page.keyboard.type(head.name);
  await tabTo(page, 'textbox', 'Email address of the head teacher');
  await page.keyboard.type(head.email);
  await press(page, 'Send the link');
  await expect(page.getByRole('main')).toContainText('Waiting for the head teacher');
  await expectAccessible(page, 'sign-off-asked');
}

/** Whom to ask is known from the last time. */
export async function askAgain(page: Page): Promise<void> {
  await openSignOff(page);
  await expect(page.getByLabel('Email address of the head teacher')).toHaveValue(head.email);
  await pressKeysTo(page, 'button', 'Send the link');
  await expect(page.getByRole('main')).toContainText('Waiting for the head teacher');
}

async function openSignOff(page: Page): Promise<void> {
  await narrow(page);
  await pressKeysTo(page, 'button', 'Get the head teacher’s sign-off');
  await expectHeading(page, 'Head teacher’s sign-off');
}

/** The head teacher opens the newest link, in a browser without an account, and the code of the second mail opens the copy. */
export async function openCopy(page: Page): Promise<void> {
  await openLinkOf(page, head.email, /^Please sign off/);
  await expectHeading(page, 'Sign off a referral');
  await narrow(page);
  await expectAccessible(page, 'sign-off-link');
  await narrow(page);
  await pressKeysTo(page, 'button', 'Send me a code');
  await expectHeading(page, 'Enter the code from the email');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByLabel('Code of 6 digits').fill('x');
  await press(page, 'Continue');
  await expectErrors(page, 'This code is not right');
  await expectAccessible(page, 'sign-off-code-wrong');
  await narrow(page);
  const code = await newestCode(page);
  await tabTo(page, 'textbox', 'Code of 6 digits');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(code);
  await press(page, 'Continue');
  await expectHeading(page, 'Read the referral and sign it off');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

export async function sendBack(page: Page, comment: string): Promise<void> {
  await press(page, 'Send your answer');
  await expectErrors(page, 'Select your answer');
  await expectAccessible(page, 'sign-off-copy-errors');
  await choose(page, 'What is your answer?', 'I send it back with a comment');
  await page.getByLabel('What should the school change?').fill(comment);
  await expectAccessible(page, 'sign-off-send-back');
  await press(page, 'Send your answer');
  await expectHeading(page, 'Referral sent back');
  await expectAccessible(page, 'sign-off-sent-back');
}

export async function sign(page: Page): Promise<void> {
  await narrow(page);
  await tabTo(page, 'radio', 'I sign off the referral');
  await page.keyboard.press('Space');
  await tabTo(page, 'textbox', 'Your name');
  await page.keyboard.type(head.name);
  await tabTo(page, 'textbox', 'Your role');
  await page.keyboard.type('Head teacher');
  await tabTo(page, 'checkbox', 'I make this statement');
  await page.keyboard.press('Space');
  await expectAccessible(page, 'sign-off-sign');
  await press(page, 'Send your answer');
  await expectHeading(page, 'Referral signed off');
  await expectAccessible(page, 'sign-off-signed');
}

/** Read in a tab of its own, as one reads mail. */
async function newestCode(page: Page): Promise<string> {
  const mailbox = await page.context().newPage();
  await mailbox.goto('/outbox');
  const mail = mailbox.getByRole('article').filter({ hasText: head.email }).filter({ hasText: 'Your code is' }).first();
  const text = await mail.innerText();
  await mailbox.close();
  return /Your code is (\d{6})/.exec(text)?.[1] ?? '';
}
