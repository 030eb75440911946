import type { BrowserContext, Locator, Page } from '@playwright/test';

import { chooseByKeys, chooseByLetters, typeDate, typeInto } from './steps/by-keyboard.js';
import { signByKeys } from './steps/sign-off.js';
import { expectAccessible } from './support/accessible.js';
import { dayFromToday, expectErrors, expectHeading } from './support/forms.js';
import { byKeyboardAlone, pressKeysTo } from './support/keyboard.js';
import { expect, test } from './support/test.js';

/** No other child of the demo has this number. */
const upn = 'M857020002419';
const phone = { width: 320, height: 640 };

const savedState = (page: Page): Locator => page.locator('ui-saved-state [aria-hidden]');

/** Looks at a state, and goes on at the width of a phone. */
async function look(page: Page, name: string): Promise<void> {
  const focused = await page.evaluate(() => document.activeElement?.id ?? '');
  await expectAccessible(page, `interrupted-${name}`);
  await page.setViewportSize(phone);
  // Looking at a page must not move on whoever works on it by keyboard.
  expect(await page.evaluate(() => document.activeElement?.id ?? '')).toBe(focused);
}

async function goOn(page: Page): Promise<void> {
  await pressKeysTo(page, 'button', 'Continue');
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(phone);
  await page.goto(path);
  return page;
}

