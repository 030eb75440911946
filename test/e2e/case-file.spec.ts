import { expectAccessible } from './support/accessible.js';
import { choose, expectErrors, expectHeading, fillDate, follow, press, question } from './support/forms.js';
import { pressKeysTo } from './support/keyboard.js';
import { expect, test } from './support/test.js';

const soon = (): string => new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);

test('people on a case write notes for each other and give each other tasks', async ({ openAs, faults }) => {
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

  await test.step('Who works for another school finds neither the note nor the case', async () => {
    const other = await openAs('senco-secondary');
    faults.expect({ status: 404, path: /^\/api\/referrals\// });
    await other.goto(`${address}/notes`);
    await expect(other.getByRole('main')).not.toContainText('Between ourselves');
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('what was done for a child stands on a line of time; the case is followed and printed', async ({ openAs }) => {
  test.setTimeout(240_000);
  const page = await openAs('coordinator');
  await page.goto('/referrals?status=accepted');
  await page.getByRole('main').getByRole('link', { name: /^EIP-/ }).last().click();
  await expectHeading(page, 'Overview');
  const address = new URL(page.url()).pathname;
  await expect(page.getByRole('heading', { name: 'What happens next' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who works on this case' })).toBeVisible();
  await expectAccessible(page, 'case-overview');

  await test.step('A consultation and a report are recorded', async () => {
    await page.goto(`${address}/support-history`);
    await expectHeading(page, 'Support so far');
    await pressKeysTo(page, 'button', 'Record a consultation');
    await expectHeading(page, 'Record a consultation');
    await press(page, 'Save the consultation');
    await expectErrors(page, 'Enter the date of the consultation', 'Enter what the teacher advised');
    await expectAccessible(page, 'support-consultation-errors');
    await fillDate(page, 'When was it?', '2026-03-02');
    await page.getByLabel('Which specialist teacher?').fill('Bethan Rees');
    await choose(page, 'When were they asked?', 'Before the referral');
    await page.getByLabel('What did they advise?').fill('A quiet start of the day with one adult.');
    await press(page, 'Save the consultation');
    await expectHeading(page, 'Support so far');
    await follow(page, 'Record a report');
    await expectHeading(page, 'Record a report');
    await expectAccessible(page, 'support-report');
    await fillDate(page, 'Date of the report', '2026-05-04');
    await page.getByLabel('Which agency?').selectOption('educational_psychology');
    await page.getByLabel('What is it?').fill('Advice after a visit');
    await press(page, 'Save the report');
    await expectHeading(page, 'Support so far');
    await page.getByText('Show the numbers as a table').click();
    await expect(page.getByRole('table')).toContainText('Bethan Rees');
    await expectAccessible(page, 'support-so-far');
  });

  await test.step('The timeline tells it, and can be narrowed', async () => {
    await page.goto(`${address}/timeline`);
    await expectHeading(page, 'Timeline');
    await page.getByLabel('About').selectOption({ label: 'Support so far' });
    await press(page, 'Apply filters');
    await expect(page).toHaveURL(/kind=support/);
    await expect(page.getByRole('listitem').filter({ hasText: 'Report of another agency recorded' })).toBeVisible();
    await expectAccessible(page, 'case-timeline-narrowed');
  });

  await test.step('The whole case stands on one page', async () => {
    await page.goto(`${address}/print`);
    await expectHeading(page, /^Case EIP-/);
    await expect(page.getByRole('main')).toContainText('Advice after a visit');
    await expectAccessible(page, 'case-print');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print this page' })).toBeHidden();
    await expect(page.getByRole('main')).toContainText('Bethan Rees');
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('The start page says what waits and what is overdue', async () => {
    await page.goto('/');
    await expectHeading(page, 'Your tasks');
    await follow(page, 'Tasks given to you');
    await expectHeading(page, 'Tasks given to you');
    await expectAccessible(page, 'own-tasks');
    await page.getByRole('link', { name: /^Overdue/ }).click();
    await expect(page.getByRole('main')).toContainText('working day');
    await expectAccessible(page, 'own-tasks-overdue');
  });
});
