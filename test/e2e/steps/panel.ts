import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import type { Faults } from '../support/faults.js';
import {
  choose,
  dayFromToday,
  expectErrors,
  expectHeading,
  fact,
  fillDate,
  follow,
  link,
  press,
} from '../support/forms.js';

/** Returns the address of the panel, with the case on its agenda and its papers published. */
export async function planPanel(page: Page, reference: string): Promise<string> {
  await page.goto('/panels');
  await expectAccessible(page, '3-panels');
  await follow(page, 'Plan a panel');
  await expectHeading(page, 'Plan a panel');
  await press(page, 'Plan the panel');
  await expectErrors(page, 'Enter the date of the panel', 'Enter where the panel is held');
  await expectAccessible(page, '3-plan-panel-errors');
  await fillDate(page, 'When is the panel held?', dayFromToday(21));
  await page.getByLabel('Where is it held?').fill('Town Hall, room 2');
  await expectAccessible(page, '3-plan-panel');
  await press(page, 'Plan the panel');
  await expectHeading(page, /^Panel on /);
  await expectAccessible(page, '3-panel-planned');
  const address = new URL(page.url()).pathname;

  await follow(page, 'Add cases');
  await expectAccessible(page, '3-add-cases');
  await page.getByRole('button', { name: `Add ${reference} to the agenda` }).click();
  await expect(page.getByRole('main')).toContainText('1 case on the agenda');
  await page.goto(address);
  await follow(page, 'Publish the papers');
  await expectHeading(page, 'Publish the papers');
  await expectAccessible(page, '3-publish-papers');
  await press(page, 'Publish the papers');
  await expect(page.getByText('Papers published', { exact: true }).first()).toBeVisible();
  await expectAccessible(page, '3-papers-published');
  return address;
}

/** What a member of the panel reads beforehand. */
export async function readPack(page: Page, panel: string, reference: string): Promise<void> {
  await expectAccessible(page, '3-start-page-of-a-panel-member');
  await page.goto(panel);
  await expectHeading(page, /^Panel on /);
  const main = page.getByRole('main');
  await expect(main).toContainText(reference);
  await expect(fact(page, 'Support asked for')).toContainText('Play therapy once a week.');
  await expect(link(page, 'Record a decision')).toHaveCount(0);
  await expect(link(page, 'Start the panel')).toHaveCount(0);
  await expectAccessible(page, '3-pack-of-a-panel-member');
}

export async function decide(page: Page, panel: string, faults: Faults): Promise<void> {
  await page.goto(panel);
  await follow(page, 'Start the panel');
  await expectHeading(page, 'Start the panel');
  await expectAccessible(page, '3-start-panel');
  await press(page, 'Start the panel');
  await follow(page, 'Close the panel');
  await expect(page.getByRole('main')).toContainText('1 case has no decision yet');
  faults.expect({ status: 409, path: /^\/api\/panels\/[^/]+\/close$/ });
  await press(page, 'Close the panel');
  await expectErrors(page, /1 case has no decision/);
  await expectAccessible(page, '3-close-panel-too-early');
  await page.goto(panel);
  await follow(page, 'Record a decision');
  await expectHeading(page, /^Record the decision for /);
  await choose(page, 'What did the panel decide?', 'Agree as requested');
  await press(page, 'Continue');
  await expectErrors(page, 'Enter the reason for the decision');
  await expectAccessible(page, '3-decide-errors');
  await page.getByRole('radio', { name: /^Counselling and play therapy/ }).check();
  await page.getByLabel('How many sessions?').fill('12');
  await page.getByLabel('Why did the panel decide this?').fill('Two cycles are shown, and the need is clear.');
  await expectAccessible(page, '3-decide');
  await press(page, 'Continue');
  await expectHeading(page, /^Check the decision for /);
  await expect(page.getByRole('main')).toContainText('Counselling and play therapy');
  await expectAccessible(page, '3-check-decision');
  await press(page, 'Record the decision');
  await expectHeading(page, /^Panel on /);
  await expect(fact(page, 'Allocated')).toContainText('12 sessions, £720');
  await expectAccessible(page, '3-decided');
  await follow(page, 'Close the panel');
  await expectHeading(page, 'Close the panel');
  await expectAccessible(page, '3-close-panel');
  await press(page, 'Close the panel');
  await expect(page.locator('main .govuk-tag').getByText('Closed', { exact: true })).toBeVisible();
}
