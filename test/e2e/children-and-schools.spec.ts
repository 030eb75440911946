import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { giasExtract, giasLinks } from '../support/gias-extract.mjs';
import { expectAccessible } from './support/accessible.js';
import { afterDoubleClick } from './support/double-click.js';
import {
  dayFromToday,
  expectErrors,
  expectHeading,
  fact,
  fillDate,
  follow,
  link,
  press,
  question,
} from './support/forms.js';
import { expect, test } from './support/test.js';

const phone = { width: 320, height: 640 };

/** Moves on with the keyboard alone, as far as the thing that has this name, and presses the key there. */
async function byKeyboard(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  const wanted = page
    .getByRole('main')
    .locator('a, button, input')
    .and(page.getByRole('main').getByRole('link', { name }).or(page.getByRole('main').getByRole('button', { name })));
  await expect(wanted.first()).toBeVisible();
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.first().evaluate((element) => element === document.activeElement)) {
      await afterDoubleClick(page, () => page.keyboard.press(key));
      return;
    }
  }
  throw new Error(`The keyboard does not come to ${String(name)}`);
}

async function upload(page: Page, extract: Buffer, links?: Buffer): Promise<void> {
  await page.getByLabel('Extract of the register').setInputFiles({
    name: 'edubasealldata.csv',
    mimeType: 'text/csv',
    buffer: extract,
  });
  if (links) {
    await page.getByLabel('Links between schools (optional)').setInputFiles({
      name: 'links_edubasealldata.csv',
      mimeType: 'text/csv',
      buffer: links,
    });
  }
  await press(page, 'Upload and check');
  await expectHeading(page, 'Import of schools');
}

test('schools are imported after a look at them, a broken file says what is wrong, and an import is undone', async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const page = await openAs('administrator', '/schools');
  await expectHeading(page, 'Schools');
  await expectAccessible(page, 'school-register');
  await follow(page, 'Trusts');
  await expectHeading(page, 'Trusts');
  await expectAccessible(page, 'trusts');
  await follow(page, 'Thornbury Vale Academies');
  await expectHeading(page, 'Thornbury Vale Academies');
  await expectAccessible(page, 'trust');
  await follow(page, 'Thornbury Vale Academy');
  await expectHeading(page, 'Thornbury Vale Academy');
  await expect(page.getByRole('main')).toContainText('Thornbury Vale School (URN 990103, from 1 September 2018)');
  await expectAccessible(page, 'school');

  // By hand first, so that the import has something to keep.
  await follow(page, 'Correct this school');
  await press(page, 'Save the correction');
  await expectErrors(page, 'Enter why it is corrected');
  await expectAccessible(page, 'school-correct-errors');
  await page.getByLabel('Head teacher').fill('Dr Rosalind Fairweather');
  await page.getByLabel('Why?').fill('She began this week');
  await press(page, 'Save the correction');
  await expect(page.getByText('School corrected', { exact: true })).toBeVisible();
  await expectAccessible(page, 'school-corrected');
  const corrected = page.url();

  await page.goto('/schools/imports/new');
  await expectHeading(page, 'Import schools');
  await press(page, 'Upload and check');
  await expectErrors(page, 'Choose the extract of the register');
  await expectAccessible(page, 'import-start-errors');

  // A file that is another one: said as a whole, one class at a time.
  await upload(page, giasLinks(100));
  await expect(page.getByText('The file does not have these columns')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'EstablishmentName' })).toBeVisible();
  await expectAccessible(page, 'import-rejected');

  // Rows with errors, as Excel numbers them.
  await page.goto('/schools/imports/new');
  const broken = giasExtract(100, (school: Record<string, string>, index: number) =>
    index === 3 ? { ...school, URN: '12', OpenDate: '31-02-2020' } : school,
  );
  await upload(page, broken, giasLinks(100));
  await expect(page.getByText('1 row has errors.')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, 'import-with-errors');
  const saving = page.waitForEvent('download');
  await press(page, 'Download a copy with an Errors column');
  const copy = readFileSync(await (await saving).path(), 'utf8');
  expect(copy.split('\r\n')[4]).toContain('URN must be 6 digits; OpenDate must be a real date in the form DD-MM-YYYY');
  await page.getByRole('link', { name: 'Look at them (rows with errors)' }).click();
  await expectHeading(page, 'Rows with errors');
  await expect(page.getByRole('cell', { name: '5', exact: true })).toBeVisible();
  await expectAccessible(page, 'import-error-rows');
  await page.goBack();

  // On a phone and without a mouse: all or nothing by default, the good rows by choice.
  await page.setViewportSize(phone);
  await byKeyboard(page, 'Go on to confirm');
  await expectHeading(page, 'Import these schools?');
  await byKeyboard(page, 'Import the schools');
  await expectErrors(page, 'Select what to do with the rows that have errors');
  await expectAccessible(page, 'import-confirm-errors');
  await page.setViewportSize(phone);
  await question(page, '1 row has errors').getByLabel('Leave these rows out').focus();
  await page.keyboard.press('Space');
  await byKeyboard(page, 'Import the schools');
  await expectHeading(page, 'Import of schools');
  await expect(page.getByText('Imported:')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, 'import-applied');

  await page.goto('/schools?search=Zo%C3%AB');
  await expect(link(page, 'Zoë Vale School 1').first()).toBeVisible();
  await page.goto('/schools?status=closed&search=School 9');
  await follow(page, 'Zoë Hill School 9');
  await expect(page.getByText('Followed by')).toBeVisible();
  await expect(fact(page, 'Closed')).toHaveText('31 August 2023');

  await page.goto('/schools/imports');
  await expectHeading(page, 'Imports of schools');
  await expectAccessible(page, 'imports');
  await page.getByRole('row').filter({ hasText: 'Imported' }).getByRole('link').first().click();
  await page.setViewportSize(phone);
  await byKeyboard(page, 'Undo this import');
  await expectHeading(page, 'Undo this import');
  await expectAccessible(page, 'import-undo');
  await page.setViewportSize(phone);
  await byKeyboard(page, 'Undo the import');
  await expect(page.getByText('The import was undone: the register is as it was before.')).toBeVisible();
  await expectAccessible(page, 'import-undone');
  await page.goto('/schools?search=Zo%C3%AB');
  await expect(page.getByText('No school fits these filters')).toBeVisible();

  await page.goto(corrected);
  await expect(page.getByRole('main')).toContainText('She began this week');
  await follow(page, 'Follow the national register again');
  await expectHeading(page, 'Follow the national register again');
  await expectAccessible(page, 'school-follow-register');
  await press(page, 'Follow the register');
  await expect(page.getByText('The school follows the national register again')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('She began this week');
});

