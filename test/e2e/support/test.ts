import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';

import { Faults } from './faults.js';

/** The people of the demo who take part, by the key of their one-click sign-in. */
export type Person =
  | 'senco'
  | 'senco-secondary'
  | 'coordinator'
  | 'coordinator-second'
  | 'panel-member'
  | 'head-teacher'
  | 'provider'
  | 'contract-manager'
  | 'board-member'
  | 'administrator'
  | 'dpo';

interface Stage {
  readonly faults: Faults;
  /** A browser of their own, in which this person has signed in by one click. */
  readonly openAs: (person: Person, path?: string) => Promise<Page>;
}

/** Fails after the last step when anything went wrong out of sight in one of the browsers. */
export const test = base.extend<Stage>({
  faults: async ({ baseURL }, use) => {
    const faults = new Faults(baseURL ?? '');
    await use(faults);
    expect(faults.found, 'faults out of sight').toEqual([]);
  },
  openAs: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = [];
    // Before the sign-in the answer to "who am I" is that nobody is.
    faults.expect({ status: 401, path: /^\/api\/session$/ });
    await use(async (person, path = '/') => {
      const context = await browser.newContext();
      contexts.push(context);
      await faults.watch(context, person);
      const page = await context.newPage();
      await confirmWhenAsked(page);
      await page.goto(`${path}?person=${person}`);
      await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** What needs a recent sign-in asks in the middle of a long walk; a person of the demo answers by one click. */
async function confirmWhenAsked(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await page.addLocatorHandler(dialog, () => dialog.getByRole('button', { name: /^I am / }).click());
}

export { expect };
