import { createHash } from 'node:crypto';

import type { Actor } from '../auth/actor.js';
import { identity } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { AuditService } from './audit.service.js';

let test: TestApplication;
let transactions: Transactions;

beforeAll(async () => {
  test = await startTestApplication();
  transactions = test.app.get(Transactions);
});

afterAll(() => test.close());

const actor = (authorityId = 1): Actor => ({
  authorityId,
  userId: '00000000-0000-4000-8000-000000000001',
  name: 'Jo "the" Bloggs\u0001é',
  grants: [{ role: 'coordinator', schoolId: null, providerId: null }],
  allGrants: [],
  origin: { address: '192.0.2.1', sessionId: null, requestId: null },
});

/** Any statement as the running application, in the scope of an authority. */
const asApplication = (sql: string, values: unknown[] = [], authorityId = 1) =>
  transactions.run({ authorityId }, (tx) => tx.rows(sql, values));

describe('the application', () => {
  it.each([
    `insert into audit_events (authority_id, seq, hash, at, actor_name, actor_roles, event, subject_type) values (1, 1, '', now(), '', '{}', '', '')`,
    `update audit_events set event = 'x'`,
    `delete from audit_events`,
    `truncate audit_events`,
    `update audit_heads set seq = 1`,
    `delete from audit_heads`,
    `insert into installation_events (seq, at, event, hash) values (1, now(), '', '')`,
    `delete from installation_events`,
    `alter table audit_events disable trigger user`,
  ])('may not %s', async (sql) => {
    await expect(asApplication(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('cannot append an event of another authority, or without saying whose', async () => {
    const other = await test.rows.anAuthority('Othershire');
    const event = JSON.stringify([{ authorityId: other, at: '2026-11-24T10:00:00Z', detail: {} }]);
    await expect(asApplication('select audit_append($1::jsonb)', [event])).rejects.toThrow('another authority');
    await expect(
      transactions.run(identity, (tx) => tx.rows('select audit_append($1::jsonb)', [event])),
    ).rejects.toThrow('scope of an authority');
    await expect(asApplication("select installation_append('x', now(), null, null)")).rejects.toThrow(
      'scope of sign-in',
    );
  });

  it('cannot hide words or structures in the detail', async () => {
    for (const detail of [{ a: { b: 1 } }, { 'a b': 1 }, { a: 1.5 }, { a: [1] }]) {
      const event = JSON.stringify([{ authorityId: 1, at: '2026-11-24T10:00:00Z', detail }]);
      await expect(asApplication('select audit_append($1::jsonb)', [event])).rejects.toThrow('whole numbers');
    }
  });
});

describe('an event', () => {
  it('is there together with the change, or neither is', async () => {
    const before = await test.rows.query('select 1 from audit_events');
    const audit = test.app.get(AuditService);
    await expect(
      transactions.run(actor(), async (tx) => {
        await audit.record(tx, actor(), 'referral.viewed', 'referral', null);
        throw new Error('the work failed');
      }),
    ).rejects.toThrow('the work failed');
    expect(await test.rows.query('select 1 from audit_events')).toHaveLength(before.length);
  });

  it('says who, in which role, from where, why, and about which case and child', async () => {
    const coordinator = await test.signInAs('coordinator');
    const id = await test.rows.aReferral();
    await coordinator.get(`/referrals/${id}`).expect(200);
    const [event] = await test.rows.query(
      `select e.*, r.child_id as expected from audit_events e join referrals r on r.id = e.subject_referral_id
        where e.event = 'referral.viewed' and e.subject_id = $1`,
      [id],
    );
    expect(event).toMatchObject({
      actor_roles: ['coordinator'],
      subject_referral_id: id,
      subject_child_id: event?.['expected'],
      address: expect.stringContaining('127.0.0.1'),
      session_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(event?.['expected']).not.toBeNull();
  });

  it('has a number without gaps and the hash that docs/audit.md describes', async () => {
    const audit = test.app.get(AuditService);
    await transactions.run(actor(), async (tx) => {
      const detail = { b: 'x"\\\n', a: -2, B: true, c: null, d: 'line\tone\u2028' };
      await audit.record(tx, actor(), 'referral.declined', 'referral', null, detail);
      await audit.record(tx, actor(), 'referral.viewed', 'referral', null);
    });
    const rows = await test.rows.query<Record<string, unknown> & { hash: Buffer; seq: string }>(
      `select *, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant from audit_events where authority_id = 1 order by seq`,
    );
    let hash = Buffer.alloc(32);
    rows.forEach((r, index) => {
      expect(Number(r.seq)).toBe(index + 1);
      const detail = Object.fromEntries(Object.entries(r['detail'] as object).sort(([a], [b]) => (a < b ? -1 : 1)));
      const text = JSON.stringify([
        r['authority_id'],
        Number(r.seq),
        r['instant'],
        r['event'],
        r['actor_user_id'],
        r['actor_name'],
        r['actor_roles'],
        r['subject_type'],
        r['subject_id'],
        r['subject_referral_id'],
        r['subject_child_id'],
        r['reason'],
        r['address'],
        r['session_id'],
        r['request_id'],
        r['emergency_access_id'],
        detail,
      ]);
      hash = createHash('sha256').update(hash).update(text).digest();
      expect(r.hash.toString('hex')).toBe(hash.toString('hex'));
    });
    expect(rows.length).toBeGreaterThan(2);
    const [head] = await test.rows.query<{ hash: Buffer }>('select hash from audit_heads where authority_id = 1');
    expect(head?.hash.equals(hash)).toBe(true);
  });

  it('of many writers at once is in one chain', async () => {
    const coordinator = await test.signInAs('coordinator');
    const id = await test.rows.aReferral();
    await Promise.all(Array.from({ length: 40 }, () => coordinator.get(`/referrals/${id}`).expect(200)));
    const [row] = await test.rows.query<{ gaps: number }>(
      'select count(*)::int - max(seq)::int as gaps from audit_events where authority_id = 1',
    );
    expect(row?.gaps).toBe(0);
  });
});

describe('a refusal', () => {
  const refusalsOf = (subjectId: string | null) =>
    test.rows.query<{ detail: object; actor_roles: string[] }>(
      `select detail, actor_roles from audit_events where event = 'access.refused' and subject_id is not distinct from $1`,
      [subjectId],
    );

  it('of a case that is not there for the person is recorded with the case that was asked for', async () => {
    const id = await test.rows.aReferral();
    const senco = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    await senco.get(`/referrals/${id}`).expect(404);
    expect(await refusalsOf(id)).toEqual([
      { detail: { route: 'GET /api/referrals/:referralId', code: 'referral_not_found' }, actor_roles: ['senco'] },
    ]);
  });

  it('for want of a permission is recorded too', async () => {
    const id = await test.rows.aReferral();
    const board = await test.signInAs('board_member');
    await board.get(`/referrals/${id}`).expect(403);
    expect(await refusalsOf(id)).toMatchObject([{ detail: { code: 'permission_missing' } }]);
  });

  it('to sign in is recorded in the person’s authority, and for an address nobody has in the installation’s own chain', async () => {
    const userId = await test.rows.aUser('Jo', null, 'known@test.example');
    await test.rows.grant(userId, 'coordinator');
    await test.anonymous.post('/session', { email: 'known@test.example', password: 'wrong' }).expect(401);
    await test.anonymous.post('/session', { email: 'unknown@test.example', password: 'wrong' }).expect(401);
    expect(
      await test.rows.query("select subject_id from audit_events where event = 'session.sign_in_refused'"),
    ).toEqual([{ subject_id: userId }]);
    expect(await test.rows.query('select event, seq from installation_events')).toEqual([
      { event: 'session.sign_in_refused', seq: '1' },
    ]);
  });
});

it('a request that is repeated under its key leaves an event of its own', async () => {
  const schoolId = await test.rows.aSchool();
  const senco = await test.signInAs('senco', { schoolId });
  const key = '00000000-0000-4000-8000-0000000000aa';
  await senco.post('/referrals', { schoolId }, { key }).expect(201);
  await senco.post('/referrals', { schoolId }, { key }).expect(201);
  expect(await test.rows.query("select detail from audit_events where event = 'request.repeated'")).toEqual([
    { detail: { operation: 'createReferral' } },
  ]);
});
