import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter';

import { recordedStates } from './states.js';

const folder = join(import.meta.dirname, '..');

/**
 * Lists the states of the pages that were looked at (axe, one heading, 320 px) and counts them. A run of all files fails when
 * a page of `routes.txt` was looked at in none.
 */
export default class StatesReporter implements Reporter {
  private isWholeRun = false;

  onBegin(_config: FullConfig, suite: Suite): void {
    const run = new Set(suite.allTests().map(({ location }) => location.file));
    const all = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
    this.isWholeRun = all.every((name) => run.has(join(folder, name)));
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    const states = recordedStates();
    const routes = readFileSync(join(folder, 'routes.txt'), 'utf8').split('\n').filter(Boolean);
    const byRoute = routes.map((route) => ({
      route,
      names: [...new Set(states.filter(({ path }) => routeOf(path, routes) === route).map(({ name }) => name))].sort(),
    }));
    const missing = byRoute.filter(({ names }) => names.length === 0).map(({ route }) => route);
    const count = new Set(states.map(({ name }) => name)).size;
    writeFileSync(
      join(folder, '../../test-results/states.md'),
      `# States that were looked at\n\n${byRoute.map(({ route, names }) => `- \`${route}\`: ${names.join(', ') || '**none**'}`).join('\n')}\n`,
    );
    process.stdout.write(
      `\n${count} states of ${routes.length - missing.length} of ${routes.length} pages looked at, each at 1280 px, at 320 px and in forced colours (test-results/states.md).\n`,
    );
    if (!this.isWholeRun || missing.length === 0 || result.status !== 'passed') return undefined;
    process.stdout.write(`Looked at in no state:\n${missing.map((route) => `  ${route}`).join('\n')}\n`);
    return { status: 'failed' };
  }
}

/** The route of an address; a fixed part fits better than a parameter. */
function routeOf(path: string, routes: readonly string[]): string | undefined {
  const parts = path.split('/');
  const fitting = routes.filter((route) => {
    const wanted = route.split('/');
    return (
      wanted.length === parts.length && wanted.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
  return fitting.sort((a, b) => a.split(':').length - b.split(':').length)[0];
}
