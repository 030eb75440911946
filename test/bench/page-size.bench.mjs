import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';

import { applicationUrl } from '../../api/dist/database/application-role.js';
import { startEmbeddedPostgres } from '../../api/dist/database/embedded-postgres.js';
import { migrate } from '../../api/dist/database/migrate.js';
import { fill, median, rowCount, serve } from './loaded-stack.mjs';

/**
 * The list of referrals and the coordinator's queue with 100,000 referrals beside the same pages with 1,000, each with its
 * own server and database (row-level security on), in turns: a page must not grow slower with the years. In both three of
 * four referrals are open, which no authority has, so the queue is as long as it can be: 75,000 cases.
 */
const limit = { most: 1.3, what: 'p95 of a page with 100,000 referrals divided by that of the same page with 1,000' };
const few = 1000;
const rounds = 15;
const secondsOfRound = 1;
const atOnce = 4;

const pages = {
  list: '/api/referrals',
  listOfStatus: '/api/referrals?status=accepted',
  listOfNeedOldest: '/api/referrals?primaryNeed=ASD&sort=oldest',
  queue: '/api/queue',
  queueOverdue: '/api/queue?tab=overdue',
  queueUrgent: '/api/queue?tab=urgent',
  queueNewestOfStage: '/api/queue?tab=waiting&sort=newest',
  queueOfNobody: '/api/queue?tab=new&assignee=nobody',
  queueSecondPage: '/api/queue?tab=all',
};

export async function benchPageSize(say) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'panel-bench-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: false, log: () => undefined });
  const processes = [];
  try {
    const scopeKey = 'scope key of the bench';
    const small = await stackOf(processes, postgres.url, 'panel_few', few, scopeKey, 3395);
    const large = await stackOf(processes, postgres.url, 'panel_many', rowCount, scopeKey, 3396);
    say(`${few.toLocaleString('en-GB')} and ${rowCount.toLocaleString('en-GB')} referrals are in two databases`);
    const results = {};
    for (const [name, address] of Object.entries(pages)) {
      results[name] = await compare(small, large, name === 'queueSecondPage' ? secondPage : () => address);
      say(`${name}: ${results[name].ratio.toFixed(2)}`);
    }
    const worst = Math.max(...Object.values(results).map(({ ratio }) => ratio));
    return {
      name: 'page size',
      rows: { few, many: rowCount },
      atOnce,
      pages: results,
      worst,
      limit,
      isWithin: worst <= limit.most,
    };
  } finally {
    for (const child of processes) child.kill('SIGKILL');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stackOf(processes, url, database, rows, scopeKey, port) {
  const own = new URL(url);
  own.pathname = `/${database}`;
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  const application = applicationUrl(own.href, 'of-the-bench');
  await migrate(own.href, { url: application, scopeKey });
  const token = await fill(own.href, rows);
  const address = await serve(
    processes,
    [path.resolve('api/dist/main.js')],
    { DATABASE_URL: application, PANEL_SCOPE_KEY: scopeKey, PORT: String(port) },
    port,
  );
  return { address, token, agent: new http.Agent({ keepAlive: true, maxSockets: atOnce }) };
}

/** In pairs, so that a machine that slows down slows both; the first of a pair changes. */
async function compare(small, large, addressOf) {
  const addresses = { small: await addressOf(small), large: await addressOf(large) };
  await load(small, addresses.small, 1);
  await load(large, addresses.large, 1);
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const measured = {};
    const order = round % 2 === 0 ? ['small', 'large'] : ['large', 'small'];
    for (const size of order) {
      measured[size] = await load(size === 'small' ? small : large, addresses[size], secondsOfRound);
    }
    pairs.push({ few: measured.small, many: measured.large, ratio: measured.large / measured.small });
  }
  return {
    p95Milliseconds: { few: median(pairs.map((pair) => pair.few)), many: median(pairs.map((pair) => pair.many)) },
    ratio: median(pairs.map((pair) => pair.ratio)),
  };
}

async function secondPage(stack) {
  const { nextAfter } = JSON.parse(await get(stack, '/api/queue?tab=all'));
  return `/api/queue?tab=all&after=${nextAfter}`;
}

/** The time within which 95 of 100 requests were answered, in milliseconds. */
async function load(stack, address, seconds) {
  const until = performance.now() + seconds * 1000;
  const times = [];
  const one = async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      await get(stack, address);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)];
}

function get({ address, token, agent }, page) {
  return new Promise((resolve, reject) => {
    const request = http.get(
      `${address}${page}`,
      { agent, headers: { cookie: `panel-session=${token}` } },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => (body += part));
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve(body) : reject(new Error(`${page} gave ${answer.statusCode}: ${body}`)),
        );
      },
    );
    request.on('error', reject);
  });
}
