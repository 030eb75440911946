/*
 * `npm run check`: everything about the code that a machine can judge without running it. `npm run check -- lint types`
 * runs only those whose names begin so. What a check writes anew (the contract, the schema) is left to be committed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { install, prepare } from './prepare.mjs';
import { commitAdvice, commitProblems, glossaryProblems, textProblems } from './repository-rules.mjs';
import { main, node24, root, run, say, seconds } from './workspace.mjs';

const node = (path, ...parameters) => run(node24(), [path, ...parameters], { capture: true });
const tool = (path, ...parameters) => node(join('node_modules', path), ...parameters);

const sources = ['api/src', 'web/src', 'libs', 'test', 'tools'];
const checks = [
  ['formatting', () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  ['lint', () => tool('eslint/bin/eslint.js', '--max-warnings=0', '.')],
  ['types', () => tool('nx/dist/bin/nx.js', 'run-many', '--target=typecheck', '--output-style=static')],
  ['types of the journeys', () => tool('typescript/bin/tsc', '--noEmit', '--project', 'test/e2e/tsconfig.json')],
  [
    'circles',
    () => tool('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', ...sources),
  ],
  ['contract', () => unchanged('libs/api-client', () => script('generate', '@panel/api-client'))],
  ['schema', () => unchanged('api/src/database/schema.sql', () => node('api/dist/schema.js'))],
  ['bundle', () => node('web/build-steps/check-bundle.mjs')],
  ['commit messages', commits],
  ['texts', texts],
];

/** These look at what is built. */
const needBuild = ['contract', 'schema', 'bundle'];

await main(async (wanted) => {
  const chosen = checks.filter(([name]) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
  if (chosen.some(([name]) => needBuild.includes(name))) await prepare();
  else await install();

  const rows = [];
  for (const [name, check] of chosen) {
    say(`Checking ${name} …`);
    const since = Date.now();
    const { code, output, advice } = await check();
    if (code !== 0) say(output.trimEnd());
    if (advice) say(`To do better next time:\n${advice}`);
    rows.push({ name, isPassed: code === 0, time: seconds(since) });
  }

  say();
  for (const { name, isPassed, time } of rows) {
    say(`${isPassed ? 'passed' : 'FAILED'}  ${name.padEnd(20)} ${time.padStart(7)}`);
  }
  const failed = rows.filter((row) => !row.isPassed).length;
  say(failed === 0 ? 'All checks passed.' : `${failed} of ${rows.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});

function script(name, workspace) {
  return run('npm', ['run', '--silent', name, `--workspace=${workspace}`], { capture: true });
}

/** Writes something anew and compares: what is committed must be what the code says. */
async function unchanged(path, write) {
  const before = digest(join(root, path));
  const result = await write();
  if (result.code !== 0 || digest(join(root, path)) === before) return result;
  return { code: 1, output: `${path} was not up to date. It is now: look at the difference and commit it.` };
}

function digest(path) {
  const hash = createHash('sha256');
  const add = (each) => {
    if (!statSync(each).isDirectory()) return hash.update(each).update(readFileSync(each));
    const names = readdirSync(each).filter((name) => !['node_modules', 'dist'].includes(name));
    for (const name of names.sort()) add(join(each, name));
  };
  if (existsSync(path)) add(path);
  return hash.digest('hex');
}

/** The last ones only: what has landed cannot be written again, and a check that cannot be met is switched off. */
async function commits() {
  const { code, output } = await git('log', '--no-merges', '-20', '--format=%h%x1f%B%x1e');
  if (code !== 0) return { code: 0, output: 'Not a clone: no messages to check.' };
  const entries = output
    .split('\x1e')
    .map((entry) => entry.trim().split('\x1f'))
    .filter(([id]) => id);
  const list = (judge) => entries.flatMap(([id, message]) => judge(message).map((problem) => `${id}: ${problem}`));
  const problems = list(commitProblems);
  return { code: problems.length > 0 ? 1 : 0, output: problems.join('\n'), advice: list(commitAdvice).join('\n') };
}

async function texts() {
  const { code, output } = await git('ls-files', '-z');
  if (code !== 0) return { code: 0, output: 'Not a clone: no list of files.' };
  const problems = output
    .split('\0')
    .filter((file) => file && existsSync(join(root, file)))
    .flatMap((file) => textProblems(file, readFileSync(join(root, file), 'utf8')));
  problems.push(...glossaryProblems(readFileSync(join(root, 'docs/glossary.md'), 'utf8')));
  return { code: problems.length > 0 ? 1 : 0, output: problems.join('\n') };
}

async function git(...parameters) {
  // A clone that another user made (a mounted folder) is read all the same: nothing of it is run.
  const settings = ['-c', `safe.directory=${root}`];
  return run('git', [...settings, ...parameters], { capture: true }).catch(() => ({ code: 1, output: 'No git here.' }));
}
