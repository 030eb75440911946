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
