import type { Page } from '@playwright/test';

import { tabToId, typeInto } from './steps/by-keyboard.js';
import { expectAccessible } from './support/accessible.js';
import { letTimePass } from './support/database.js';
import { expectErrors, expectHeading, fact } from './support/forms.js';
import { byKeyboardAlone, pressKeysTo } from './support/keyboard.js';
import { expect, test } from './support/test.js';

const phone = { width: 320, height: 640 };

/** A look at the page as it stands, and on with the walk on a narrow screen. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await page.setViewportSize(phone);
}

test('two records of one child are merged after a look at both, by keyboard on a narrow screen, and come apart again', async ({
  openAs,
  faults,
}) => {
  test.setTimeout(180_000);
  const page = await openAs('coordinator', '/children');
  await byKeyboardAlone(page);
  await page.setViewportSize(phone);
  // Who confirms by keyboard is asked by the page, and answers below.
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await page.removeLocatorHandler(dialog);
  const main = page.getByRole('main');

  const name = await test.step('The coordinator finds a child who stands in the register twice', async () => {
    await expectHeading(page, 'Children');
    const pair = page.getByRole('row').filter({ hasText: 'Similar name' });
    const text = await pair.getByRole('cell').first().innerText();
    const found = /(\p{L}+ \p{L}+), born/u.exec(text)?.[1] ?? '';
    await pressKeysTo(page, 'button', 'Search');
    await expectErrors(page, 'Enter a name or a UPN');
    await look(page, 'children-errors');
    await typeInto(page, 'search', found);
    await page.keyboard.press('Enter');
    await pressKeysTo(page, 'link', found);
    await expectHeading(page, found);
    expect(page.url()).not.toContain(encodeURIComponent(found.split(' ')[1] ?? found));
    return found;
  });

  await test.step('chooses the other record, and looks at both', async () => {
    await pressKeysTo(page, 'button', 'Merge with another record');
    await expectHeading(page, 'Find the other record');
    await look(page, 'child-merge-choose');
    await pressKeysTo(page, 'button', 'Compare');
    await expectErrors(page, 'Enter the UPN of the other record');
    const [forename = name] = name.split(' ');
    await pressKeysTo(page, 'link', new RegExp(`^${forename.slice(0, 3)}`));
    await expectHeading(page, 'Merge two records');
    await look(page, 'child-merge');
  });

  await test.step('merges them with a reason, after saying once more who does it', async () => {
    await pressKeysTo(page, 'button', 'Merge the records');
    await expectErrors(page, 'Enter how you know that they are one child');
    await look(page, 'child-merge-errors');
    // The value of the other record is the right one.
    await tabToId(page, 'picks-upn');
    await page.keyboard.press('ArrowDown');
    await typeInto(page, 'reason', 'The school has sent both birth certificates: it is one');
    faults.expect({ status: 403, path: /^\/api\/child-merges$/ });
    await letTimePass('coordinator@larkshire.example', 10);
    await pressKeysTo(page, 'button', 'Merge the records');
    await expect(dialog).toBeVisible();
    await look(page, 'child-merge-confirm');
    await pressKeysTo(page, 'button', /^I am /, dialog);
    await expectHeading(page, /^Merge of two records of /);
    await expect(page.getByText('Records merged')).toBeVisible();
    await expect(fact(page, 'Referrals that moved')).toContainText('EIP-');
    await look(page, 'child-merged');
    const merge = page.url();
    await page.goto('/children');
    await expect(main.getByText(/These records may be|No two records look/)).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
    await page.goto(merge);
  });

  await test.step('and they come apart again', async () => {
    await expectHeading(page, /^Merge of two records of /);
    await pressKeysTo(page, 'button', 'Undo the merge');
    await expectErrors(page, 'Enter why it is undone');
    await typeInto(page, 'reason', 'They are two children after all');
    await pressKeysTo(page, 'button', 'Undo the merge');
    await expect(page.getByText('This merge was undone: everything is back where it was.')).toBeVisible();
    await look(page, 'child-merge-undone');
    await page.goto('/children');
    await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
  });
});
