import { expect, type Page } from '@playwright/test';

/** More stops than any page has. */
const mostStops = 200;

/** Goes on with the Tab key alone until the control with this id has the focus, as a person without a mouse does. */
export async function tabToId(page: Page, id: string): Promise<void> {
  await expect(page.locator(`#${id}`)).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
  }
  throw new Error(`The Tab key never comes to #${id}`);
}

/** Types into the control with this id. */
export async function typeInto(page: Page, id: string, text: string): Promise<void> {
  await tabToId(page, id);
  await page.keyboard.type(text);
}

/** Types a day (YYYY-MM-DD) into the three boxes of a date. */
export async function typeDate(page: Page, id: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await typeInto(page, `${id}-day`, String(Number(date)));
  await typeInto(page, `${id}-month`, String(Number(month)));
  await typeInto(page, `${id}-year`, year);
}

/** Chooses one of a set of radio buttons: the Tab key leads to the first one, the arrows from there. */
export async function chooseByKeys(page: Page, id: string, place: number): Promise<void> {
  await tabToId(page, id);
  if (place === 0) await page.keyboard.press('Space');
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
}

/** Chooses an entry of a list by the letters with which it begins. */
export async function chooseByLetters(page: Page, id: string, letters: string): Promise<void> {
  await tabToId(page, id);
  await page.keyboard.type(letters);
}

/**
 * Chooses the answer with these words, or whose words end with these, among the radio buttons of the question with this id: the
 * Tab key leads to the set, the arrows to the answer.
 */
export async function chooseAnswer(page: Page, id: string, answer: string): Promise<void> {
  await expect(page.locator(`#${id}`)).toBeVisible();
  const set = page.locator('fieldset').filter({ has: page.locator(`#${id}`) });
  const wayTo = (): Promise<number | null> =>
    set.evaluate((fieldset, wanted) => {
      const all = [...fieldset.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      const here = all.findIndex((radio) => radio === document.activeElement);
      const there = all.findIndex((radio) => {
        const words = radio.labels?.[0]?.textContent.trim() ?? '';
        return words === wanted || (wanted.length > 4 && words.endsWith(wanted));
      });
      if (there < 0) throw new Error(`There is no answer ${wanted}`);
      return here < 0 ? null : there - here;
    }, answer);
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const steps = await wayTo();
    if (steps === null) continue;
    if (steps === 0) await page.keyboard.press('Space');
    for (let step = 0; step < Math.abs(steps); step += 1)
      await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    return;
  }
  throw new Error(`The Tab key never comes to the answers of #${id}`);
}
