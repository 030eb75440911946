import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

import { recordState } from './states.js';

const screens = join(import.meta.dirname, '../../../test-results/screens');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const desktop = { width: 1280, height: 900 };
/** 1280 pixels at a zoom of 400 %: what WCAG 2.2, 1.4.10 asks for. */
const phone = { width: 320, height: 640 };

/**
 * Looks at the page as it stands, on a desktop, at 320 px and in the few colours that somebody has forced: axe finds nothing,
 * one heading says where one is, and nothing needs scrolling sideways. Leaves pictures under `test-results/screens`.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await isDrawn(page);
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(screens, `${name}-${size.width}.png`), fullPage: true });
    expect.soft(await violations(page), `${name} at ${size.width} px: what axe found`).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect.soft(scrollWidth, `${name} at ${size.width} px: width of the document`).toBeLessThanOrEqual(clientWidth);
  }
  await page.setViewportSize(desktop);
  await page.emulateMedia({ forcedColors: 'active' });
  expect.soft(await violations(page), `${name} in forced colours: what axe found`).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
  recordState({ name, path: new URL(page.url()).pathname });
  // A click while the page still moves back presses where the button was.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
}

async function isDrawn(page: Page): Promise<void> {
  await expect(page.locator('app-loading')).toHaveCount(0);
  await expect(page.locator('main h1')).toHaveCount(1);
  await expect(page).toHaveTitle(/ – /);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Short enough to read in a failure: the rule, and where it bites. Without `@axe-core/playwright`, which loads axe anew for
 * every look and opens a second page for pages with frames, of which there are none: six times as long.
 */
async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => {
    const { run }: typeof axe = Reflect.get(globalThis, 'axe');
    return run(document, { runOnly: tags, resultTypes: ['violations'] });
  }, rules);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}
