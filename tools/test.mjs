/*
 * `npm test`: every test there is. `npm test -- --jest panels` runs Jest alone, on the files that match; `-- --e2e` runs
 * the browser alone. Each runner has its line in the end; the last line adds them up.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { prepare } from './prepare.mjs';
import { countJest, countPlaywright, describe, failedRun, total } from './test-counts.mjs';
import { environment, main, node24, root, run, say, seconds } from './workspace.mjs';

await main(async (parameters) => {
  await prepare();
  const folder = mkdtempSync(join(tmpdir(), 'inclusion-panel-results-'));
  try {
    const results = [];
    if (!parameters.includes('--e2e')) results.push(await jest(folder, filters(parameters)));
    if (!parameters.includes('--jest')) results.push(await playwright(folder, filters(parameters)));
    say();
    for (const result of results) say(describe(result));
    const { passed, failed } = total(results);
    say(`${passed} passed, ${failed} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function filters(parameters) {
  return parameters.filter((parameter) => !['--jest', '--e2e'].includes(parameter));
}

async function jest(folder, patterns) {
  say('Running the unit and API tests (Jest). The API tests use a PostgreSQL of their own …');
  const since = Date.now();
  const file = join(folder, 'jest.json');
  const { code } = await run(node24(), [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${file}`,
    ...patterns,
  ]);
  return finished('Jest', since, code, file, countJest);
}

async function playwright(folder, patterns) {
  const config = 'test/e2e/playwright.config.ts';
  if (!existsSync(join(root, config))) {
    say(`There are no end-to-end tests yet (${config}).`);
    return { name: 'Playwright', passed: 0, failed: 0, skipped: 0, note: 'no tests yet' };
  }
  say('Running the end-to-end tests in a browser (Playwright) …');
  const since = Date.now();
  const file = join(folder, 'playwright.json');
  const { code } = await run(
    node24(),
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      config,
      '--reporter=list,json,./test/e2e/support/states-reporter.ts',
      ...patterns,
    ],
    { env: environment({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }) },
  );
  return finished('Playwright', since, code, file, countPlaywright);
}

function finished(name, since, code, file, count) {
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : failedRun();
  // A runner that says no although no test failed (a broken set-up, an unmet threshold) is a failure too.
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { name, ...counts, failed, note: seconds(since) };
}
