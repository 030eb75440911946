import { wholeReferral, writePage } from './steps/whole-referral.js';
import { choose, dayFromToday, expectErrors, expectHeading, fillDate, follow, press } from './support/forms.js';
import { expect, test } from './support/test.js';
import { wordForm } from './support/word-form.js';

/** No other child of the demo has this number. */
const upn = 'D857020002433';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('a coordinator writes a referral for a school from the form that arrived; its SENCo is told and sees it', async ({
  openAs,
}) => {
  test.setTimeout(300_000);
  const coordinator = await openAs('coordinator', '/referrals');

  await test.step('whose it is, who sent it, when and how', async () => {
    await coordinator.goto('/referrals/on-behalf');
    await expectHeading(coordinator, 'Write a referral for a school');
    await press(coordinator, 'Continue');
    await expectErrors(coordinator, 'Choose the school that sent it', 'Select how it came');
    await coordinator.getByRole('combobox', { name: 'Which school sent it?' }).fill('ashwell');
    await coordinator.getByRole('option', { name: /Ashwell Green/ }).click();
    await coordinator.getByLabel('Who sent it?').fill('Sarah Okafor, SENCo');
    await fillDate(coordinator, 'When did it arrive?', dayFromToday(-1));
    await choose(coordinator, 'How did it come?', 'By email');
    await press(coordinator, 'Continue');
    await expectHeading(coordinator, 'Documents');
  });
  const address = new URL(coordinator.url()).pathname.replace(/\/documents$/, '');

  await test.step('the form itself, in Word, which can be opened once it was scanned', async () => {
    await coordinator
      .getByLabel('Add reports, plans and other documents')
      .setInputFiles({ name: 'Referral form.docx', mimeType: docx, buffer: wordForm() });
    await press(coordinator, 'Upload files');
    const main = coordinator.getByRole('main');
    await expect(main).toContainText('Referral form.docx');
    await expect(main.getByText('Ready').first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the answers of the form, and the signature that is on it', async () => {
    await coordinator.goto(`${address}/tasks`);
    await follow(coordinator, 'Pupil');
    for (const { heading, kept, anew } of wholeReferral(upn)) await writePage(coordinator, heading, [...kept, ...anew]);
    await expectHeading(coordinator, 'Check your answers before you submit the referral');
    await follow(coordinator, 'Get the head teacher’s sign-off');
    await coordinator.getByText('The head teacher signed the form that arrived').click();
    await coordinator.getByLabel('Name beside the signature').fill('Gareth Lowe');
    await coordinator.getByLabel('Role beside the signature').fill('Head teacher');
    await fillDate(coordinator, 'Day beside the signature', dayFromToday(-2));
    await coordinator.getByLabel('The answers are those of the form, which is attached').check();
    await press(coordinator, 'Record the signature');
    await follow(coordinator, 'Continue to submit the referral');
    await press(coordinator, 'Submit the referral');
    await expectHeading(coordinator, 'Referral submitted');
  });

  await test.step('The SENCo of the school was told when it was begun, and finds it with how it arrived', async () => {
    const senco = await openAs('senco', '/account/messages');
    const main = senco.getByRole('main');
    await expect(main).toContainText('Begun for your school');
    await senco.goto(address);
    await expectHeading(senco, 'Overview');
    await expect(main).toContainText('Received by email from Sarah Okafor, SENCo');
    const reference = /EIP-\d{4}-\d{4}/.exec(await senco.locator('app-root').innerText())?.[0] ?? 'no reference';
    await senco.goto('/account/messages');
    await expect(main).toContainText(reference);
    await senco.goto(`${address}/documents`);
    await expect(main).toContainText('Referral form.docx');
    const other = await openAs('senco-secondary', '/account/messages');
    await expectHeading(other, /./);
    await expect(other.getByRole('main')).not.toContainText(reference);
  });
});
