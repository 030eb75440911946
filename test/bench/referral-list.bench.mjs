import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import autocannon from 'autocannon';
import pg from 'pg';

import { applicationUrl } from '../../api/dist/database/application-role.js';
import { startEmbeddedPostgres } from '../../api/dist/database/embedded-postgres.js';
import { migrate } from '../../api/dist/database/migrate.js';
import { referralListStatement } from '../../api/dist/referrals/referral-list.query.js';

/**
 * The referral list as the coordinator, 25 of 100,000 rows, filtered, sorted, joined with school and latest risk: the whole
 * stack (session, permission, scope, transaction) against the same SQL behind a bare node:http + pg server. Both run in
 * processes of their own on the same database, in turns.
 */
const limit = { least: 0.5, what: 'requests per second of the whole stack divided by those of the bare server' };
const rowCount = 100_000;
const rounds = 3;
const seconds = 4;
const connections = 20;

export async function benchReferralList(say) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'panel-bench-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: false, log: () => undefined });
  const processes = [];
  try {
    const application = { url: applicationUrl(postgres.url, 'of-the-bench'), scopeKey: 'scope key of the bench' };
    await migrate(postgres.url, application);
    const token = await fill(postgres.url);
    say(`${rowCount.toLocaleString('en-GB')} referrals are in the database`);
    const actor = {
      authorityId: 1,
      userId: '00000000-0000-4000-8000-000000000001',
      name: '',
      grants: [{ role: 'coordinator', schoolId: null, providerId: null }],
    };
    const statement = referralListStatement(actor, { sort: 'newest', status: 'accepted' });
    const stack = await serve(
      processes,
      [path.resolve('api/dist/main.js')],
      { DATABASE_URL: application.url, PANEL_SCOPE_KEY: application.scopeKey, PORT: '3391' },
      3391,
    );
    const bare = await serve(
      processes,
      [path.resolve('test/bench/bare-server.mjs')],
      { DATABASE_URL: postgres.url, PORT: '3392', STATEMENT: JSON.stringify(statement) },
      3392,
    );
    const targets = {
      stack: { url: `${stack}/api/referrals?status=accepted`, headers: { cookie: `panel-session=${token}` } },
      bare: { url: `${bare}/`, headers: {} },
    };
    const results = { stack: [], bare: [] };
    for (const name of ['stack', 'bare']) await hit(targets[name], 2);
    for (let round = 0; round < rounds; round += 1) {
      for (const name of ['bare', 'stack']) results[name].push(await hit(targets[name], seconds));
    }
    const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
    const requests = {
      stack: median(results.stack.map((r) => r.perSecond)),
      bare: median(results.bare.map((r) => r.perSecond)),
    };
    return {
      name: 'referral list',
      rows: rowCount,
      connections,
      requestsPerSecond: requests,
      p99Milliseconds: { stack: median(results.stack.map((r) => r.p99)), bare: median(results.bare.map((r) => r.p99)) },
      ratio: requests.stack / requests.bare,
      limit,
      isWithin: requests.stack / requests.bare >= limit.least,
    };
  } finally {
    for (const child of processes) child.kill('SIGKILL');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function hit(target, duration) {
  const result = await autocannon({ ...target, connections, duration });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${target.url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

async function serve(processes, command, env, port) {
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return `http://127.0.0.1:${port}`;
}

async function fill(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const token = randomBytes(32).toString('base64url');
  await client.query(`
    insert into authorities (name, code, service_name) values ('Bench', 'bench', 'Bench');
    insert into users (id, email, name) values ('00000000-0000-4000-8000-000000000001', 'bench@test.example', 'Bench');
    insert into role_grants (authority_id, user_id, role) values (1, '00000000-0000-4000-8000-000000000001', 'coordinator');
    insert into schools (authority_id, urn, name, phase) select 1, (900000 + n)::text, 'School ' || n, 'primary' from generate_series(1, 200) n;
    insert into rate_cards (authority_id, name, starts_on, hourly_rate_pence, weeks_tenths, school_contribution_pence, rounding, price_year, source, bands, created_at)
      values (1, 'Card', '2019-09-01', 1126, 380, 600000, 'none', '2020/21', 'Bench', '[]', now());
    insert into children (authority_id, upn, legal_forename, legal_surname, born_on, sex)
      select 1, 'BENCH' || n, 'Robin', 'Bench' || n, '2015-01-01', 'M' from generate_series(1, ${rowCount}) n;
    insert into referrals (authority_id, school_id, child_id, reference, status, pupil_name, nc_year, primary_need, created_by, created_at, submitted_on, listed_on, status_changed_on)
      select 1, s.id, c.id, 'EIP-' || c.n, (array['submitted', 'accepted', 'assessed', 'closed'])[1 + c.n % 4], 'Robin Bench' || c.n, '5',
             (array['SEMH', 'ASD', 'SLCN'])[1 + c.n % 3], '00000000-0000-4000-8000-000000000001', now(), day, day, day
        from (select id, row_number() over (order by upn) as n, date '2016-01-01' + (row_number() over (order by upn) % 3600)::int as day from children) c
        join (select id, row_number() over (order by urn) as n from schools) s on s.n = 1 + c.n % 200;
    insert into assessments (authority_id, referral_id, number, risk_level, probability_percent, is_plan_likely, weekly_hours_hundredths, confidence, rationale, rate_card_id, annual_value_pence, assessed_on, assessed_by)
      select 1, r.id, v, (array['low', 'medium', 'high'])[v], 50, true, 2500, 'medium', 'Bench', k.id, 0, '2020-01-01', '00000000-0000-4000-8000-000000000001'
        from referrals r, rate_cards k, generate_series(1, 2) v;
    analyze;`);
  await client.query(
    `insert into sessions (authority_id, user_id, token_hash, created_at, last_seen_at, expires_at)
     values (1, '00000000-0000-4000-8000-000000000001', $1, now(), now(), now() + interval '1 day')`,
    [createHash('sha256').update(token).digest()],
  );
  await client.end();
  return token;
}