test('a whole referral by keyboard on a narrow screen, interrupted in every way, loses nothing', async ({
  openAs,
  faults,
}) => {
  test.setTimeout(420_000);
  let page = await openAs('senco', '/referrals');
  await byKeyboardAlone(page);
  const context = page.context();
  await page.setViewportSize(phone);

  const referral = await test.step('begun by keyboard', async () => {
    await pressKeysTo(page, 'button', 'Start a referral');
    await expectHeading(page, 'Start a referral');
    await chooseByKeys(page, 'isKnown', 1);
    await goOn(page);
    await expectHeading(page, 'Make a referral');
    await pressKeysTo(page, 'link', 'Pupil');
    await expectHeading(page, 'About the pupil');
    return new URL(page.url()).pathname.split('/')[2] ?? '';
  });

  await test.step('the tab is closed in the middle of the pupil', async () => {
    await typeInto(page, 'legalForename', 'Bramble');
    await typeInto(page, 'legalSurname', 'Fernsby');
    await expect(savedState(page)).toHaveText(/^Saved \d\d:\d\d$/);
    await page.close();
    page = await open(context, `/referrals/${referral}/pupil`);
    await expect(page.locator('#legalForename')).toHaveValue('Bramble');
    await expect(page.locator('#legalSurname')).toHaveValue('Fernsby');
    await typeInto(page, 'upn', upn.toLowerCase());
    await typeDate(page, 'bornOn', '2016-10-03');
    await chooseByKeys(page, 'sex', 1);
    await look(page, 'pupil');
    await goOn(page);
    await expectHeading(page, 'The pupil’s background');
    await chooseByLetters(page, 'firstLanguage', 'English');
    await goOn(page);
  });

  await test.step('the network is cut in the middle of the family', async () => {
    await expectHeading(page, 'The child’s family');
    await typeInto(page, 'contacts-0-name', 'Hazel Fernsby');
    faults.allowOffline = true;
    await context.setOffline(true);
    await typeInto(page, 'contacts-0-relationship', 'Mother');
    await chooseByKeys(page, 'contacts-0-hasParentalResponsibility', 0);
    await expect(savedState(page)).toHaveText('Not saved – retrying');
    await look(page, 'network-cut');
    await typeInto(page, 'contacts-0-telephone', '01632 960900');
    await context.setOffline(false);
    await expect(savedState(page)).toHaveText(/^Saved \d\d:\d\d$/, { timeout: 30_000 });
    await goOn(page);
  });

  await test.step('the family’s agreement, who agreed with one key', async () => {
    await expectHeading(page, 'The family’s agreement');
    await pressKeysTo(page, 'button', 'It was Hazel Fernsby');
    await typeDate(page, 'agreedOn', dayFromToday(-2));
    await chooseByKeys(page, 'method', 0);
    await typeInto(page, 'explained', 'What the panel is, and who reads the referral.');
    await chooseByKeys(page, 'shareWithPanel', 0);
    await chooseByKeys(page, 'shareWithProviders', 1);
    await goOn(page);
    await expectHeading(page, 'The child’s needs');
    await chooseByLetters(page, 'primaryNeed', 'Social');
    await chooseByKeys(page, 'senProvision', 1);
    await goOn(page);
  });

  await test.step('the session ends in the middle of the concerns', async () => {
    await expectHeading(page, 'Strengths and concerns');
    await typeInto(page, 'strengths', 'Builds anything out of wood.');
    faults.expect({ status: 401, path: /^\/api\/referrals\// });
    await context.clearCookies();
    await typeInto(page, 'concerns', 'Leaves lessons most afternoons.');
    const dialog = page.getByRole('dialog', { name: 'Sign in again, your answers are saved' });
    await expect(dialog).toBeVisible();
    await look(page, 'session-ended');
    await pressKeysTo(page, 'button', 'Sign in as Sarah Okafor', dialog);
    await expect(dialog).toBeHidden();
    await expect(page.locator('#concerns')).toBeFocused();
    await page.keyboard.type(' Every day.');
    await expect(page.locator('#concerns')).toHaveValue('Leaves lessons most afternoons. Every day.');
    await expect(savedState(page)).toHaveText('Saving…');
    await expect(savedState(page)).toHaveText(/^Saved \d\d:\d\d$/);
  });

  await test.step('a colleague changes the same section, and one answer at the same time', async () => {
    const elsewhere = await openAs('head-teacher', `/referrals/${referral}/strengths-and-concerns`);
    await byKeyboardAlone(elsewhere);
    await elsewhere.setViewportSize(phone);
    faults.expect({ status: 412, path: /^\/api\/referrals\/[^/]+\/sections\/needs$/ });
    await expect(elsewhere.locator('#concerns')).toHaveValue('Leaves lessons most afternoons. Every day.');

    // Both type at once; whatever this page sends waits until the other one has saved, so that it is the one that meets it.
    let goOnSending: () => void = () => undefined;
    const otherHasSaved = new Promise<void>((resolve) => (goOnSending = resolve));
    await page.route(/\/sections\/needs/, async (route) => {
      await otherHasSaved;
      await route.continue();
    });
    await typeInto(page, 'whatWorks', 'Working with his hands.');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type(' Hides in the hall.');
    await typeInto(elsewhere, 'concerns', ' Since September.');
    await typeInto(elsewhere, 'triggers', 'Writing.');
    await expect(savedState(elsewhere)).toHaveText('Saving…');
    await expect(savedState(elsewhere)).toHaveText(/^Saved/);
    goOnSending();

    const choice = page.locator('.app-choice');
    await expect(choice).toBeVisible({ timeout: 40_000 });
    await expect(choice).toContainText('Amina Rahman has changed the same answer as you');
    await expect(choice).toContainText('Since September.');
    await expect(choice).toContainText('Hides in the hall.');
    // What only one of the two has changed is put together.
    await expect(page.locator('#triggers')).toHaveValue('Writing.');
    await expect(page.locator('#whatWorks')).toHaveValue('Working with his hands.');
    await look(page, 'second-editor');
    await goOn(page);
    await expectErrors(page, 'Choose whose text to keep: What is happening');
    await look(page, 'second-editor-errors');
    await pressKeysTo(page, 'button', /^Keep my text/);
    await expect(choice).toHaveCount(0);
    await expect(savedState(page)).toHaveText(/^Saved \d\d:\d\d$/);
    await elsewhere.context().close();
    await goOn(page);
  });

  await test.step('the rest, by keyboard', async () => {
    await expectHeading(page, 'The child’s circumstances');
    await chooseByKeys(page, 'pupilPremium', 0);
    await chooseByKeys(page, 'lookedAfter', 2);
    await chooseByKeys(page, 'childPlan', 2);
    await chooseByKeys(page, 'hasSocialWorker', 1);
    await chooseByKeys(page, 'youngCarer', 1);
    await chooseByKeys(page, 'serviceChild', 1);
    await goOn(page);
    await expectHeading(page, 'Attendance and exclusion');
    await typeInto(page, 'attendanceThisYear', '91');
    await typeInto(page, 'suspensions', '0');
    await chooseByKeys(page, 'isAtRiskOfExclusion', 1);
    await goOn(page);
    await expectHeading(page, 'What the school has done');
    for (const [index, [from, to]] of [[-260, -200] as const, [-150, -60] as const].entries()) {
      await typeInto(page, `cycles-${index}-strategy`, `Check-in with a key adult, round ${index + 1}`);
      await typeDate(page, `cycles-${index}-startedOn`, dayFromToday(from));
      await typeDate(page, `cycles-${index}-endedOn`, dayFromToday(to));
      await typeInto(page, `cycles-${index}-whatChanged`, 'Calmer in the morning.');
    }
    await goOn(page);
    await expectHeading(page, 'Advice and spending');
    await chooseByKeys(page, 'teacherConsulted', 1);
    await goOn(page);
    await expectHeading(page, 'Goals at the start');
    await typeInto(page, 'goals-0-goal', 'I stay until the end of the lesson');
    await typeInto(page, 'goals-0-score', '3');
    await goOn(page);
    await expectHeading(page, 'Scores at the start');
    await goOn(page);
    await expectHeading(page, 'What the child and the family think');
    await typeInto(page, 'childsView', 'I want to make things.');
    await typeInto(page, 'parentsView', 'We hope he wants to go to school again.');
    await goOn(page);
    await expectHeading(page, 'What you are asking for');
    await typeInto(page, 'requestedSupport', 'Specialist teaching twice a week.');
    await typeInto(page, 'desiredOutcomes', 'He stays in lessons.');
    await goOn(page);
  });

  await test.step('nothing is lost', async () => {
    await expectHeading(page, 'Check your answers before you submit the referral');
    const main = page.getByRole('main');
    for (const text of [
      'Bramble',
      'Fernsby',
      '3 October 2016',
      'Hazel Fernsby',
      '01632 960900',
      'Leaves lessons most afternoons. Every day. Hides in the hall.',
      'Writing.',
      'Working with his hands.',
      'Check-in with a key adult, round 2',
      'I want to make things.',
      'Specialist teaching twice a week.',
    ]) {
      await expect(main).toContainText(text);
    }
    await look(page, 'check-answers');
    await signByKeys(page);
    await expectHeading(page, 'Check your answers before you submit the referral');
    await pressKeysTo(page, 'button', 'Submit the referral');
    await expectHeading(page, 'Referral submitted');
  });
});
