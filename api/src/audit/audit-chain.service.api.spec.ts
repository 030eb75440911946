import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { AuditChainService } from './audit-chain.service.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'panel-anchors-'));
const file = path.join(folder, 'anchors');
let test: TestApplication;
let chain: AuditChainService;

beforeAll(async () => {
  test = await startTestApplication('2026-11-24', { auditAnchorFile: file });
  chain = test.app.get(AuditChainService);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (): string[] => readFileSync(file, 'utf8').trim().split('\n');

async function aView(): Promise<void> {
  const coordinator = await test.signInAs('coordinator');
  await coordinator.get(`/referrals/${await test.rows.aReferral()}`).expect(200);
}

describe('the end of the chain', () => {
  it('is written down outside the database, once for each end', async () => {
    await aView();
    await chain.anchor(1);
    await chain.anchor(1);
    const [head] = await test.rows.query<{ seq: string; hash: Buffer }>('select seq, hash from audit_heads');
    expect(lines()).toEqual([`2026-11-24T10:00:00.000Z 1 ${head?.seq} ${head?.hash.toString('hex')}`]);
    await aView();
    await chain.anchor(1);
    expect(lines()).toHaveLength(2);
  });

  it('is verified against what was written down, and what was found is kept and audited', async () => {
    expect(await chain.verify(1)).toMatchObject({ fault: null });
    await chain.anchor(1);
    await test.rows.query('alter table audit_events disable trigger user');
    await test.rows.query('delete from audit_events where seq = (select max(seq) from audit_events)');
    await test.rows.query(
      'update audit_heads set seq = e.seq, hash = e.hash from (select * from audit_events order by seq desc limit 1) e',
    );
    await test.rows.query('alter table audit_events enable trigger user');
    expect((await chain.verify(1)).fault).toMatchObject({ code: 'anchor_missing' });
    const found = await test.rows.query('select fault_code from audit_verifications order by verified_at, id');
    expect(found).toEqual([{ fault_code: null }, { fault_code: 'anchor_missing' }]);
    const audited = await test.rows.query(
      "select detail ->> 'isWhole' as whole, actor_user_id from audit_events where event = 'audit.verified'",
    );
    expect(audited).toContainEqual({ whole: 'false', actor_user_id: null });
  });

  it('is sent to the data protection officers every night, with what was found', async () => {
    const userId = await test.rows.aUser('Olive Officer');
    await test.rows.grant(userId, 'data_protection_officer');
    await chain.verifyAndTell(1);
    const [mail] = await test.rows.query<{ subject: string; body: string }>(
      "select subject, body from outbox_mails where kind = 'audit_verified' and user_id = $1",
      [userId],
    );
    expect(mail?.subject).toBe('The audit trail is broken');
    expect(mail?.body).toMatch(/Event \d+ .*outside the database.*the hash of event \d+ is [0-9a-f]{64}/s);
  });

  it('is written down once more when the product stops', async () => {
    const before = lines().length;
    await aView();
    await test.close();
    expect(lines()).toHaveLength(before + 1);
  });
});
