import { expect, type Page } from '@playwright/test';

import { press } from './forms.js';

/** The newest mail of a demo to this address, with the link in it. */
export async function openLinkOf(page: Page, address: string, subject: RegExp): Promise<void> {
  await page.goto('/outbox');
  const mail = page
    .getByRole('article')
    .filter({ hasText: address })
    .filter({ has: page.getByRole('heading', { name: subject }) })
    .first();
  await expect(async () => {
    if (!(await mail.isVisible())) await press(page, 'Look for new mail');
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await mail.getByRole('link', { name: /^Open the link/ }).click();
}

export async function invite(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/users/invite');
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption('Coordinator');
  await press(page, 'Send the invitation');
}
