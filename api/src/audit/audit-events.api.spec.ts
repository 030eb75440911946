import { createHash } from 'node:crypto';

import { startTestApplication, type SignedIn, type TestApplication } from '../testing/test-application.js';
import { auditEventLabel, auditEventOptions } from './audit-event-labels.js';

let test: TestApplication;
let officer: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  officer = await test.signInAs('data_protection_officer');
});

afterAll(() => test.close());

interface Item {
  readonly seq: number;
  readonly event: string;
  readonly actorName: string;
  readonly referralId: string | null;
}

const search = async (query: string): Promise<Item[]> =>
  (await officer.get(`/audit-events?${query}`).expect(200)).body.items;

async function aViewedCase(): Promise<{ id: string; userId: string; coordinator: SignedIn }> {
  const userId = await test.rows.aUser('Judith Viewer');
  const coordinator = test.as(await test.rows.aSession('coordinator', {}, userId));
  const id = await test.rows.aReferral();
  await coordinator.get(`/referrals/${id}`).expect(200);
  return { id, userId, coordinator };
}

describe('the audit trail', () => {
  it('is read newest first and page by page, and reading it is recorded too', async () => {
    const { id, userId, coordinator } = await aViewedCase();
    for (let view = 0; view < 59; view += 1) await coordinator.get(`/referrals/${id}`).expect(200);
    const first = (await officer.get(`/audit-events?actorUserId=${userId}`).expect(200)).body;
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toMatchObject({
      event: 'referral.viewed',
      label: 'Case file opened',
      referralId: id,
      actorName: 'Judith Viewer',
      actorRoles: ['coordinator'],
      isUnderEmergencyAccess: false,
    });
    const second = (await officer.get(`/audit-events?actorUserId=${userId}&before=${first.nextBefore}`).expect(200))
      .body;
    expect(second.items).toHaveLength(10);
    expect(second.nextBefore).toBeNull();
    expect((await search('event=audit.viewed'))[0]?.event).toBe('audit.viewed');
  });

  it('is searched by event, role, case and day', async () => {
    const { id } = await aViewedCase();
    expect((await search(`referralId=${id}`)).map(({ event }) => event)).toEqual(['referral.viewed']);
    expect(await search(`referralId=${id}&event=referral.submitted`)).toEqual([]);
    expect(await search(`referralId=${id}&role=coordinator`)).toHaveLength(1);
    expect(await search(`referralId=${id}&role=senco`)).toEqual([]);
    expect(await search(`referralId=${id}&from=2026-11-24&to=2026-11-24`)).toHaveLength(1);
    expect(await search(`referralId=${id}&to=2026-11-23`)).toEqual([]);
    expect(await search(`referralId=${id}&from=2026-11-25`)).toEqual([]);
  });

  it('shows everything about one child, over cases and from the first draft on', async () => {
    const { id, coordinator } = await aViewedCase();
    const [referral] = await test.rows.query<{ child_id: string }>('select child_id from referrals where id = $1', [
      id,
    ]);
    const childId = referral?.child_id ?? '';
    const draft = await test.rows.aReferral({ status: 'draft' });
    const [school] = await test.rows.query<{ school_id: string }>('select school_id from referrals where id = $1', [
      draft,
    ]);
    const senco = await test.signInAs('senco', { schoolId: school?.school_id ?? '' });
    await senco.get(`/referrals/${draft}`).expect(200);
    await test.rows.query(
      "update referrals set child_id = $1, status = 'closed', submitted_on = '2026-11-24', nc_year = '5', primary_need = 'SEMH' where id = $2",
      [childId, draft],
    );
    await coordinator.get(`/referrals/${draft}`).expect(200);
    const events = await search(`childId=${childId}`);
    expect(events.map(({ referralId }) => referralId)).toEqual([draft, draft, id]);
  });

  it('refuses a search by what is not an id', async () => {
    await officer.get('/audit-events?referralId=EIP-2026-0001').expect(422);
    await officer.get('/audit-events?name=Okafor').expect(422);
  });

  it('finds the ids of a case by its reference, sent in a body', async () => {
    const { id } = await aViewedCase();
    const [referral] = await test.rows.query<{ reference: string; child_id: string }>(
      'select reference, child_id from referrals where id = $1',
      [id],
    );
    const answer = await officer
      .post('/audit-events/find-case', { reference: ` ${referral?.reference.toLowerCase()} ` })
      .expect(200);
    expect(answer.body).toEqual({ referralId: id, reference: referral?.reference, childId: referral?.child_id });
    const none = await officer.post('/audit-events/find-case', { reference: 'EIP-1900-0001' }).expect(422);
    expect(none.body.errors).toMatchObject([{ pointer: '/reference', code: 'case_not_found' }]);
    expect(await search(`event=audit.case_found&referralId=${id}`)).toHaveLength(1);
  });

  it('shows one event with its place in the chain, and whether its hash is right', async () => {
    const { id } = await aViewedCase();
    const [item] = await search(`referralId=${id}`);
    const seq = item?.seq ?? 0;
    const event = (await officer.get(`/audit-events/${seq}`).expect(200)).body;
    expect(event).toMatchObject({
      seq,
      isHashRight: true,
      previous: { seq: seq - 1 },
      next: { seq: seq + 1, label: 'Audit trail searched' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      address: expect.stringContaining('127.0.0.1'),
    });
    await test.rows.query('alter table audit_events disable trigger user');
    await test.rows.query("update audit_events set actor_name = 'Somebody else' where seq = $1", [seq]);
    expect((await officer.get(`/audit-events/${seq}`).expect(200)).body.isHashRight).toBe(false);
    await test.rows.query("update audit_events set actor_name = 'Judith Viewer' where seq = $1", [seq]);
    await test.rows.query('alter table audit_events enable trigger user');
    const first = (await officer.get('/audit-events/1').expect(200)).body;
    expect(first).toMatchObject({ previous: null, previousHash: '0'.repeat(64), isHashRight: true });
    await officer.get('/audit-events/999999').expect(404);
    await officer.get('/audit-events/x').expect(404);
  });

  it('of another authority is not seen', async () => {
    const { id } = await aViewedCase();
    const authorityId = await test.rows.anAuthority('Othershire');
    const other = await test.signInAs('data_protection_officer', { authorityId });
    expect((await other.get(`/audit-events?referralId=${id}`).expect(200)).body.items).toEqual([]);
    expect((await other.get('/audit-events/options').expect(200)).body.people).toHaveLength(1);
    await other.get('/audit-events/50').expect(404);
  });

  it('cannot be changed, deleted or emptied, not even by the owner of the table', async () => {
    await expect(test.rows.query("update audit_events set event = 'x'")).rejects.toThrow('cannot be changed');
    await expect(test.rows.query('delete from audit_events')).rejects.toThrow('cannot be changed');
    await expect(test.rows.query('truncate audit_events')).rejects.toThrow('cannot be changed');
  });

  it('has words for every event', () => {
    expect(auditEventOptions.filter(({ label }) => !/^[A-Z].{5,}/.test(label))).toEqual([]);
    expect(new Set(auditEventOptions.map(({ label }) => label)).size).toBe(auditEventOptions.length);
    expect(auditEventLabel('of.another_version')).toBe('of.another_version');
  });
});

describe('the export of the trail', () => {
  it('as JSON Lines can be checked by somebody outside with nothing but SHA-256', async () => {
    await aViewedCase();
    const answer = await officer
      .get('/audit-events/export?format=jsonl')
      .expect(200)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts).toString()));
      });
    expect(answer.headers['content-disposition']).toBe('attachment; filename="audit-events-2026-11-24.jsonl"');
    const lines = (answer.body as string).trimEnd().split('\n');
    let before = '0'.repeat(64);
    for (const line of lines) {
      const { previous, hash, event } = JSON.parse(line) as { previous: string; hash: string; event: unknown[] };
      expect(previous).toBe(before);
      const computed = createHash('sha256')
        .update(Buffer.from(previous, 'hex'))
        .update(JSON.stringify(event))
        .digest('hex');
      expect(computed).toBe(hash);
      before = hash;
    }
    expect(lines.length).toBeGreaterThan(50);
    expect((await search('event=audit.exported'))[0]).toMatchObject({ detail: ['Format: jsonl'] });
  });

  it('as CSV lets no cell run as a formula', async () => {
    const userId = await test.rows.aUser('=HYPERLINK("http://evil.example","x")');
    const person = test.as(await test.rows.aSession('coordinator', {}, userId));
    await person.get(`/referrals/${await test.rows.aReferral()}`).expect(200);
    const { text } = await officer.get(`/audit-events/export?format=csv&actorUserId=${userId}`).expect(200);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  });

  it('needs somebody who has just shown who they are', async () => {
    const idle = await test.signInAs('data_protection_officer');
    test.clock.set('2026-11-24T10:06:00Z');
    const answer = await idle.get('/audit-events/export?format=csv').expect(403);
    test.clock.set('2026-11-24T10:00:00Z');
    expect(answer.body.code).toBe('confirmation_needed');
  });
});

describe('the state of the chain', () => {
  it('says where it ends and what the last verification found', async () => {
    await aViewedCase();
    const { body } = await officer.get('/audit-events/chain').expect(200);
    expect(body).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      isAnchored: false,
      lastVerification: null,
    });
    await test.rows.query(
      `insert into audit_verifications (authority_id, verified_at, events, end_hash, anchors, fault_seq, fault_code)
       values (1, '2026-11-24T02:30:00Z', 7, '', 0, 8, 'event_changed')`,
    );
    expect((await officer.get('/audit-events/chain').expect(200)).body.lastVerification).toEqual({
      verifiedAt: '2026-11-24T02:30:00.000Z',
      events: 7,
      isWhole: false,
      fault: 'Event 8 is not what was written.',
      faultSeq: 8,
    });
  });
});
