import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import {
  choose,
  dayFromToday,
  expectErrors,
  expectHeading,
  fact,
  fillDate,
  follow,
  press,
  question,
} from './support/forms.js';
import { expect, test } from './support/test.js';

const year = new Date().getFullYear();
/** A case of the demo with a consultation, a report and a task; its child has a sibling. */
const assessedCase = `EIP-${year}-0010`;

/** What a scanner and the API take for a PDF. */
const form = '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';

const card = (page: Page, title: string): Locator =>
  page.getByRole('main').locator('.govuk-summary-card').filter({ hasText: title });

async function openCase(page: Page, reference: string): Promise<string> {
  await page.goto(`/referrals?search=${reference}`);
  await follow(page, reference);
  await expectHeading(page, 'Overview');
  return new URL(page.url()).pathname;
}

test('what is recorded on a case is put right, and the record of the child with it', async ({ openAs }) => {
  test.setTimeout(240_000);
  const page = await openAs('coordinator');
  const main = page.getByRole('main');
  const address = await openCase(page, assessedCase);

  await test.step('The whole referral is read', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Referral', exact: true }).click();
    await expectHeading(page, 'Referral');
    await expect(main).toContainText('What the school has done');
    await expectAccessible(page, 'case-answers');
  });
  const upn = await fact(page, 'UPN').innerText();

  await test.step('A consultation is changed', async () => {
    await page.goto(`${address}/support-history`);
    await card(page, 'Bethan Rees')
      .getByRole('link', { name: /^Change/ })
      .click();
    await expectHeading(page, 'Change a consultation');
    await expect(page.getByLabel('Which specialist teacher?')).toHaveValue('Bethan Rees');
    await fillDate(page, 'When was it?', dayFromToday(3));
    await page.getByLabel('What did they advise?').fill('');
    await press(page, 'Save the consultation');
    await expectErrors(page, /past/, 'Enter what the teacher advised');
    await expectAccessible(page, 'support-consultation-change-errors');
    await fillDate(page, 'When was it?', dayFromToday(-40));
    await page.getByLabel('What did they advise?').fill('One adult at the gate every morning.');
    await press(page, 'Save the consultation');
    await expectHeading(page, 'Support so far');
    await expect(main).toContainText('Consultation saved');
    await expect(card(page, 'Bethan Rees')).toContainText('One adult at the gate every morning.');
  });

  await test.step('A report is changed', async () => {
    await card(page, 'Educational psychology')
      .getByRole('link', { name: /^Change/ })
      .click();
    await expectHeading(page, 'Change a report');
    await page.getByLabel('What is it?').fill('');
    await press(page, 'Save the report');
    await expectErrors(page, 'Enter what it is');
    await expectAccessible(page, 'support-report-change-errors');
    await page.getByLabel('What is it?').fill('Advice after two visits');
    await press(page, 'Save the report');
    await expectHeading(page, 'Support so far');
    await expect(card(page, 'Advice after two visits')).toContainText('Educational psychology');
    await expectAccessible(page, 'support-so-far-changed');
  });

  await test.step('A task is given to somebody else', async () => {
    await page.goto(`${address}/case-tasks`);
    await card(page, 'Ring the educational psychologist')
      .getByRole('link', { name: /^Change/ })
      .click();
    await expectHeading(page, 'Change a task');
    await page.getByLabel('What is to be done?').fill('');
    await press(page, 'Save the task');
    await expectErrors(page, 'Enter what is to be done');
    await expectAccessible(page, 'case-task-change-errors');
    await page.getByLabel('What is to be done?').fill('Write to the educational psychologist');
    await page.getByLabel('Who does it?').selectOption({ label: 'Priya Nair (Coordinator)' });
    await press(page, 'Save the task');
    await expectHeading(page, 'Tasks');
    await expect(main).toContainText('Task changed');
    await expect(card(page, 'Write to the educational psychologist')).toContainText('Priya Nair');
  });

  await test.step('A fact of the child is not corrected, and the family’s word is kept beside it', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Corrections' }).click();
    await expectHeading(page, 'Corrections');
    await expect(main).toContainText('Nothing has been corrected.');
    await expectAccessible(page, 'corrections-none');
    await follow(page, 'Correct a fact, or refuse to');
    await expectHeading(page, 'Correct a fact of the child');
    await press(page, 'Save the decision');
    await expectErrors(page, 'Select which fact is wrong', 'Enter who asked', 'Select what you decide');
    await expectAccessible(page, 'correction-errors');
    await choose(page, 'Which fact?', 'Date of birth');
    await fillDate(page, 'What should it be?', '2017-01-02');
    await page.getByLabel('Who asked?').fill('Ms Example');
    await page.getByLabel('Why is it wrong, and what shows it?').fill('She says that the register is wrong.');
    await choose(page, 'What do you decide?', 'It is refused');
    await page.getByLabel('Why is it refused?').fill('The birth certificate says otherwise.');
    await page.getByLabel('What does the person say to that').fill('The certificate is wrong as well.');
    await expectAccessible(page, 'correction');
    await press(page, 'Save the decision');
    await expectHeading(page, 'Corrections');
    await expect(card(page, 'Date of birth: refused')).toContainText('The certificate is wrong as well.');
  });

  await test.step('Another one is', async () => {
    await follow(page, 'Correct a fact, or refuse to');
    await choose(page, 'Which fact?', 'Preferred first name');
    await page.getByLabel('What should it be?').fill('Winnie');
    await page.getByLabel('Who asked?').fill('Ms Example');
    await page.getByLabel('Why is it wrong, and what shows it?').fill('This is what everybody says.');
    await choose(page, 'What do you decide?', 'It is corrected');
    await press(page, 'Save the decision');
    await expect(card(page, 'Preferred first name: corrected')).toContainText('Winnie');
    await expectAccessible(page, 'corrections');
  });

  await test.step('The case becomes a colleague’s', async () => {
    await page.goto(`${address}/triage`);
    await follow(page, 'Assign');
    await expectHeading(page, 'Assign 1 case');
    await press(page, 'Assign 1 case');
    await expectErrors(page, 'Select whose cases they become');
    await expectAccessible(page, 'triage-assign-errors');
    await choose(page, 'Whose cases do they become?', 'Priya Nair');
    await press(page, 'Assign 1 case');
    await expectHeading(page, 'Triage');
    await expect(main).toContainText('Assigned');
    await expect(fact(page, 'Assigned to')).toContainText('Priya Nair');
  });

  await test.step('A sibling is unlinked, and linked again', async () => {
    await page.goto('/children');
    await page.getByLabel('Find a child').fill(upn);
    await press(page, 'Search');
    await main.getByRole('table', { name: /child/ }).getByRole('link').first().click();
    await expect(fact(page, 'Preferred first name')).toHaveText('Winnie');
    const child = page.url();
    const link = main.getByRole('link', { name: /^Unlink/ });
    await main.getByRole('link', { name: /^Open/ }).click();
    await expect(page).not.toHaveURL(child);
    await expect(fact(page, 'UPN')).not.toContainText(upn);
    const sibling = await fact(page, 'UPN').innerText();
    await link.click();
    await expectHeading(page, 'Unlink this sibling');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(main).toContainText(', born ');
    await expectAccessible(page, 'child-sibling-remove');
    await press(page, 'Unlink the sibling');
    await expect(main).toContainText('Sibling unlinked');
    await expect(main).toContainText('No sibling is linked.');
    await page.goto(child);
    await expect(main).toContainText('No sibling is linked.');
    await follow(page, 'Link a sibling');
    await page.getByLabel('UPN of the sibling').fill(sibling);
    await page.getByLabel('How is it known?').fill('Both families say so in the referrals');
    await press(page, 'Link the sibling');
    await expect(main).toContainText('Sibling linked');
    await expect(link).toHaveCount(1);
  });
});

