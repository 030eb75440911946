import { expectAccessible } from './support/accessible.js';
import { expectErrors, expectHeading, follow, press, question } from './support/forms.js';
import { expect, test } from './support/test.js';

const text = 'Comes gladly, and works best before noon.';

test('a provider writes a note about a child whom it supports; the coordinator is told and reads it', async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const provider = await openAs('provider', '/allocations');
  await provider.getByRole('main').getByRole('link', { name: /EIP-/ }).first().click();
  await expect(provider.getByRole('heading', { level: 2, name: 'Notes' })).toBeVisible();
  const reference = /EIP-\d{4}-\d{4}/.exec(await provider.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';

  await test.step('for the coordinator and the school', async () => {
    await follow(provider, 'Write a note');
    await expectHeading(provider, 'Write a note');
    await press(provider, 'Save the note');
    await expectErrors(provider, 'Enter the note', 'Select who can read the note');
    await expectAccessible(provider, 'provider-note-errors');
    await provider.getByLabel('Note', { exact: true }).fill(text);
    await question(provider, 'Who can read it?').getByLabel('The coordinator and the school').check();
    await press(provider, 'Save the note');
    await expect(provider.getByRole('main')).toContainText('Note saved');
    await expect(provider.getByRole('main')).toContainText(text);
    await expectAccessible(provider, 'provider-note-saved');
  });

  await test.step('The coordinator is told, without a word of it, and reads it with whose it is', async () => {
    const coordinator = await openAs('coordinator', '/account/messages');
    const main = coordinator.getByRole('main');
    await expect(main).toContainText('Note from the provider');
    await expect(main).not.toContainText('before noon');
    await main
      .getByRole('link', { name: new RegExp(reference) })
      .first()
      .click();
    await expectHeading(coordinator, 'Notes');
    await expect(main).toContainText(text);
    await expect(main).toContainText('Tariq Aziz (Brightpath Therapies)');
  });
});