test('the record of a child is kept: a change of school, the year group, siblings', async ({ openAs }) => {
  test.setTimeout(180_000);
  const page = await openAs('coordinator', '/children');
  await expectHeading(page, 'Children');
  await expect(page.getByRole('heading', { name: 'Possible duplicates' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Similar name, same date of birth' })).toBeVisible();
  await expectAccessible(page, 'children');
  const pair = page.getByRole('row').filter({ hasText: 'Similar name' });
  const name = /^(\S+ \S+), born/.exec(await pair.getByRole('cell').first().innerText())?.[1] ?? '';
  await page.getByLabel('Find a child').fill(name);
  await press(page, 'Search');
  await page.getByRole('table', { name: /child/ }).getByRole('link', { name }).first().click();
  await expectHeading(page, name);
  expect(page.url()).not.toContain(encodeURIComponent(name.split(' ')[1] ?? name));
  await expectAccessible(page, 'child');

  await follow(page, 'Record a change of school');
  await expectHeading(page, 'Record a change of school');
  await press(page, 'Save the change of school');
  await expectErrors(page, 'Choose the school the child goes to now', 'Enter the first day there');
  await expectAccessible(page, 'child-move-errors');
  const school = page.getByRole('combobox', { name: 'Which school does the child go to now?' });
  await school.fill('old mill inf');
  await expect(page.getByText('Old Mill Infant School closed on 31 August 2019.')).toBeVisible();
  await school.fill('westering');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await expectAccessible(page, 'child-move-schools');
  await school.fill('rookw');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(school).toHaveValue('Rookwood College, Westering (URN 990018)');
  await fillDate(page, 'First day there', dayFromToday(-1));
  await press(page, 'Save the change of school');
  await expect(page.getByText('Recorded as a change of school')).toBeVisible();
  await follow(page, 'Remove the change to Rookwood College');
  await expectHeading(page, 'Remove this change of school');
  await expectAccessible(page, 'child-move-remove');
  await press(page, 'Remove the change of school');
  await expect(page.getByText('Change of school removed')).toBeVisible();

  await page.getByRole('link', { name: 'Change year group' }).click();
  await expectHeading(page, 'Change the year group');
  await expectAccessible(page, 'child-nc-year');
  await page.getByLabel('Year group').selectOption('R');
  await press(page, 'Save');
  await expect(fact(page, 'Year group')).toContainText('Out of cohort');

  await follow(page, 'Link a sibling');
  await press(page, 'Link the sibling');
  await expectErrors(page, 'Enter a UPN whose check letter is right', 'Enter how it is known');
  await expectAccessible(page, 'child-sibling-errors');
});

test('two records that look like one child are said to be two, once, and it is taken back', async ({ openAs }) => {
  test.setTimeout(120_000);
  const page = await openAs('coordinator', '/children');
  await expectHeading(page, 'Children');
  const pair = page.getByRole('row').filter({ hasText: 'Similar name' });
  const name = /^(\S+ \S+), born/.exec(await pair.getByRole('cell').first().innerText())?.[1] ?? '';
  await page.setViewportSize({ width: 320, height: 640 });
  await byKeyboard(page, new RegExp(`^Two children .*${name}`));
  await expectHeading(page, 'These are two children');
  await byKeyboard(page, 'Say that these are two children');
  await expectErrors(page, 'Enter how you know that they are two children');
  await expectAccessible(page, 'child-told-apart-errors');
  await page.getByLabel('How do you know that they are two children?').fill('The school has seen both of them');
  await press(page, 'Say that these are two children');
  await expect(page.getByText('Recorded as two children')).toBeVisible();
  await expectAccessible(page, 'child-with-told-apart');
  const record = page.url();
  await page.goto('/children');
  await expect(page.getByRole('heading', { name: 'Possible duplicates' })).toBeVisible();
  await expect(page.getByText(/These records may be|No two records look/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
  await page.goto(record);
  await page.getByRole('link', { name: /^Undo/ }).click();
  await expectHeading(page, 'Undo that these are two children');
  await expect(page.getByRole('main')).toContainText('The school has seen both of them');
  await expectAccessible(page, 'child-told-apart-undo');
  await press(page, 'Suggest them again');
  await expect(page.getByText('The two records are suggested again')).toBeVisible();
});
