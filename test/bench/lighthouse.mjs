/*
 * `npm run lighthouse`: Lighthouse as on a mobile telephone over the built product, on five pages of the work. Fails when a
 * page's performance is under 97 or its accessibility under 100. Of three runs a page the median counts.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { chromiumLaunchOptions } from '../support/chromium.mjs';

const leastPerformance = 97;
const leastAccessibility = 100;
const runs = 3;

const root = join(import.meta.dirname, '../..');
const say = (line) => process.stderr.write(`${line}\n`);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Who opens which page; `find` gives the path of one that carries an id. */
const pages = [
  { name: 'Sign in', person: null, path: '/sign-in' },
  { name: 'Start page of a coordinator', person: 'coordinator', path: '/' },
  { name: 'Referrals', person: 'coordinator', path: '/referrals' },
  {
    name: 'Case',
    person: 'coordinator',
    find: async (get) => `/referrals/${(await get('/referrals?status=submitted')).items[0].id}`,
  },
  {
    name: 'Referral being written',
    person: 'senco',
    find: async (get) => `/referrals/${(await get('/referrals?status=draft')).items[0].id}/tasks`,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'inclusion-panel-lighthouse-'));
const port = await freePort();
const address = `http://localhost:${port}`;
const product = spawn(process.execPath, [join(root, 'api/dist/local.js')], {
  cwd: root,
  env: { ...process.env, PORT: String(port), PANEL_DATA_FOLDER: folder },
  stdio: 'ignore',
});
let chrome;
try {
  await answers();
  const { executablePath, args, env } = chromiumLaunchOptions();
  chrome = await launch({ chromePath: executablePath, chromeFlags: [...args, '--headless'], envVars: env });
  const results = [];
  for (const page of pages) results.push(await measure(page));
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(join(root, 'test-results/lighthouse.json'), `${JSON.stringify(results, null, 2)}\n`);
  for (const { name, performance, accessibility, largestPaintMs, layoutShift, isWithin } of results) {
    const figures = `performance ${performance}, accessibility ${accessibility}, LCP ${largestPaintMs} ms, CLS ${layoutShift}`;
    say(`${isWithin ? 'within' : 'BELOW '}  ${name.padEnd(28)} ${figures}`);
  }
  say(`Limits: performance ${leastPerformance}, accessibility ${leastAccessibility}.`);
  process.exitCode = results.every(({ isWithin }) => isWithin) ? 0 : 1;
} finally {
  chrome?.kill();
  product.kill('SIGTERM');
  await new Promise((resolve) => (product.exitCode === null ? product.once('close', resolve) : resolve()));
  rmSync(folder, { recursive: true, force: true });
}

async function measure({ name, person, path, find }) {
  const cookie = person === null ? '' : await signIn(person);
  const get = async (url) => (await fetch(`${address}/api${url}`, { headers: { Cookie: cookie } })).json();
  const url = address + (path ?? (await find(get)));
  const found = [];
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
      extraHeaders: { Cookie: cookie },
    });
    // A page that was not the one wanted (signed out, not found) would be fast, too.
    if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname)
      throw new Error(`${url} went to ${lhr.finalDisplayedUrl}`);
    found.push(lhr);
  }
  const score = (category) => median(found.map(({ categories }) => Math.round(categories[category].score * 100)));
  const figure = (audit) => median(found.map(({ audits }) => audits[audit].numericValue));
  const performance = score('performance');
  const accessibility = score('accessibility');
  return {
    name,
    performance,
    accessibility,
    largestPaintMs: Math.round(figure('largest-contentful-paint')),
    layoutShift: Math.round(figure('cumulative-layout-shift') * 1000) / 1000,
    isWithin: performance >= leastPerformance && accessibility >= leastAccessibility,
  };
}

async function signIn(person) {
  const answer = await fetch(`${address}/api/demo/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Panel-Request': '1', Origin: address },
    body: JSON.stringify({ key: person }),
  });
  if (!answer.ok) throw new Error(`Nobody could be signed in as ${person}: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function answers() {
  for (let attempt = 0; attempt < 450; attempt += 1) {
    if (product.exitCode !== null) throw new Error(`The product ended with ${product.exitCode}.`);
    const people = await fetch(`${address}/api/demo/people`).catch(() => undefined);
    if (people?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The product did not answer within 90 s.');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}