test('a coordinator writes a referral from a form that arrived, and the school goes on with it', async ({ openAs }) => {
  test.setTimeout(120_000);
  const coordinator = await openAs('coordinator', '/referrals');
  const main = coordinator.getByRole('main');
  await follow(coordinator, 'Write a referral for a school');
  await expectHeading(coordinator, 'Write a referral for a school');
  await press(coordinator, 'Continue');
  await expectErrors(
    coordinator,
    'Choose the school that sent it',
    'Enter who sent it',
    'Enter the day on which it arrived',
    'Select how it came',
  );
  await expectAccessible(coordinator, 'on-behalf-errors');
  await coordinator.getByRole('combobox', { name: 'Which school sent it?' }).fill('rookwood');
  await coordinator.getByRole('option', { name: /^Rookwood College/ }).click();
  await coordinator.getByLabel('Who sent it?').fill('Martin Pell, SENCo');
  await fillDate(coordinator, 'When did it arrive?', dayFromToday(-1));
  await choose(coordinator, 'How did it come?', 'By email');
  await expectAccessible(coordinator, 'on-behalf');
  await press(coordinator, 'Continue');
  await expectHeading(coordinator, 'Documents');
  await expect(main).toContainText('Attach the form that arrived');
  await coordinator
    .getByLabel('Add reports, plans and other documents')
    .setInputFiles({ name: 'Referral form.pdf', mimeType: 'application/pdf', buffer: Buffer.from(form) });
  await press(coordinator, 'Upload files');
  await expect(card(coordinator, 'Referral form.pdf')).toBeVisible();
  await expectAccessible(coordinator, 'on-behalf-form-attached');
  await follow(coordinator, 'Go on with the referral');
  await expectHeading(coordinator, 'Make a referral');
  const [, , referral = ''] = new URL(coordinator.url()).pathname.split('/');

  const senco = await openAs('senco-secondary', `/referrals/${referral}/tasks`);
  await expectHeading(senco, 'Make a referral');
  await expect(senco.getByRole('main')).toContainText('Martin Pell, SENCo');
  await expectAccessible(senco, 'on-behalf-tasks-of-the-school');
});

