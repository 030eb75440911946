import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';

import autocannon from 'autocannon';
import pg from 'pg';

import { demoAnswers } from '../../api/dist/demo/demo-answers.js';

/** What the benchmarks over HTTP share: a database of 100,000 referrals, servers in processes of their own, and load. */
export const rowCount = 100_000;
export const connections = 20;

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

export async function hit(target, duration) {
  const result = await autocannon({ ...target, connections, duration });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${target.url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

export async function serve(processes, command, env, port) {
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

/**
 * Fills a new database with so many referrals and gives the token of a coordinator's session. Three of four referrals are
 * open, their due dates spread over three weeks on both sides of today, one of ten urgent (so that a page of urgent ones is full among 1,000, too), and names as mixed as in life.
 */
export async function fill(url, rows = rowCount) {
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
      select 1, 'BENCH' || n, 'Forename' || n % 503, 'Surname' || n % 9973, date '2008-01-01' + n % 5000, 'M' from generate_series(1, ${rows}) n;
    insert into referrals (authority_id, school_id, child_id, reference, status, pupil_name, nc_year, primary_need, created_by, created_at, submitted_on, listed_on, status_changed_on, is_urgent, times_returned, due_on)
      select 1, s.id, c.id, 'EIP-' || c.n, (array['submitted', 'accepted', 'assessed', 'closed'])[1 + c.n % 4], 'Robin Bench' || c.n, '5',
             (array['SEMH', 'ASD', 'SLCN'])[1 + c.n % 3], '00000000-0000-4000-8000-000000000001', now(), day, day, day,
             c.n % 10 = 0, c.n / 4 % 2, current_date - 21 + (c.n % 43)::int
        from (select id, row_number() over (order by upn) as n, date '2016-01-01' + (row_number() over (order by upn) % 3600)::int as day from children) c
        join (select id, row_number() over (order by urn) as n from schools) s on s.n = 1 + c.n % 200;
    insert into assessments (authority_id, referral_id, number, risk_level, probability_percent, is_plan_likely, weekly_hours_hundredths, confidence, rationale, rate_card_id, annual_value_pence, assessed_on, assessed_by)
      select 1, r.id, v, (array['low', 'medium', 'high'])[v], 50, true, 2500, 'medium', 'Bench', k.id, 0, '2020-01-01', '00000000-0000-4000-8000-000000000001'
        from referrals r, rate_cards k, generate_series(1, 2) v;`);
  const child = { forename: 'Robin', surname: 'Bench', upn: 'R857000024001', bornOn: '2015-01-01', sex: 'M' };
  await client.query(
    `insert into referral_sections (referral_id, section, authority_id, answers, saved_at, saved_by)
     select r.id, s.key, 1, s.value, now(), r.created_by from referrals r, jsonb_each($1::jsonb) s`,
    [JSON.stringify(demoAnswers(child, 'SEMH', '2020-01-01'))],
  );
  // As autovacuum leaves it: without, counting by index looks at every row.
  await client.query('vacuum analyze');
  await client.query(
    `insert into sessions (authority_id, user_id, token_hash, stage, signed_in_with, created_at, last_seen_at, expires_at, confirmed_at)
     values (1, '00000000-0000-4000-8000-000000000001', $1, 'open', '{password,app_code}', now(), now(), now() + interval '1 day', now())`,
    [createHash('sha256').update(token).digest()],
  );
  await client.end();
  return token;
}
