import { call, copyWholeReferral, readReferral, signOffByApi } from './steps/by-api.js';
import { expectAccessible } from './support/accessible.js';
import { expectHeading, press } from './support/forms.js';
import { expect, test } from './support/test.js';

const year = new Date().getFullYear();
/** An open case of the SENCo's school, and one of another school. */
const ownCase = `EIP-${year}-0004`;
const otherCase = `EIP-${year}-0005`;

test('a second referral of a child is refused, with the way to the first or whom to ask', async ({
  openAs,
  faults,
}) => {
  test.setTimeout(120_000);
  const coordinator = await openAs('coordinator');
  const idOf = async (reference: string): Promise<string> => {
    const path = `/referrals?search=${reference}`;
    const { items } = await call<{ items: { id: string }[] }>(coordinator, { method: 'GET', path });
    return items[0]?.id ?? '';
  };
  const senco = await openAs('senco');
  const main = senco.getByRole('main');
  const id = await copyWholeReferral(senco, await idOf(ownCase));
  faults.expect({ status: 409, path: /\/submit$/ });

  await test.step('Of the own school it leads to the first one', async () => {
    await signOffByApi(senco, id);
    await senco.goto(`/referrals/${id}/check`);
    await press(senco, 'Submit the referral');
    await expect(senco.locator('.govuk-error-summary')).toBeFocused();
    await expect(main.getByRole('link', { name: `Go on with ${ownCase}` })).toBeVisible();
    await expectAccessible(senco, 'submit-second-referral');
  });

  await test.step('Of another school it names whom to ask, and nothing else', async () => {
    const { upn } = (await readReferral(coordinator, await idOf(otherCase))).sections['pupil']?.answers ?? {};
    const { pupil } = (await readReferral(senco, id)).sections;
    const path = `/referrals/${id}/sections/pupil`;
    const body = { ...pupil?.answers, upn };
    await call(senco, { method: 'PUT', path, body, version: pupil?.version ?? 0 });
    await signOffByApi(senco, id);
    await senco.goto(`/referrals/${id}/check`);
    await press(senco, 'Submit the referral');
    // The coordinator whose case it is.
    await expect(main).toContainText('It is from another school. Ask Judith Marsh');
    await expect(main).not.toContainText(otherCase);
    await expectAccessible(senco, 'submit-second-referral-elsewhere');
  });

  await test.step('The first one goes on', async () => {
    await senco.goto(`/referrals/${await idOf(ownCase)}`);
    await expectHeading(senco, 'Overview');
  });
});