test('who serves two schools says for which one a referral is', async ({ openAs }) => {
  test.setTimeout(120_000);
  const administrator = await openAs('administrator', '/users');
  await administrator.getByLabel('Search', { exact: true }).fill('Amina Rahman');
  await press(administrator, 'Apply filters');
  await follow(administrator, 'Amina Rahman');
  await follow(administrator, 'Give a role');
  await administrator.getByLabel('Role', { exact: true }).selectOption('SENCo');
  await administrator.getByLabel('School', { exact: true }).selectOption({ label: 'Bramblefield Primary School' });
  await press(administrator, 'Give the role');
  await expect(administrator.getByRole('main')).toContainText('Role given');

  const senco = await openAs('head-teacher', '/referrals');
  await follow(senco, 'Start a referral');
  await choose(senco, 'Has your school referred this child before?', 'No');
  await press(senco, 'Continue');
  await expect(senco).toHaveURL(/\/referrals\/new$/);
  await press(senco, 'Continue');
  await expectErrors(senco, 'Select the school the child goes to');
  await expectAccessible(senco, 'start-for-which-school-errors');
  await question(senco, 'Which school does the child go to?')
    .getByLabel(/^Bramblefield Primary School/)
    .check();
  await press(senco, 'Continue');
  await expectHeading(senco, 'Make a referral');
  const [, , referral = ''] = new URL(senco.url()).pathname.split('/');
  await senco.goto(`/referrals/${referral}`);
  await expect(fact(senco, 'School')).toHaveText('Bramblefield Primary School');

  await administrator
    .getByRole('main')
    .getByRole('link', { name: /^Take away SENCo.*Bramblefield/ })
    .click();
  await press(administrator, 'Take the role away');
  await expect(administrator.getByRole('main')).toContainText('Role taken away');
});
