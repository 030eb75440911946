import { signByKeys } from './steps/sign-off.js';
import { expectAccessible } from './support/accessible.js';
import { expectErrors, expectHeading, link } from './support/forms.js';
import { byKeyboardAlone, pressKeysTo, tabTo } from './support/keyboard.js';
import { expect, test } from './support/test.js';

const phone = { width: 320, height: 640 };
const year = new Date().getFullYear();
/** Cases of the demo by their place in its plan: one of the first SENCo's school, one of the second's. */
const urgentCase = `EIP-${year}-0004`;
const secondaryCase = `EIP-${year}-0006`;
const firstCase = `EIP-${year}-0003`;

type Page = Parameters<typeof expectAccessible>[0];

/** A look at the page as it stands, and on with the walk on a phone. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await page.setViewportSize(phone);
}

async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

async function tick(page: Page, role: 'radio' | 'checkbox', name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Space');
}

test('a referral goes back with named questions, and comes again with answers', async ({ openAs }) => {
  test.setTimeout(300_000);
  const coordinator = await openAs('coordinator');
  await byKeyboardAlone(coordinator);
  await coordinator.goto('/queue');
  await coordinator.setViewportSize(phone);

  await test.step('The coordinator finds it in the queue and looks at it', async () => {
    await expectHeading(coordinator, 'Queue');
    await look(coordinator, 'triage-queue');
    await pressKeysTo(coordinator, 'link', urgentCase);
    await expectHeading(coordinator, 'Triage');
    await expect(coordinator.getByRole('main')).toContainText('Same name and date of birth');
    await look(coordinator, 'triage-case');
  });

  await test.step('returns it with a question, not without', async () => {
    await pressKeysTo(coordinator, 'button', 'Return to the school');
    await expectHeading(coordinator, 'Return this referral to the school');
    await pressKeysTo(coordinator, 'button', 'Return the referral');
    await expectErrors(coordinator, 'Add at least one question for the school');
    await look(coordinator, 'triage-return-errors');
    await pressKeysTo(coordinator, 'button', 'Add a question');
    await expect(coordinator.getByLabel('What is it about?')).toBeFocused();
    await coordinator.keyboard.type('Needs: What works');
    await typeInto(coordinator, 'What does the school need to add or change?', 'What has worked at home?');
    await look(coordinator, 'triage-return');
    await pressKeysTo(coordinator, 'button', 'Return the referral');
    await expectHeading(coordinator, 'Overview');
    await expect(coordinator.getByRole('main')).toContainText('Referral returned to the school');
  });

  const senco = await openAs('senco');
  await byKeyboardAlone(senco);
  await senco.goto('/referrals?status=returned');
  await senco.setViewportSize(phone);
  await test.step('The school sees exactly this question, on the task list and beside the answer', async () => {
    await pressKeysTo(senco, 'link', urgentCase);
    await expectHeading(senco, 'Make a referral');
    const main = senco.getByRole('main');
    await expect(main).toContainText('1 question of the coordinator to answer');
    await expect(main).toContainText('What has worked at home?');
    await look(senco, 'triage-questions-for-the-school');
    await pressKeysTo(senco, 'link', /^Go to this part/);
    await expectHeading(senco, 'Strengths and concerns');
    await expect(senco.getByLabel(/^What works\?/)).toBeFocused();
    await expect(main).toContainText('What has worked at home?');
    await senco.keyboard.press('ControlOrMeta+A');
    await senco.keyboard.type('Music before breakfast.');
    await look(senco, 'triage-question-beside-the-answer');
    await pressKeysTo(senco, 'link', 'Save and return to the task list');
    await expectHeading(senco, 'Make a referral');
  });

  await test.step('marks it as answered and submits again', async () => {
    await typeInto(senco, /^Note to the coordinator on question 1/, 'We asked the family.');
    await pressKeysTo(senco, 'button', /^Mark as answered/);
    await expect(senco.getByRole('main')).toContainText('All questions of the coordinator are marked as answered');
    await look(senco, 'triage-questions-answered');
    await pressKeysTo(senco, 'link', 'Check answers and submit');
    await expectHeading(senco, 'Check your answers before you submit the referral');
    // What has changed is signed off anew.
    await signByKeys(senco);
    await expectHeading(senco, 'Check your answers before you submit the referral');
    await pressKeysTo(senco, 'button', /^Submit/);
    await expectHeading(senco, 'Referral submitted');
  });

  await test.step('The coordinator sees what was answered', async () => {
    await coordinator.goto('/queue?tab=resubmitted');
    const main = coordinator.getByRole('main');
    await expect(main.getByRole('link', { name: `1 answer changed since the return of ${urgentCase}` })).toBeVisible();
    await pressKeysTo(coordinator, 'link', urgentCase);
    await expectHeading(coordinator, 'Triage');
    await expect(main).toContainText('Return 1, 1 of 1 answered');
    await expect(main).toContainText('1 answer changed since this return');
    await expect(main).toContainText('The school says: We asked the family.');
    await look(coordinator, 'triage-case-with-answers');
    await pressKeysTo(coordinator, 'link', 'See the answer that changed since return 1');
    await expectHeading(coordinator, 'What is different');
    await expect(main).toContainText('Music before breakfast.');
  });
});

test('a declined referral leaves the school with a reason, a next step and resources', async ({ openAs }) => {
  test.setTimeout(240_000);
  const coordinator = await openAs('coordinator');
  await byKeyboardAlone(coordinator);
  await coordinator.goto('/queue?tab=new');
  await coordinator.setViewportSize(phone);
  await test.step('The coordinator declines', async () => {
    await pressKeysTo(coordinator, 'link', secondaryCase);
    await expectHeading(coordinator, 'Triage');
    await pressKeysTo(coordinator, 'button', 'Decline');
    await expectHeading(coordinator, 'Decline this referral');
    await pressKeysTo(coordinator, 'button', 'Decline the referral');
    await expectErrors(coordinator, 'Select why the referral is declined', 'Explain the decision');
    await look(coordinator, 'triage-decline-errors');
    await tick(coordinator, 'radio', 'Threshold not met');
    await expect(coordinator.getByLabel('What can the school do next?')).toHaveValue(/^Go on with SEN support/);
    await typeInto(coordinator, 'Explain the decision', 'The needs are met by what the school does well already.');
    await tick(coordinator, 'checkbox', 'A calm start to the day');
    await look(coordinator, 'triage-decline');
    await pressKeysTo(coordinator, 'button', 'Decline the referral');
    await expectHeading(coordinator, 'Overview');
    await expect(coordinator.getByRole('main')).toContainText('Referral declined');
    await look(coordinator, 'triage-declined-for-the-coordinator');
  });

  const senco = await openAs('senco-secondary');
  await byKeyboardAlone(senco);
  await senco.goto('/referrals?status=declined');
  await senco.setViewportSize(phone);
  await test.step('The school reads why, and goes on to what helps', async () => {
    await pressKeysTo(senco, 'link', secondaryCase);
    await expectHeading(senco, 'Overview');
    const main = senco.getByRole('main');
    for (const text of [
      'Threshold not met',
      'The needs are met by what the school does well already.',
      'Go on with SEN support',
      'education, health and care needs assessment',
      'at any time',
      'If you think that this is wrong',
    ]) {
      await expect(main).toContainText(text);
    }
    await look(senco, 'triage-declined-for-the-school');
    await pressKeysTo(senco, 'link', 'A calm start to the day');
    await expectHeading(senco, 'A calm start to the day');
    await look(senco, 'toolkit-resource');
    await senco.goto('/toolkit');
    await expectHeading(senco, 'Toolkit');
    await look(senco, 'toolkit');
    await expect(link(senco, 'Add a resource')).toHaveCount(0);
  });
});

test('coordinators share the queue: assigned cases, a saved view, several accepted at once', async ({ openAs }) => {
  test.setTimeout(240_000);
  const coordinator = await openAs('coordinator');
  await coordinator.goto('/queue?tab=all');
  await coordinator.setViewportSize(phone);
  const main = coordinator.getByRole('main');

  await test.step('Nothing is done while nothing is selected', async () => {
    await coordinator.goto('/queue/act/accept');
    await expectHeading(coordinator, 'No case is selected');
    await look(coordinator, 'queue-nothing-selected');
    await pressKeysTo(coordinator, 'link', 'Go to the queue');
    await expectHeading(coordinator, 'Queue');
  });

  await test.step('Two cases are given to a colleague', async () => {
    await coordinator.goto('/queue?tab=waiting');
    await expectHeading(coordinator, 'Queue');
    const boxes = main.getByRole('checkbox', { name: /^Select EIP-/ });
    await expect(boxes.first()).toBeVisible();
    const names = await boxes.evaluateAll((found) =>
      found.slice(0, 2).map((box) => document.querySelector(`label[for="${box.id}"]`)?.textContent.trim() ?? ''),
    );
    for (const name of names) await tick(coordinator, 'checkbox', name);
    await expect(main).toContainText('2 cases selected');
    await look(coordinator, 'queue-with-selection');
    await coordinator.getByRole('button', { name: 'Clear the selection' }).focus();
    await pressKeysTo(coordinator, 'button', 'Assign 2 cases');
    await expectHeading(coordinator, 'Assign 2 cases');
    await pressKeysTo(coordinator, 'button', 'Assign 2 cases');
    await expectErrors(coordinator, 'Select whose cases they become');
    await look(coordinator, 'queue-assign-errors');
    await tabTo(coordinator, 'radio', /./);
    for (let step = 0; step < 5; step += 1) {
      const isThere = await coordinator.getByRole('radio', { name: 'Priya Nair' }).isChecked();
      if (isThere) break;
      await coordinator.keyboard.press('ArrowDown');
    }
    await expect(coordinator.getByRole('radio', { name: 'Priya Nair' })).toBeChecked();
    await pressKeysTo(coordinator, 'button', 'Assign 2 cases');
    await expect(main).toContainText('Done for 2 cases');
    await look(coordinator, 'queue-assigned');
  });

  const colleague = await openAs('coordinator-second');
  await colleague.goto('/queue?assignee=me');
  await colleague.setViewportSize(phone);
  await test.step('The colleague sees them, and saves the view as her own', async () => {
    await expect(colleague.getByRole('main')).toContainText('Priya Nair');
    await pressKeysTo(colleague, 'link', 'Save this view');
    await expectHeading(colleague, 'Save this view');
    await pressKeysTo(colleague, 'button', 'Save the view');
    await expectErrors(colleague, 'Enter a name for the view');
    await look(colleague, 'queue-save-view-errors');
    await typeInto(colleague, 'Name of the view', 'My cases');
    await tick(colleague, 'checkbox', 'Show this view first');
    await pressKeysTo(colleague, 'button', 'Save the view');
    await expect(colleague.getByRole('main')).toContainText('View “My cases” saved');
    await colleague.goto('/queue');
    await expect(colleague).toHaveURL(/assignee=me/);
    await look(colleague, 'queue-default-view');
    await pressKeysTo(colleague, 'link', 'Change your views');
    await expectHeading(colleague, 'Your views of the queue');
    await look(colleague, 'queue-views');
    await pressKeysTo(colleague, 'button', /^Remove/);
    await expect(colleague.getByRole('main')).toContainText('You have saved no view yet');
  });

  await test.step('Of several the complete ones are accepted, and the others say why not', async () => {
    await coordinator.goto('/queue?tab=all');
    await tick(coordinator, 'checkbox', `Select ${firstCase}`);
    const waiting = main.getByRole('checkbox', { name: /^Select EIP-/ }).last();
    await waiting.focus();
    await coordinator.keyboard.press('Space');
    await coordinator.getByRole('button', { name: 'Clear the selection' }).focus();
    await pressKeysTo(coordinator, 'button', 'Accept 2 cases');
    await expectHeading(coordinator, 'Accept 2 cases?');
    await look(coordinator, 'queue-accept');
    await pressKeysTo(coordinator, 'button', 'Accept 2 cases');
    await expect(main).toContainText('Done for 1 of 2 cases; 1 not');
    await look(coordinator, 'queue-accepted');
  });

  await test.step('The deadlines are the authority’s', async () => {
    await coordinator.goto('/queue/deadlines');
    await expectHeading(coordinator, 'Deadlines of each step');
    await typeInto(coordinator, 'From a submission to your answer', 'soon');
    await pressKeysTo(coordinator, 'button', 'Save the deadlines');
    await expectErrors(coordinator, 'Enter a whole number of working days from 1 to 60');
    await look(coordinator, 'queue-deadlines-errors');
    await typeInto(coordinator, 'From a submission to your answer', '5');
    await pressKeysTo(coordinator, 'button', 'Save the deadlines');
    await expect(main).toContainText('Deadlines saved');
  });
});

test('the toolkit is kept by a coordinator', async ({ openAs }) => {
  test.setTimeout(180_000);
  const coordinator = await openAs('coordinator');
  await coordinator.goto('/toolkit');
  await coordinator.setViewportSize(phone);
  await pressKeysTo(coordinator, 'button', 'Add a resource');
  await expectHeading(coordinator, 'Add a resource');
  await pressKeysTo(coordinator, 'button', 'Save the resource');
  await expectErrors(coordinator, 'Enter a title', 'Enter a summary', 'Enter what the school can do');
  await look(coordinator, 'toolkit-edit-errors');
  await typeInto(coordinator, 'Title', 'Lunch in a small room');
  await typeInto(coordinator, 'Summary', 'For children for whom the hall is too loud.');
  await typeInto(coordinator, /^What the school can do/, 'Choose a room near the hall.');
  await tick(coordinator, 'checkbox', 'Autistic spectrum disorder');
  await pressKeysTo(coordinator, 'button', 'Save the resource');
  await expectHeading(coordinator, 'Lunch in a small room');
  await expect(coordinator.getByRole('main')).toContainText('Resource added');
  await look(coordinator, 'toolkit-resource-for-its-keeper');
  await pressKeysTo(coordinator, 'button', 'Change');
  await expectHeading(coordinator, 'Change a resource');
  await look(coordinator, 'toolkit-change');
  await typeInto(coordinator, 'Summary', 'For children for whom the dining hall is too loud.');
  await pressKeysTo(coordinator, 'button', 'Save the resource');
  await expect(coordinator.getByRole('main')).toContainText('Resource changed');
  await pressKeysTo(coordinator, 'button', 'Retire');
  await expectHeading(coordinator, 'Retire this resource?');
  await look(coordinator, 'toolkit-retire');
  await pressKeysTo(coordinator, 'button', 'Retire the resource');
  await expectHeading(coordinator, 'Toolkit');
  await coordinator.goto('/toolkit?search=lunch&state=all');
  await expect(coordinator.getByRole('main')).toContainText('Retired');
  await look(coordinator, 'toolkit-with-retired');
});
