import { expect, type Locator, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import { choose, dayFromToday, expectErrors, expectHeading, fillDate, follow, press } from '../support/forms.js';
import { pupil } from './pupil.js';
import { signAsHeadTeacher } from './sign-off.js';

/** Starts a referral and leaves on its task list. */
export async function startReferral(page: Page): Promise<void> {
  await page.goto('/referrals');
  await expectAccessible(page, '1-referrals-of-a-school');
  await follow(page, 'Start a referral');
  await expectHeading(page, 'Start a referral');
  await press(page, 'Continue');
  await expectErrors(page, 'Select yes if your school has referred this child before');
  await expectAccessible(page, '1-start-errors');
  await choose(page, 'Has your school referred this child before?', 'No');
  await press(page, 'Continue');
  await expectHeading(page, 'Make a referral');
  await expectAccessible(page, '1-task-list');
}

/** What is typed is saved without a press of a button, and a wrong check letter is refused. */
export async function writeAboutPupil(page: Page): Promise<void> {
  await follow(page, 'Pupil');
  await expectHeading(page, 'About the pupil');
  await page.getByLabel('Legal first name').fill(pupil.forename);
  await expect(page.locator('ui-saved-state [aria-hidden]')).toHaveText(/^Saved \d\d:\d\d$/);
  await page.reload();
  await expect(page.getByLabel('Legal first name')).toHaveValue(pupil.forename);

  await page.getByLabel('Legal last name').fill(pupil.surname);
  await page.getByLabel('Unique pupil number').fill(pupil.upnWithWrongLetter);
  await fillDate(page, 'Date of birth', '2016-03-27');
  await choose(page, 'Sex', 'Female');
  await expectAccessible(page, '1-pupil');
  await press(page, 'Continue');
  await expectErrors(page, 'Check the UPN: the first letter should be J');
  await expectAccessible(page, '1-pupil-errors');
  await page.getByRole('link', { name: 'Check the UPN' }).click();
  await expect(page.getByLabel('Unique pupil number')).toBeFocused();
  await page.getByLabel('Unique pupil number').fill(pupil.upn);
  await press(page, 'Continue');
  await expectHeading(page, 'The pupil’s background');
  await page.getByLabel('First language').selectOption({ label: 'English' });
  await expectAccessible(page, '1-pupil-background');
  await press(page, 'Continue');
}

export async function writeFamily(page: Page): Promise<void> {
  await expectHeading(page, 'The child’s family');
  await press(page, 'Continue');
  await expectErrors(page, 'Enter at least one parent or carer');
  await expectAccessible(page, '1-family-errors');
  await page.getByLabel('Full name').fill('Alex Quillfeather');
  await page.getByLabel('How are they related to the child?').fill('Mother');
  await choose(page, 'Do they have parental responsibility?', 'Yes');
  await page.getByLabel('Telephone number').fill('01632 960417');
  await page.getByLabel('Is there anything we must know').fill('Never leave a message.');
  await expectAccessible(page, '1-family');
  await press(page, 'Continue');
}

export async function writeAgreement(page: Page): Promise<void> {
  await expectHeading(page, 'The family’s agreement');
  await press(page, 'Continue');
  await expectErrors(page);
  await expectAccessible(page, '1-agreement-errors');
  await page.getByLabel('Who agreed to this referral?').fill('Alex Quillfeather');
  await page.getByLabel('How are they related to the child?').fill('Mother');
  await choose(page, 'Do they have parental responsibility?', 'Yes');
  await fillDate(page, 'When did they agree?', dayFromToday(-3));
  await choose(page, 'How did they agree?', 'In person');
  await page.getByLabel('What was explained to them?').fill('What the panel is, and who reads the referral.');
  await choose(page, 'May information be shared with the schools on the panel?', 'Yes');
  await choose(page, 'May information be shared with the services that give support?', 'Yes');
  await expectAccessible(page, '1-agreement');
  await press(page, 'Continue');
}

export async function writeNeeds(page: Page): Promise<void> {
  await expectHeading(page, 'The child’s needs');
  await page.getByLabel('Primary need').selectOption({ label: 'Social, emotional and mental health' });
  await choose(page, 'What special educational provision does the child have now?', 'SEN support');
  await expectAccessible(page, '1-needs');
  await press(page, 'Continue');
  await expectHeading(page, 'Strengths and concerns');
  await page.getByLabel('What does the child do well?').fill('Draws, and looks after younger children.');
  await page
    .getByLabel('What is happening that worries you?')
    .fill('Leaves the classroom most days when work is hard.');
  await expectAccessible(page, '1-strengths-and-concerns');
  await press(page, 'Continue');
}

export async function writeCircumstances(page: Page): Promise<void> {
  await expectHeading(page, 'The child’s circumstances');
  await choose(page, 'Does the school have pupil premium for the child?', 'Yes');
  await choose(page, 'Is or was the child looked after by a council?', 'No');
  await choose(page, 'Does the child have a child in need or a child protection plan?', 'Neither');
  await choose(page, 'Does the child have a social worker?', 'Yes');
  await page.getByLabel('Name and telephone number of the social worker').fill('Kit Marlow, 01632 960200');
  await choose(page, 'Does the child care for somebody at home?', 'Not known');
  await choose(page, 'Does a parent serve in the armed forces?', 'No');
  await expectAccessible(page, '1-circumstances');
  await press(page, 'Continue');
}

export async function writeAttendance(page: Page): Promise<void> {
  await expectHeading(page, 'Attendance and exclusion');
  await page.getByLabel('Attendance this school year').fill('87.5');
  await page.getByLabel('How many times has the child been suspended').fill('1');
  await choose(page, 'Is the child at risk of permanent exclusion?', 'No');
  await press(page, 'Continue');
  await expectErrors(page, 'Enter on how many school days the child was suspended');
  await expectAccessible(page, '1-attendance-errors');
  await page.getByLabel('On how many school days altogether?').fill('1.5');
  await press(page, 'Continue');
}

export async function writeCycles(page: Page): Promise<void> {
  await expectHeading(page, 'What the school has done');
  const cycles = [
    { from: dayFromToday(-260), to: dayFromToday(-200), changed: 'Fewer incidents in the morning.' },
    { from: dayFromToday(-150), to: dayFromToday(-60), changed: 'Calmer after breaks, still leaves lessons.' },
  ];
  for (const [index, { from, to, changed }] of cycles.entries()) {
    const cycle = page.getByRole('main').getByRole('group', { name: `Cycle ${index + 1}` });
    await cycle.getByLabel('What did you do?').fill('A check-in with a key adult every day.');
    await fillDateOf(cycle.locator(`#cycles-${index}-startedOn`), from);
    await fillDateOf(cycle.locator(`#cycles-${index}-endedOn`), to);
    await cycle.getByLabel('What changed?').fill(changed);
  }
  await expectAccessible(page, '1-cycles');
  await press(page, 'Continue');
  await expectHeading(page, 'Advice and spending');
  await press(page, 'Add an agency');
  await page.getByLabel('Who else has seen the child?').fill('Educational psychologist');
  await choose(page, 'Have you consulted a specialist SEMH teacher about the child?', 'No');
  await page.getByLabel('What does the school already spend').fill('£3,900');
  await expectAccessible(page, '1-advice');
  await press(page, 'Continue');
}

export async function writeMeasures(page: Page): Promise<void> {
  await expectHeading(page, 'Goals at the start');
  await page.getByLabel('What is the goal?').fill('I stay in lessons for a whole morning');
  await page.getByLabel('Where is the child now').fill('2');
  await expectAccessible(page, '1-goals');
  await press(page, 'Continue');
  await expectHeading(page, 'Scores at the start');
  await press(page, 'Add an SDQ score');
  await choose(page, 'Who filled it in?', 'Teacher');
  await choose(page, 'Which form?', '4 to 17 years');
  await choose(page, 'Which bands do you use?', 'Four bands (close to average to very high)');
  await page.getByLabel('Total difficulties, 0 to 40').fill('19');
  await expectAccessible(page, '1-scores');
  await press(page, 'Continue');
}

export async function writeViews(page: Page): Promise<void> {
  await expectHeading(page, 'What the child and the family think');
  await page.getByLabel('What does the child think and hope for?').fill('“I want a place to calm down.”');
  await page.getByLabel('What do the parents or carers think').fill('We hope for calm mornings.');
  await expectAccessible(page, '1-views');
  await press(page, 'Continue');
}

export async function writeRequest(page: Page): Promise<void> {
  await expectHeading(page, 'What you are asking for');
  await page.getByLabel('Which kind of support').selectOption({ label: 'Counselling or play therapy' });
  await page.getByLabel('What support are you asking for?').fill('Play therapy once a week.');
  await page.getByLabel('What should be different for the child?').fill('She stays in lessons for a whole morning.');
  await choose(page, 'Can this wait for the next panel? (optional)', 'Yes, it can wait');
  await page.getByRole('combobox', { name: 'Find a resource of the toolkit' }).fill('calm');
  await page.getByRole('option', { name: 'A calm start to the day' }).click();
  await press(page, 'Add the resource');
  await expect(page.getByRole('button', { name: 'Remove A calm start to the day' })).toBeFocused();
  await expectAccessible(page, '1-request');
  await press(page, 'Continue');
}

/** Returns the reference of the submitted referral. */
export async function checkAndSubmit(page: Page): Promise<string> {
  await expectHeading(page, 'Check your answers before you submit the referral');
  await expect(page.getByRole('main')).toContainText(pupil.upn);
  await expectAccessible(page, '1-check-answers');
  await signAsHeadTeacher(page);
  await expectHeading(page, 'Check your answers before you submit the referral');
  await expectAccessible(page, '1-check-answers-signed-off');
  await press(page, 'Submit the referral');
  await expectHeading(page, 'Referral submitted');
  await expect(page.getByRole('main')).toContainText('The coordinator will look at this by');
  await expectAccessible(page, '1-submitted');
  const reference = await page.locator('.govuk-panel strong').innerText();
  await follow(page, 'Follow this referral');
  await expectHeading(page, 'Overview');
  await expect(page.locator('.app-identity-bar')).toContainText('Submitted');
  await expect(page.locator('.app-identity-bar')).toContainText('The coordinator will look at this');
  await expectAccessible(page, '1-case-of-the-school');
  return reference;
}

async function fillDateOf(boxes: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await boxes.getByLabel('Day').fill(String(Number(date)));
  await boxes.getByLabel('Month').fill(String(Number(month)));
  await boxes.getByLabel('Year').fill(year);
}
