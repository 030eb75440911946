import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';

import { verifyAllChains } from '../../api/dist/audit/verify-all-chains.js';
import { applicationUrl } from '../../api/dist/database/application-role.js';
import { startEmbeddedPostgres } from '../../api/dist/database/embedded-postgres.js';
import { migrate } from '../../api/dist/database/migrate.js';
import { signScope } from '../../api/dist/database/signed-scope.js';

/**
 * What the chain costs: an event appended to it, in a transaction of its own, against the same row inserted into a table
 * without a chain; and how fast a whole chain is computed again. One connection; the disk is not waited for in either.
 */
const limits = {
  append: { most: 2.5, what: 'time of an append divided by that of a plain insert with the same columns and indexes' },
  verify: { least: 60_000, what: 'events verified a second on two shared cores' },
};
const appends = 3_000;
const rounds = 3;
const chainLength = 300_000;
const scopeKey = 'bench';

const event = (index) => ({
  authorityId: 1,
  at: new Date(1_790_000_000_000 + index * 1000).toISOString(),
  actorUserId: '00000000-0000-4000-8000-000000000001',
  actorName: 'Bench Person',
  actorRoles: ['coordinator'],
  event: 'referral.viewed',
  subjectType: 'referral',
  subjectId: '00000000-0000-4000-8000-000000000002',
  subjectReferralId: null,
  subjectChildId: '00000000-0000-4000-8000-000000000003',
  reason: null,
  address: '192.0.2.1',
  sessionId: '00000000-0000-4000-8000-000000000004',
  requestId: '00000000-0000-4000-8000-000000000005',
  emergencyAccessId: null,
  detail: index % 3 === 0 ? { section: 'pupil', version: index } : {},
});

export async function benchAuditChain(say) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'panel-bench-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: false, log: () => undefined });
  const owner = new pg.Client({ connectionString: postgres.url });
  const application = new pg.Client({ connectionString: applicationUrl(postgres.url, 'bench') });
  try {
    await migrate(postgres.url, { url: applicationUrl(postgres.url, 'bench'), scopeKey });
    await owner.connect();
    await application.connect();
    await owner.query(`
      insert into authorities (name, code, service_name) values ('Bench', 'bench', 'Bench');
      create table plain_events (like audit_events including all);
      alter table plain_events alter column seq drop not null, alter column hash drop not null;
      grant select, insert on plain_events to panel_app;`);
    const scope = signScope({ authorityId: 1 }, application.processID, scopeKey, Date.now());
    const inTransaction = async (statement, values) => {
      await application.query(`begin; select set_config('panel.scope', '${scope}', true)`);
      await application.query({ ...statement, values });
      await application.query('commit');
    };
    const chained = { name: 'chained', text: 'select audit_append($1::jsonb)' };
    const plain = {
      name: 'plain',
      text: `insert into plain_events (authority_id, at, actor_user_id, actor_name, actor_roles, event, subject_type, subject_id,
               subject_child_id, address, session_id, request_id, detail) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,
    };
    const times = { chained: [], plain: [] };
    for (let round = 0; round < rounds; round += 1) {
      let start = performance.now();
      for (let index = 0; index < appends; index += 1) {
        const e = event(index);
        await inTransaction(plain, [
          e.authorityId,
          e.at,
          e.actorUserId,
          e.actorName,
          e.actorRoles,
          e.event,
          e.subjectType,
          e.subjectId,
          e.subjectChildId,
          e.address,
          e.sessionId,
          e.requestId,
          e.detail,
        ]);
      }
      times.plain.push((performance.now() - start) / appends);
      start = performance.now();
      for (let index = 0; index < appends; index += 1) await inTransaction(chained, [JSON.stringify([event(index)])]);
      times.chained.push((performance.now() - start) / appends);
    }
    for (let done = 0; done < chainLength; done += 2_000) {
      await inTransaction(chained, [JSON.stringify(Array.from({ length: 2_000 }, (_, index) => event(done + index)))]);
    }
    say(`${chainLength.toLocaleString('en-GB')} events are in the chain`);
    await owner.query('vacuum analyze audit_events');
    const speeds = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      if (!(await verifyAllChains(application, scopeKey, null, () => undefined)))
        throw new Error('the chain is broken');
      speeds.push((chainLength + rounds * appends) / ((performance.now() - start) / 1000));
    }
    const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
    const milliseconds = { chained: median(times.chained), plain: median(times.plain) };
    const ratio = milliseconds.chained / milliseconds.plain;
    const verifiedPerSecond = Math.round(median(speeds));
    return {
      name: 'audit chain',
      milliseconds,
      ratio,
      verifiedPerSecond,
      limit: limits,
      isWithin: ratio <= limits.append.most && verifiedPerSecond >= limits.verify.least,
    };
  } finally {
    await owner.end();
    await application.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
