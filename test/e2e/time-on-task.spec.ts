import type { Page } from '@playwright/test';

import { signAsHeadTeacher } from './steps/sign-off.js';
import { writePage, wholeReferral } from './steps/whole-referral.js';
import { expectAccessible } from './support/accessible.js';
import { choose, expectHeading, follow, press } from './support/forms.js';
import { expect, test } from './support/test.js';

/** No other child of the demo has this number. */
const upn = 'Y857020002418';

interface Effort {
  /** Boxes in which something was typed. */
  readonly typed: number;
  /** Characters that stood in them in the end. */
  readonly characters: number;
  /** Answers that were chosen. */
  readonly chosen: number;
  readonly pages: number;
}

/** Counts what a person does from now on, until asked. */
async function counting(page: Page): Promise<() => Promise<Effort>> {
  const boxes = new Map<string, number>();
  const choices = new Set<string>();
  const pages = new Set<string>();
  const note = (kind: string, place: string, length: number): void => {
    pages.add(place.split('#')[0] ?? '');
    if (kind === 'typed') boxes.set(place, length);
    else choices.add(place);
  };
  const name = `noteEffort${Math.random().toString(36).slice(2)}`;
  await page.exposeFunction(name, note);
  const listen = (call: string): void => {
    document.addEventListener(
      'input',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
        const isChoice = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
        const tell = (window as unknown as Record<string, (kind: string, place: string, length: number) => void>)[call];
        const page = location.pathname.replace(/[0-9a-f-]{36}/, 'id');
        tell?.(isChoice ? 'chosen' : 'typed', `${page}#${isChoice ? target.name : target.id}`, target.value.length);
      },
      { capture: true },
    );
  };
  await page.addInitScript(listen, name);
  await page.evaluate(listen, name);
  return () =>
    Promise.resolve({
      typed: boxes.size,
      characters: [...boxes.values()].reduce((sum, length) => sum + length, 0),
      chosen: choices.size,
      pages: pages.size,
    });
}

async function submit(page: Page): Promise<void> {
  await expectHeading(page, 'Check your answers before you submit the referral');
  await signAsHeadTeacher(page);
  await expectHeading(page, 'Check your answers before you submit the referral');
  await press(page, 'Submit the referral');
  await expectHeading(page, 'Referral submitted');
}

test('a second referral for a known child needs at most a third of the typing of the first', async ({ openAs }) => {
  test.setTimeout(240_000);
  const page = await openAs('senco');

  const first = await test.step('the first referral of the child', async () => {
    await page.goto('/referrals/start');
    const effort = await counting(page);
    await choose(page, 'Has your school referred this child before?', 'No');
    await press(page, 'Continue');
    await follow(page, 'Pupil');
    for (const { heading, kept, anew } of wholeReferral(upn)) await writePage(page, heading, [...kept, ...anew]);
    await submit(page);
    return effort();
  });

  await test.step('it is withdrawn', async () => {
    await follow(page, 'Follow this referral');
    const [, , referral] = new URL(page.url()).pathname.split('/');
    await page.goto(`/referrals/${referral ?? ''}/withdraw`);
    await page.getByRole('main').getByRole('textbox').fill('The child is settling.');
    await press(page, 'Withdraw the referral');
    await expectHeading(page, 'Overview');
  });

  const second = await test.step('the second referral of the same child', async () => {
    await page.goto('/referrals/start');
    const effort = await counting(page);
    await choose(page, 'Has your school referred this child before?', 'Yes');
    await page.getByLabel('Unique pupil number').fill(upn);
    await expectAccessible(page, 'known-child-asked');
    await press(page, 'Continue');
    await expect(page.getByRole('heading', { name: 'You have referred this child before' })).toBeVisible();
    await expectAccessible(page, 'known-child-found');
    await press(page, 'Copy and start the referral');
    await expectHeading(page, 'Make a referral');
    await expect(page.getByRole('main')).toContainText('check that it still holds');
    await expectAccessible(page, 'known-child-tasks');
    await follow(page, 'Pupil');
    for (const { heading, anew } of wholeReferral(upn)) {
      if (heading === 'About the pupil') {
        await expectHeading(page, heading);
        await expect(page.getByRole('main')).toContainText('Check that it still holds');
        await expect(page.getByLabel('Legal last name')).toHaveValue('Thistlewood');
        await expectAccessible(page, 'known-child-pupil');
      }
      await writePage(page, heading, anew);
    }
    // Everything that was copied has been seen on the way.
    await expectHeading(page, 'Check your answers before you submit the referral');
    await expect(page.getByRole('main')).not.toContainText('check that it still holds');
    await submit(page);
    return effort();
  });

  console.info('Time on task, first and second referral of a child:', JSON.stringify({ first, second }));
  expect(second.typed * 3).toBeLessThanOrEqual(first.typed);
  expect(second.characters * 3).toBeLessThanOrEqual(first.characters);
  expect(second.pages).toBeLessThan(first.pages);
});
