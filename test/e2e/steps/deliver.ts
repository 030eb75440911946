import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessible.js';
import { choose, expectErrors, expectHeading, fact, follow, press } from '../support/forms.js';

export async function acceptAllocation(page: Page, reference: string): Promise<void> {
  await expectAccessible(page, '4-start-page-of-a-provider');
  await page.goto('/allocations');
  await expectAccessible(page, '4-allocations');
  await follow(page, reference);
  await expect(fact(page, 'Allocated')).toContainText('12 sessions, £720');
  await expectAccessible(page, '4-allocation');
  await follow(page, 'Accept');
  await expectHeading(page, 'Accept this allocation');
  await expectAccessible(page, '4-accept');
  await press(page, 'Accept');
  await expect(page.getByRole('main')).toContainText('Allocation accepted');
}

/** On a phone. */
export async function recordSession(page: Page): Promise<void> {
  await follow(page, 'Record a session');
  await expectHeading(page, 'Record a session');
  await press(page, 'Record the session');
  await expectErrors(page, 'Select what happened');
  await expectAccessible(page, '4-record-session-errors');
  await page.setViewportSize({ width: 320, height: 640 });
  await choose(page, 'What happened?', 'Attended');
  await page.getByLabel('Minutes').fill('50');
  await page.getByLabel('Note (optional)').fill('Settled quickly.');
  await expectAccessible(page, '4-record-session');
  await press(page, 'Record the session');
  await expect(page.getByRole('main')).toContainText('Session recorded');
  await expect(fact(page, 'Delivered')).toContainText('1 of 12 sessions');
  await expectAccessible(page, '4-allocation-with-session');
}
