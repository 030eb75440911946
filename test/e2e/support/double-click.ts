import { setTimeout as wait } from 'node:timers/promises';

import type { Page } from '@playwright/test';

/** The buttons of the product take a second press within this time for a double click. */
const doubleClickTime = 1_000;
const lastPress = new WeakMap<Page, number>();

/**
 * Presses a button, by mouse or by key, as a person does: who reads what was wrong and corrects it needs longer than a double
 * click, a test on a quick machine does not.
 */
export async function afterDoubleClick(page: Page, press: () => Promise<void>): Promise<void> {
  const rest = (lastPress.get(page) ?? 0) + doubleClickTime - Date.now();
  if (rest > 0) await wait(rest);
  await press();
  lastPress.set(page, Date.now());
}
