import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { applicationUrl } from '../../api/dist/database/application-role.js';
import { startEmbeddedPostgres } from '../../api/dist/database/embedded-postgres.js';
import { migrate } from '../../api/dist/database/migrate.js';
import { referralListStatement } from '../../api/dist/referrals/referral-list.query.js';
import { connections, fill, hit, median, rowCount, serve } from './loaded-stack.mjs';

/**
 * The referral list as the coordinator, 25 of 100,000 rows, filtered, sorted, joined with school and latest risk: the whole
 * stack (session, permission, scope, transaction) against the same SQL behind a bare node:http + pg server. Both run in
 * processes of their own on the same database, in turns.
 */
const limit = { least: 0.5, what: 'requests per second of the whole stack divided by those of the bare server' };
const rounds = 3;
const seconds = 4;

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
