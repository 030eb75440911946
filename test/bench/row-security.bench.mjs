import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';

import { applicationUrl } from '../../api/dist/database/application-role.js';
import { startEmbeddedPostgres } from '../../api/dist/database/embedded-postgres.js';
import { migrate } from '../../api/dist/database/migrate.js';
import { connections, fill, hit, median, rowCount, serve } from './loaded-stack.mjs';

/**
 * What row-level security costs: the whole stack on a database with its policies, and the same on a copy of the database
 * whose tables have them switched off, in turns. The list of 100,000 referrals, and the page of one case.
 */
const limit = { least: 0.75, what: 'requests per second with the policies divided by those without' };
const rounds = 5;
const seconds = 3;

export async function benchRowSecurity(say) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'panel-bench-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: false, log: () => undefined });
  const processes = [];
  try {
    const scopeKey = 'scope key of the bench';
    await migrate(postgres.url, { url: applicationUrl(postgres.url, 'of-the-bench'), scopeKey });
    const token = await fill(postgres.url);
    const openUrl = await copyWithoutPolicies(postgres.url);
    say(`${rowCount.toLocaleString('en-GB')} referrals are in the database, and in its copy without policies`);
    const start = (url, port) =>
      serve(
        processes,
        [path.resolve('api/dist/main.js')],
        { DATABASE_URL: applicationUrl(url, 'of-the-bench'), PANEL_SCOPE_KEY: scopeKey, PORT: String(port) },
        port,
      );
    const stacks = { policies: await start(postgres.url, 3393), open: await start(openUrl, 3394) };
    const caseId = await aCase(postgres.url);
    const pages = { list: '/api/referrals?status=accepted', case: `/api/referrals/${caseId}` };
    const results = {};
    for (const [page, address] of Object.entries(pages)) results[page] = await compare(stacks, address, token);
    const ratio = Math.min(...Object.values(results).map((result) => result.ratio));
    return {
      name: 'row-level security',
      rows: rowCount,
      connections,
      ...results,
      limit,
      isWithin: ratio >= limit.least,
    };
  } finally {
    for (const child of processes) child.kill('SIGKILL');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In pairs, so that a machine that slows down slows both. */
async function compare(stacks, address, token) {
  const target = (stack) => ({ url: stack + address, headers: { cookie: `panel-session=${token}` } });
  const pairs = [];
  for (const stack of Object.values(stacks)) await hit(target(stack), 2);
  for (let round = 0; round < rounds; round += 1) {
    const open = await hit(target(stacks.open), seconds);
    const policies = await hit(target(stacks.policies), seconds);
    pairs.push({ open: open.perSecond, policies: policies.perSecond, ratio: policies.perSecond / open.perSecond });
  }
  return {
    requestsPerSecond: { policies: median(pairs.map((p) => p.policies)), open: median(pairs.map((p) => p.open)) },
    ratio: median(pairs.map((p) => p.ratio)),
  };
}

async function copyWithoutPolicies(url) {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  await asOwner(maintenance.href, (client) => client.query('create database panel_open template panel'));
  const copy = new URL(url);
  copy.pathname = '/panel_open';
  await asOwner(copy.href, async (client) => {
    const { rows } = await client.query(
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity",
    );
    for (const { relname } of rows) {
      await client.query(`alter table ${relname} disable row level security, no force row level security`);
    }
    await client.query('analyze');
  });
  return copy.href;
}

async function aCase(url) {
  const { rows } = await asOwner(url, (client) =>
    client.query("select id from referrals where status = 'accepted' order by id limit 1"),
  );
  return rows[0].id;
}

async function asOwner(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
