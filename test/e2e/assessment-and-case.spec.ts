import { expectAccessible } from './support/accessible.js';
import { expectErrors, expectHeading, fillDate, follow, press, question } from './support/forms.js';
import { pressKeysTo } from './support/keyboard.js';
import { expect, test } from './support/test.js';

const soon = (): string => new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);

test('people on a case write notes for each other and give each other tasks', async ({ openAs }) => {
  test.setTimeout(240_000);
  const coordinator = await openAs('coordinator');
  await test.step('The coordinator opens a case that is being supported', async () => {
    await coordinator.goto('/referrals?status=in_delivery');
    await coordinator.getByRole('main').getByRole('link', { name: /^EIP-/ }).first().click();
    await expectHeading(coordinator, 'Overview');
  });
  const address = new URL(coordinator.url()).pathname;

  await test.step('writes a note for the council only, by keyboard', async () => {
    await pressKeysTo(coordinator, 'link', 'Notes');
    await expectHeading(coordinator, 'Notes');
    await expectAccessible(coordinator, 'case-notes');
    await pressKeysTo(coordinator, 'button', 'Write a note');
    await expectHeading(coordinator, 'Write a note');
    await press(coordinator, 'Save the note');
    await expectErrors(coordinator, 'Enter the note', 'Select who can read the note');
    await expectAccessible(coordinator, 'case-note-errors');
    await coordinator.getByLabel('Note', { exact: true }).fill('Between ourselves: ask the psychologist first.');
    await question(coordinator, 'Who can read it?').getByLabel('Council only').check();
    await press(coordinator, 'Save the note');
    await expectHeading(coordinator, 'Notes');
    await expect(coordinator.getByRole('main')).toContainText('Between ourselves');
    await expectAccessible(coordinator, 'case-notes-with-one');
  });

  await test.step('corrects it, and sees what it said before', async () => {
    await coordinator
      .getByRole('link', { name: /^Correct this note/ })
      .first()
      .click();
    await expectHeading(coordinator, 'Correct a note');
    await expectAccessible(coordinator, 'case-note-correct');
    await coordinator.getByLabel('Note', { exact: true }).fill('Between ourselves: ask the psychologist on Monday.');
    await press(coordinator, 'Save the correction');
    await coordinator.getByText('What it said before').first().click();
    await expect(coordinator.getByRole('main')).toContainText('ask the psychologist first');
    await expectAccessible(coordinator, 'case-notes-corrected');
  });

  await test.step('gives the school something to do', async () => {
    await coordinator.goto(`${address}/case-tasks`);
    await expectHeading(coordinator, 'Tasks');
    await follow(coordinator, 'Add a task');
    await expectHeading(coordinator, 'Add a task');
    await press(coordinator, 'Add the task');
    await expectErrors(coordinator, 'Enter what is to be done', 'Choose who does it');
    await expectAccessible(coordinator, 'case-task-errors');
    await coordinator.getByLabel('What is to be done?').fill('Send the new timetable');
    await fillDate(coordinator, 'By when?', soon());
    await coordinator.getByLabel('Who does it?').selectOption({ label: 'The SENCo of the school' });
    await press(coordinator, 'Add the task');
    await expectHeading(coordinator, 'Tasks');
    await expect(coordinator.getByRole('main')).toContainText('Send the new timetable');
    await expectAccessible(coordinator, 'case-tasks');
  });
});
