import type { Locator, Page } from '@playwright/test';

import { chooseAnswer, tabToId, typeInto } from './steps/by-keyboard.js';
import { expectAccessible } from './support/accessible.js';
import { expectErrors, expectHeading, question } from './support/forms.js';
import { byKeyboardAlone, pressKeysTo } from './support/keyboard.js';
import { expect, test } from './support/test.js';

const phone = { width: 320, height: 640 };

/** A look at the page as it stands, and on with the walk on a narrow screen. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await page.setViewportSize(phone);
}

const savedState = (page: Page): Locator => page.locator('ui-saved-state [aria-hidden]');

/** What was typed last is on its way, and then there. */
async function expectSaved(page: Page): Promise<void> {
  await expect(savedState(page)).toHaveText('Saving…');
  await expect(savedState(page)).toHaveText(/^Saved \d\d:\d\d$/);
}

/** The first questions, as many as `answers`, in the order of the page. */
async function answerEvidence(page: Page, answers: readonly string[], first = 0): Promise<void> {
  for (const [index, answer] of answers.entries())
    await chooseAnswer(page, `evidence-${first + index}-strength`, answer);
}

const criteria = (page: Page): Promise<number> => page.getByRole('main').locator('fieldset').count();

async function judge(page: Page, risk: string, percent: number, hours: string): Promise<void> {
  await chooseAnswer(page, 'riskLevel', risk);
  await chooseAnswer(page, 'probabilityPercent', `(${percent}%)`);
  await chooseAnswer(page, 'isPlanLikely', 'Yes');
  await chooseAnswer(page, 'hours', hours);
  await chooseAnswer(page, 'confidence', 'Medium');
}

test('a risk is assessed by keyboard on a narrow screen, interrupted in every way, and nothing is lost; then again', async ({
  openAs,
  faults,
}) => {
  test.setTimeout(300_000);
  let page = await openAs('coordinator');
  await byKeyboardAlone(page);
  await page.goto('/referrals?status=accepted');
  await page.setViewportSize(phone);
  await pressKeysTo(page, 'link', /^EIP-/);
  await expectHeading(page, 'Overview');
  const address = new URL(page.url()).pathname;
  const rationale = 'Two suspensions this term.';
  const more = ' Advice was followed for a term.';
  const most = ' It has not changed much.';

  await test.step('The tab is closed in the middle of the evidence', async () => {
    await pressKeysTo(page, 'link', 'Assess the risk');
    await expectHeading(page, 'What does the evidence show?');
    await pressKeysTo(page, 'button', 'Continue');
    await expectErrors(page, /^There is a problem/);
    await answerEvidence(page, ['Strong evidence', 'Some evidence']);
    await expectSaved(page);
    const context = page.context();
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await page.setViewportSize(phone);
    await page.goto(`${address}/assessments/new`);
    await expectHeading(page, 'What does the evidence show?');
    await expect(question(page, 'Suspensions').getByLabel('Strong evidence')).toBeChecked();
    await look(page, 'assessment-resumed');
    const rest = (await criteria(page)) - 2;
    await answerEvidence(
      page,
      Array.from({ length: rest }, () => 'Some evidence'),
      2,
    );
    await pressKeysTo(page, 'button', 'Continue');
  });

  await test.step('The session ends in the middle of the judgement', async () => {
    await expectHeading(page, 'What do you expect?');
    await judge(page, 'Medium', 50, '25 hours');
    await expectSaved(page);
    faults.expect({ status: 401, path: /^\/api\/referrals\/[^/]+\/assessment-draft$/ });
    await page.context().clearCookies();
    await typeInto(page, 'rationale', rationale);
    const dialog = page.getByRole('dialog', { name: 'Sign in again, your answers are saved' });
    await expect(dialog).toBeVisible();
    await look(page, 'assessment-session-ended');
    await pressKeysTo(page, 'button', 'Sign in as Judith Marsh', dialog);
    await expect(dialog).toBeHidden();
    await expect(page.locator('#rationale')).toBeFocused();
    await page.keyboard.type(more);
    await expectSaved(page);
    await page.reload();
    await expect(page.locator('#rationale')).toHaveValue(rationale + more);
    await expect(question(page, 'Probability').getByLabel(/\(50%\)/)).toBeChecked();
  });

  await test.step('The network goes while more is written, and comes back', async () => {
    faults.allowOffline = true;
    await page.context().setOffline(true);
    await tabToId(page, 'rationale');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(most);
    await expect(savedState(page)).toHaveText(/retrying/);
    await look(page, 'assessment-without-network');
    await page.context().setOffline(false);
    await expect(savedState(page)).toHaveText(/^Saved/, { timeout: 40_000 });
    faults.allowOffline = false;
  });

  await test.step('A colleague writes in the same draft: nothing is overwritten unseen', async () => {
    const colleague = await openAs('coordinator-second', `${address}/assessments/new/judgement`);
    await byKeyboardAlone(colleague);
    await colleague.setViewportSize(phone);
    await expectHeading(colleague, 'What do you expect?');
    await expect(colleague.locator('#rationale')).toHaveValue(rationale + more + most);
    await chooseAnswer(colleague, 'confidence', 'High');
    await expectSaved(colleague);
    faults.expect({ status: 412, path: /assessment-draft$/ });
    await chooseAnswer(page, 'confidence', 'Low');
    await expect(page.getByRole('main')).toContainText('Priya Nair has changed this assessment');
    await look(page, 'assessment-conflict');
    await pressKeysTo(page, 'button', 'Load their answers instead of mine');
    await expect(question(page, 'How sure are you?').getByLabel('High')).toBeChecked();
    await expect(page.locator('#rationale')).toHaveValue(rationale + more + most);
    await pressKeysTo(page, 'button', 'Continue');
  });

  await test.step('The answers are checked and the assessment is made', async () => {
    await expectHeading(page, 'Check the assessment');
    await expect(page.getByRole('main')).toContainText('25 hours × £14.89 × 38 weeks');
    await expect(page.getByRole('main')).toContainText(rationale + more + most);
    await look(page, 'assessment-check');
    await pressKeysTo(page, 'button', 'Save the assessment');
    await expectHeading(page, 'Assessments of risk');
    await expect(page.getByRole('main')).toContainText('Assessment saved');
  });

  await test.step('Later the risk has grown: the second assessment stands beside the first', async () => {
    await pressKeysTo(page, 'button', 'Assess the risk');
    await expectHeading(page, 'What does the evidence show?');
    await expect(page.locator('#evidence-0-strength')).toBeVisible();
    await answerEvidence(
      page,
      Array.from({ length: await criteria(page) }, () => 'Strong evidence'),
    );
    await pressKeysTo(page, 'button', 'Continue');
    await expectHeading(page, 'What do you expect?');
    await judge(page, 'High', 90, '32.5 hours');
    await typeInto(page, 'rationale', 'It has become worse since.');
    await pressKeysTo(page, 'button', 'Continue');
    await expectHeading(page, 'Check the assessment');
    await expect(page.getByRole('table', { name: /^What changed since assessment 1/ })).toContainText('Medium');
    await look(page, 'assessment-compared-before-saving');
    await pressKeysTo(page, 'button', 'Save the assessment');
    await expectHeading(page, 'Assessments of risk');
    const table = page.getByRole('table', { name: /^What changed since assessment 1/ });
    await expect(table.getByRole('row', { name: /^Risk/ })).toContainText('High');
    await look(page, 'assessments-compared');
  });
});
