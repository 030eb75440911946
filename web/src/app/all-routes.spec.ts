import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route, Routes } from '@angular/router';
import { routes } from './app.routes.js';

/** The pages that the end-to-end tests have to look at: they fail when one of these has no state in their list. */
const file = join(process.cwd(), 'test/e2e/routes.txt');

async function pagesOf(all: Routes, before: string): Promise<string[]> {
  const pages = await Promise.all(all.map((route) => pagesOfRoute(route, before)));
  return pages.flat();
}

async function pagesOfRoute(route: Route, before: string): Promise<string[]> {
  if (route.redirectTo !== undefined || route.path === '**') return [];
  const path = [before, route.path].filter(Boolean).join('/');
  const children = route.children ?? (await loaded(route));
  if (children) return pagesOf(children, path);
  return [`/${path}`];
}

async function loaded(route: Route): Promise<Routes | undefined> {
  if (!route.loadChildren) return undefined;
  const children: unknown = await route.loadChildren();
  if (!Array.isArray(children)) throw new Error(`The routes of ${route.path ?? ''} are no list`);
  return children;
}

describe('the list of all pages', () => {
  it('is the one that the end-to-end tests check; PANEL_WRITE_ROUTES=1 writes it anew', async () => {
    const pages = [...new Set(await pagesOf(routes, ''))].sort();
    const text = `${pages.join('\n')}\n`;
    if (process.env['PANEL_WRITE_ROUTES'] === '1') writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });
});
