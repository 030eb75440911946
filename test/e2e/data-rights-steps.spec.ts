import type { Page } from '@playwright/test';

import { expectAccessible } from './support/accessible.js';
import { choose, dayFromToday, expectErrors, expectHeading, fact, fillDate, follow, press } from './support/forms.js';
import { expect, test } from './support/test.js';

const year = new Date().getFullYear();
/** A case of the demo whose family asks for nothing else. */
const reference = `EIP-${year}-0020`;

/** Logs a request whose identity is not proven, and leaves on its page. */
async function logUnproven(officer: Page): Promise<void> {
  await officer.goto('/access-requests/new');
  await officer.getByLabel('Which child is it about?').fill(reference);
  await press(officer, 'Find the child');
  await fillDate(officer, 'When was the request received?', dayFromToday(-12));
  await officer.getByLabel('Who asks?').fill('Mr Bo Asker');
  await choose(officer, 'Who are they to the child?', 'A representative, such as a solicitor');
  await choose(officer, 'How is their identity known?', 'Not proven yet');
  await press(officer, 'Log the request');
  await expectHeading(officer, /Access request SAR-/);
}

test('the month of a request begins when identity is proven, grows for a complex one, and ends without an answer', async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const officer = await openAs('dpo');
  const main = officer.getByRole('main');
  await logUnproven(officer);
  await expect(main).toContainText('The month starts when the proof arrives');
  await expectAccessible(officer, 'access-request-not-proven');

  await follow(officer, 'Record that identity is proven');
  await expectHeading(officer, 'Record that identity is proven');
  await fillDate(officer, 'When did the proof arrive?', dayFromToday(2));
  await press(officer, 'Save');
  await expectErrors(officer, 'Select how identity is known', 'The date must be today or in the past');
  await expectAccessible(officer, 'access-request-prove-identity-errors');
  await choose(officer, 'How is their identity known?', 'Verified online');
  await fillDate(officer, 'When did the proof arrive?', dayFromToday(-1));
  await officer.getByLabel('What was seen (optional)').fill('Letter of authority');
  await press(officer, 'Save');
  await expectHeading(officer, /Access request SAR-/);
  await expect(main).toContainText('Identity recorded');
  await expect(fact(officer, 'Identity')).toContainText('Letter of authority');
  const due = await fact(officer, 'Due').innerText();

  await follow(officer, 'Extend by two months');
  await press(officer, 'Extend');
  await expectErrors(officer, 'Enter the reason');
  await expectAccessible(officer, 'access-request-extend-errors');
  await officer.getByLabel('Why is it complex?').fill('Three schools and two agencies hold records.');
  await press(officer, 'Extend');
  await expectHeading(officer, /Access request SAR-/);
  await expect(fact(officer, 'Due')).not.toHaveText(due);
  await expectAccessible(officer, 'access-request-extended');

  await follow(officer, 'Close without an answer');
  await press(officer, 'Close the request');
  await expectErrors(officer, 'Select what happened', 'Enter the reason');
  await expectAccessible(officer, 'access-request-close-errors');
  await choose(officer, 'What happened?', 'The person withdrew it');
  await officer.getByLabel('Why?').fill('The solicitor writes that the family no longer wants it.');
  await press(officer, 'Close the request');
  await expectHeading(officer, /Access request SAR-/);
  await expect(main.locator('.govuk-tag').getByText('Withdrawn', { exact: true })).toBeVisible();
  await expect(main).toContainText('No pack was prepared.');
  await expectAccessible(officer, 'access-request-closed');
});
