import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { AuditService } from './audit.service.js';
import { writeAnchor } from './audit-anchors.js';
import { verifyAllChains } from './verify-all-chains.js';

let test: TestApplication;
let application: pg.Client;
let folder: string;

beforeAll(async () => {
  test = await startTestApplication();
  application = new pg.Client({ connectionString: test.environment.databaseUrl ?? '' });
  await application.connect();
  folder = mkdtempSync(path.join(os.tmpdir(), 'panel-anchors-'));
});

afterAll(async () => {
  await application.end();
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

async function verify(anchorFile: string | null = null): Promise<{ isWhole: boolean; said: string }> {
  const said: string[] = [];
  const isWhole = await verifyAllChains(application, test.environment.scopeKey ?? '', anchorFile, (line) =>
    said.push(line),
  );
  return { isWhole, said: said.join('\n') };
}

/** An authority of its own with ten events. */
async function aChain(): Promise<number> {
  const authorityId = await test.rows.anAuthority(`Shire ${Math.random()}`);
  const actor: Actor = {
    authorityId,
    userId: '00000000-0000-4000-8000-000000000001',
    name: 'Zoë O’Neil',
    grants: [
      { role: 'coordinator', schoolId: null, providerId: null },
      { role: 'administrator', schoolId: null, providerId: null },
    ],
    allGrants: [],
    origin: { address: '::1', sessionId: null, requestId: null },
  };
  await test.app.get(Transactions).run(actor, async (tx) => {
    for (let index = 0; index < 10; index += 1) {
      await test.app.get(AuditService).record(tx, actor, 'referral.viewed', 'referral', null, { index, code: '"ü\\' });
    }
  });
  return authorityId;
}

/** As somebody who owns the server: no trigger, no policy, no right in the way. */
async function tamper(sql: string, authorityId: number): Promise<void> {
  await test.rows.query('alter table audit_events disable trigger user');
  await test.rows.query(sql, [authorityId]);
  await test.rows.query('alter table audit_events enable trigger user');
}

async function withoutTriggers(table: string, sql: string): Promise<void> {
  await test.rows.query(`alter table ${table} disable trigger user`);
  await test.rows.query(sql);
  await test.rows.query(`alter table ${table} enable trigger user`);
}

const truncate = (table: string): Promise<void> => withoutTriggers(table, `truncate ${table} cascade`);

async function endOf(authorityId: number): Promise<{ seq: number; hash: string }> {
  const [head] = await test.rows.query<{ seq: string; hash: Buffer }>(
    'select seq, hash from audit_heads where authority_id = $1',
    [authorityId],
  );
  return { seq: Number(head?.seq), hash: head?.hash.toString('hex') ?? '' };
}

/** Puts the tampered authority away, so that the next test begins with whole chains. */
async function forget(authorityId: number): Promise<void> {
  await tamper('delete from audit_events where authority_id = $1', authorityId);
  await test.rows.query('delete from audit_heads where authority_id = $1', [authorityId]);
}

const columns = `at, actor_user_id, actor_name, actor_roles, event, subject_type, subject_id, detail`;
const copyOf = (from: number, seq: string) =>
  `insert into audit_events (authority_id, seq, hash, ${columns}) select authority_id, ${seq}, hash, ${columns} from audit_events where authority_id = $1 and seq = ${from}`;
const rewriteHead =
  'update audit_heads h set seq = e.seq, hash = e.hash from (select * from audit_events where authority_id = $1 order by seq desc limit 1) e where h.authority_id = $1';

describe('verifying the audit trail', () => {
  it('finds whole what nobody has touched, as the application and as the owner', async () => {
    await aChain();
    await test.anonymous.post('/session', { email: 'unknown@test.example', password: 'wrong' }).expect(401);
    expect(await verify()).toMatchObject({ isWhole: true });
    const { said } = await verify();
    expect(said).toContain('10 events');
    expect(said).toContain('the installation: 1 events');
  });

  it.each([
    ['a word changed', `update audit_events set event = 'referral.accepted' where authority_id = $1 and seq = 4`, 4],
    [
      'a role added',
      `update audit_events set actor_roles = actor_roles || '{senco}' where authority_id = $1 and seq = 4`,
      4,
    ],
    ['a detail changed', `update audit_events set detail = '{}' where authority_id = $1 and seq = 4`, 4],
    [
      'a microsecond changed',
      `update audit_events set at = at + interval '1 microsecond' where authority_id = $1 and seq = 4`,
      4,
    ],
    ['a hash changed', `update audit_events set hash = sha256(hash) where authority_id = $1 and seq = 4`, 4],
    ['one deleted in the middle', 'delete from audit_events where authority_id = $1 and seq = 5', 5],
    ['the first deleted', 'delete from audit_events where authority_id = $1 and seq = 1', 1],
    ['the last deleted', 'delete from audit_events where authority_id = $1 and seq = 10', 10],
    ['all deleted', 'delete from audit_events where authority_id = $1', 1],
    [
      'two in the other order',
      'update audit_events set seq = case seq when 6 then 106 else 6 end where authority_id = $1 and seq in (6, 7)',
      6,
    ],
    ['one slipped in at the end', copyOf(3, '11'), 11],
    ['one slipped in before the first', copyOf(3, '0'), 1],
    ['one slipped in before the first, under a negative number', copyOf(3, '-7'), 1],
  ])('finds %s', async (_what, sql, at) => {
    const authorityId = await aChain();
    await tamper(sql, authorityId);
    const { isWhole, said } = await verify();
    expect(isWhole).toBe(false);
    expect(said).toMatch(new RegExp(`BROKEN {2}Shire .*Event ${at} `));
    await forget(authorityId);
    expect((await verify()).isWhole).toBe(true);
  });

  it('finds the table truncated, of every chain at once, and again when the heads are truncated with it', async () => {
    const authorityId = await aChain();
    const file = path.join(folder, 'truncated');
    await writeAnchor(file, new Date(), { chain: String(authorityId), ...(await endOf(authorityId)) });
    await test.rows.query('create table kept_events as table audit_events');
    await test.rows.query('create table kept_heads as table audit_heads');

    await truncate('audit_events');
    const eventsGone = await verify();
    await truncate('audit_heads');
    const headsGoneToo = await verify(file);

    await withoutTriggers('audit_heads', 'insert into audit_heads select * from kept_heads');
    await withoutTriggers('audit_events', 'insert into audit_events overriding system value select * from kept_events');
    await test.rows.query('drop table kept_events, kept_heads');
    expect(eventsGone.isWhole).toBe(false);
    expect(eventsGone.said).toMatch(/BROKEN {2}Shire .*Event 1 /);
    expect(headsGoneToo.isWhole).toBe(false);
    expect(headsGoneToo.said).toContain('written down outside the database');
    expect((await verify(file)).isWhole).toBe(true);
    await forget(authorityId);
  });

  it('finds a tail that was deleted and a head written to fit, by what was written down outside', async () => {
    const authorityId = await aChain();
    const file = path.join(folder, 'tail');
    await writeAnchor(file, new Date(), { chain: String(authorityId), ...(await endOf(authorityId)) });
    expect((await verify(file)).isWhole).toBe(true);
    await tamper('delete from audit_events where authority_id = $1 and seq > 7', authorityId);
    await test.rows.query(rewriteHead, [authorityId]);
    expect((await verify()).isWhole).toBe(true); // nothing inside the database can show it
    const { isWhole, said } = await verify(file);
    expect(isWhole).toBe(false);
    expect(said).toContain('Event 8 was written down outside the database and is gone');
    await forget(authorityId);
  });

  it('finds a chain that was emptied and written anew, by what was written down outside', async () => {
    const authorityId = await aChain();
    const file = path.join(folder, 'anew');
    await writeAnchor(file, new Date(), { chain: String(authorityId), ...(await endOf(authorityId)) });
    await forget(authorityId);
    const again: Actor = {
      authorityId,
      userId: '00000000-0000-4000-8000-000000000002',
      name: 'Else',
      grants: [],
      allGrants: [],
      origin: { address: null, sessionId: null, requestId: null },
    };
    await test.app.get(Transactions).run(again, async (tx) => {
      for (let index = 0; index < 12; index += 1)
        await test.app.get(AuditService).record(tx, again, 'referral.viewed', 'referral', null);
    });
    expect((await verify()).isWhole).toBe(true);
    expect((await verify(file)).said).toContain('Event 10 is not the one that was written down outside');
    await forget(authorityId);
  });

  it('does not trust a file of anchors that somebody wrote into', async () => {
    const file = path.join(folder, 'scribbled');
    writeFileSync(file, 'yesterday all was well\n');
    await expect(verify(file)).rejects.toThrow('Line 1');
  });
});
