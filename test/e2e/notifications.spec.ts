import { call } from './steps/by-api.js';
import { expectAccessible } from './support/accessible.js';
import { choose, expectHeading, follow, press } from './support/forms.js';
import { expect, test } from './support/test.js';

interface CasePeople {
  readonly items: readonly { readonly name: string; readonly isLead: boolean }[];
}

test('a coordinator is told what a school did, without a child’s name, and chooses how to be told', async ({
  openAs,
}) => {
  const senco = await openAs('senco');
  await senco.goto('/referrals?status=assessed');
  const row = senco.getByRole('table').getByRole('row').nth(1);
  const [reference = ''] = /EIP-\d{4}-\d{4}/.exec(await row.innerText()) ?? [];
  const child = await row.getByRole('cell').nth(0).innerText();
  await follow(senco, reference);
  await follow(senco, 'Withdraw');
  await senco.getByRole('textbox').fill('The family has moved away');
  await press(senco, 'Withdraw the referral');
  await expect(senco.getByText('Withdrawn').first()).toBeVisible();

  // Told is who has the case, and everybody where nobody has it: another walk may have assigned it.
  const referralId = new URL(senco.url()).pathname.split('/')[2] ?? '';
  const { items } = await call<CasePeople>(senco, { method: 'GET', path: `/referrals/${referralId}/people` });
  const isAssigned = items.some(({ name, isLead }) => isLead && name === 'Priya Nair');
  const coordinator = await openAs(isAssigned ? 'coordinator-second' : 'coordinator', '/account/messages');
  await expectHeading(coordinator, 'Your account');
  const told = coordinator.getByRole('table', { name: 'What you were told' });
  await expect(told.getByRole('row').filter({ hasText: reference }).filter({ hasText: 'Withdrawn' })).toHaveCount(1);
  await expect(told).not.toContainText(child);
  await expectAccessible(coordinator, 'messages');

  await choose(coordinator, 'Referrals that come in', 'In the summary of the morning');
  await press(coordinator, 'Save');
  await expect(coordinator.getByText('Your wishes are saved')).toBeVisible();
  await expectAccessible(coordinator, 'messages-saved');
  await coordinator.reload();
  await expect(
    coordinator.getByRole('group', { name: 'Referrals that come in' }).getByLabel('In the summary of the morning'),
  ).toBeChecked();

  await coordinator.goto('/outbox');
  const mail = coordinator
    .getByRole('article')
    .filter({ hasText: `${reference}: Withdrawn` })
    .first();
  await expect(mail).toContainText('Nothing to do now.');
  await expect(mail).not.toContainText(child);
});
