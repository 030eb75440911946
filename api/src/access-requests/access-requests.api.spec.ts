import { createHash } from 'node:crypto';

import { strFromU8, unzipSync } from 'fflate';

import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';
import { AccessPackProcessor } from './access-pack.processor.js';

let casework: Casework;
let officer: Person;
let coordinator: Person;
let day = 1;

beforeAll(async () => {
  casework = await startCasework();
  officer = await casework.signIn('data_protection_officer');
  coordinator = await casework.signIn('coordinator');
});

afterAll(() => casework.stop());

const childOf = async ({ id }: Case): Promise<string> => {
  const [row] = await casework.rows<{ childId: string }>('select child_id as "childId" from referrals where id = $1', [
    id,
  ]);
  return row?.childId ?? '';
};

const body = async (of: Case, changes: object = {}) => ({
  childId: await childOf(of),
  requesterName: 'Ada Asker',
  requesterRelation: 'parent_or_carer',
  identityCheck: 'documents_seen',
  identityNote: 'Passport',
  receivedOn: '2026-11-02',
  wanted: '',
  ...changes,
});

async function logged(of: Case, changes: object = {}): Promise<{ id: string; version: number }> {
  const answer = await officer.create('/access-requests', await body(of, changes));
  expect(answer.status).toBe(201);
  return answer.body;
}

const act = (id: string, verb: string, version: number, sent: object = {}) =>
  officer.change(`/access-requests/${id}/${verb}`, version, sent);

async function prepared(id: string, version: number): Promise<number> {
  const answer = await act(id, 'prepare-pack', version);
  expect(answer.body.pack).toMatchObject({ status: 'queued' });
  await casework.service(AccessPackProcessor).process(1, answer.body.pack.id);
  return answer.body.version;
}

/** Decides every passage, by its suggestion or all the same; gives the version after it. */
async function decided(id: string, version: number, all?: 'keep' | 'redact'): Promise<number> {
  const pack = (await officer.get(`/access-requests/${id}/pack`)).body;
  if (pack.passages.length === 0) return version;
  const choices = pack.passages.map((passage: { id: string; suggestion: string }) => ({
    passageId: passage.id,
    decision: all ?? passage.suggestion,
  }));
  const answer = await act(id, 'pack/decide-passages', version, { choices });
  expect(answer.status).toBe(200);
  return answer.body.version;
}

async function files(id: string): Promise<{ bytes: Buffer; file: (name: string) => string }> {
  const answer = await officer.download(`/access-requests/${id}/pack/archive`);
  expect(answer.status).toBe(200);
  const bytes = answer.body as Buffer;
  const entries = unzipSync(new Uint8Array(bytes));
  return { bytes, file: (name) => strFromU8(entries[name] ?? new Uint8Array()) };
}

/** A case that went the whole way, so that every table has something of it. */
async function fullCase(name: string): Promise<Case> {
  const item = await casework.aCase({ pupilName: name });
  const heldOn = `2027-03-${String(day++).padStart(2, '0')}`;
  const panel = await casework.aPanel(coordinator, { heldOn, cases: [item], status: 'in_session' });
  const contractId = await casework.aContract();
  const decision = {
    outcome: 'agree_as_requested',
    reason: `Decided for ${name}`,
    declineReason: null,
    contractId,
    units: 2,
  };
  const path = `/panels/${panel.id}/agenda/${panel.items[0]}/decision`;
  const answer = await coordinator.create(path, decision);
  await casework.rows(
    `insert into delivery_sessions (authority_id, allocation_id, held_on, minutes, attendance, note, recorded_by, recorded_at)
     values (1, $1, '2026-11-20', 45, 'attended', $2, $3, now())`,
    [answer.body.allocation.id, `Session of ${name}`, officer.userId],
  );
  return item;
}

describe('an access request', () => {
  it('is found by pupil number or reference in the body, and logged once with its due date and working', async () => {
    const item = await casework.aCase();
    const [child] = await casework.rows<{ upn: string }>('select upn from children where id = $1', [
      await childOf(item),
    ]);
    for (const upnOrReference of [child?.upn, item.reference, ` ${item.reference.toLowerCase()} `]) {
      const found = await officer.post('/access-requests/find-child', { upnOrReference });
      expect(found.body.items).toEqual([expect.objectContaining({ id: await childOf(item), caseCount: 1 })]);
    }
    const key = '7b0a8c1e-0000-4000-8000-000000000001';
    const sent = await body(item);
    const first = await officer.create('/access-requests', sent, key);
    const again = await officer.create('/access-requests', sent, key);
    expect(again.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      reference: expect.stringMatching(/^SAR-2026-\d{4}$/),
      status: 'open',
      dueOn: '2026-12-02',
      working: [
        { kind: 'received', date: '2026-11-02' },
        { kind: 'months', date: '2026-12-02' },
      ],
      pack: null,
    });
    expect((await officer.get('/access-requests')).body.items).toContainEqual(
      expect.objectContaining({ id: first.body.id, isOverdue: false }),
    );
  });

  it('is timed: paused, resumed, extended, and its clock starts with a late proof of identity', async () => {
    const { id, version } = await logged(await casework.aCase(), { identityCheck: 'to_be_proven' });
    const proof = { identityCheck: 'verified_online', provenOn: '2026-11-09', note: '' };
    const proven = await act(id, 'prove-identity', version, proof);
    expect(proven.body).toMatchObject({ dueOn: '2026-12-09', identityCheck: 'verified_online' });
    const paused = await act(id, 'pause', proven.body.version, { pausedOn: '2026-11-16', reason: 'Which year?' });
    expect(paused.body).toMatchObject({ isPaused: true, dueOn: '2026-12-17' });
    const twice = await act(id, 'pause', paused.body.version, { pausedOn: '2026-11-20', reason: 'Again' });
    expect([twice.status, twice.body.code]).toEqual([409, 'access_request_paused']);
    const early = await act(id, 'resume', paused.body.version, { resumedOn: '2026-11-15' });
    expect([early.status, early.body.errors[0].code]).toEqual([422, 'date_too_early']);
    const resumed = await act(id, 'resume', paused.body.version, { resumedOn: '2026-11-20' });
    expect(resumed.body).toMatchObject({ isPaused: false, dueOn: '2026-12-14' }); // 13 December 2026 is a Sunday
    const extended = await act(id, 'extend', resumed.body.version, { reason: 'Six schools' });
    expect(extended.body).toMatchObject({ isComplex: true, dueOn: '2027-02-15' });
    const events = await casework.events(id);
    expect(events.map(({ event }) => event.replace('access_request.', ''))).toEqual([
      'logged',
      'identity_proven',
      'paused',
      'resumed',
      'extended',
    ]);
  });

  it('is for the data protection officer of the authority alone, and never on a stale version', async () => {
    const { id } = await logged(await casework.aCase());
    expect((await coordinator.get(`/access-requests/${id}`)).status).toBe(403);
    const stranger = await casework.signIn('data_protection_officer', { authorityId: await casework.anAuthority() });
    expect((await stranger.get(`/access-requests/${id}`)).status).toBe(404);
    expect((await stranger.change(`/access-requests/${id}/extend`, 1, { reason: 'x' })).status).toBe(404);
    expect((await act(id, 'extend', 9, { reason: 'x' })).status).toBe(412);
    expect((await officer.post(`/access-requests/${id}/extend`, { reason: 'x' })).status).toBe(428);
    const future = await officer.create(
      '/access-requests',
      await body(await casework.aCase(), { receivedOn: '2026-12-01' }),
    );
    expect([future.status, future.body.errors[0].pointer]).toEqual([422, '/receivedOn']);
    const unknown = await body(await casework.aCase(), { childId: '00000000-0000-4000-8000-000000000000' });
    expect((await officer.create('/access-requests', unknown)).body.errors[0].code).toBe('child_unknown');
  });

  it('that is refused is closed with its reason, and nothing of a pack is left', async () => {
    const { id, version } = await logged(await casework.aCase());
    const after = await prepared(id, version);
    const closed = await act(id, 'close', after, { outcome: 'refused', reason: 'Manifestly excessive' });
    expect(closed.body).toMatchObject({
      status: 'refused',
      closedOn: '2026-11-24',
      pack: { status: 'superseded', passageCount: 0 },
    });
    expect((await act(id, 'prepare-pack', closed.body.version)).body.code).toBe('access_request_closed');
  });
});

describe('the pack of an access request', () => {
  it('is collected, reviewed, released once and downloaded; every file has the hash that the manifest says', async () => {
    const item = await fullCase('Quinn Packley');
    const { id, version } = await logged(item);
    const ready = await prepared(id, version);
    const early = await act(id, 'release', ready, { hasReadAll: true });
    expect([early.status, early.body.code]).toEqual([409, 'passages_undecided']);
    const afterReview = await decided(id, ready);
    expect((await act(id, 'release', afterReview, { hasReadAll: false })).body.errors[0].code).toBe('pack_not_read');
    const released = await act(id, 'release', afterReview, { hasReadAll: true });
    expect(released.body).toMatchObject({ status: 'released', closedOn: '2026-11-24', pack: { status: 'released' } });

    const { bytes, file } = await files(id);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(released.body.pack.archiveSha256);
    const manifest = JSON.parse(file('manifest.json'));
    for (const { name, sha256 } of manifest.files as { name: string; sha256: string }[]) {
      expect(createHash('sha256').update(file(name)).digest('hex')).toBe(sha256);
    }
    expect(manifest.records).toMatchObject({
      children: 1,
      referrals: 1,
      decisions: 1,
      allocations: 1,
      delivery_sessions: 1,
    });
    const data = file('personal-data.json');
    for (const text of ['Quinn', 'Decided for Quinn Packley', 'Session of Quinn Packley', 'Specialist teacher']) {
      expect(data).toContain(text);
      expect(file('personal-data.html')).toContain(text);
    }
    // The mother's name is somebody else's: Ada Asker asked, Sam Example agreed.
    expect(data).not.toContain('Sam Example');
    expect(data).toContain('[redacted: another person]');
    expect((await act(id, 'prepare-pack', released.body.version)).status).toBe(409);
    const events = (await casework.events(id)).map(({ event }) => event.replace('access_request.', ''));
    expect(events).toEqual(
      expect.arrayContaining([
        'pack_prepared',
        'pack_collected',
        'pack_viewed',
        'passages_decided',
        'released',
        'downloaded',
      ]),
    );
  });

  it('cannot be changed in the database once it is released', async () => {
    await expect(casework.rows("update access_packs set archive = 'x' where status = 'released'")).rejects.toThrow(
      'cannot be changed',
    );
    await expect(casework.rows("update access_pack_passages set decision = 'keep'")).rejects.toThrow(
      'cannot be changed',
    );
  });

  it('keeps what is decided to be kept, and takes out what the reviewer marks', async () => {
    const { id, version } = await logged(await casework.aCase({ pupilName: 'Kit Keeper' }));
    const ready = await prepared(id, version);
    const pack = (await officer.get(`/access-requests/${id}/pack`)).body;
    const entry = pack.records
      .flatMap(({ entries }: { entries: { text: string; pointer: string }[] }) => entries)
      .find(({ text }: { text: string }) => text === 'Specialist teacher');
    const wrong = await act(id, 'pack/mark-passage', ready, { pointer: entry.pointer, words: 'not there' });
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([422, 'passage_unknown']);
    const marked = await act(id, 'pack/mark-passage', ready, { pointer: entry.pointer, words: 'teacher' });
    const keep = await decided(id, marked.body.version, 'keep');
    const [own] = (await officer.get(`/access-requests/${id}/pack`)).body.passages.filter(
      ({ kind }: { kind: string }) => kind === 'marked',
    );
    const out = await act(id, 'pack/decide-passages', keep, { choices: [{ passageId: own.id, decision: 'redact' }] });
    expect((await act(id, 'release', out.body.version, { hasReadAll: true })).status).toBe(200);
    const { file } = await files(id);
    const data = file('personal-data.json');
    expect(data).toContain('Sam Example');
    expect(data).toContain('Specialist [redacted: another person or an exemption]');
  });

  it('marks the name of another child where it stands in a text', async () => {
    await casework.aCase({ pupilName: 'Vesper Otherchild' });
    const item = await casework.aCase();
    await casework.rows(
      `update referral_sections set answers = jsonb_set(answers, '{concerns}', '"He hit Vesper Otherchild twice."') where referral_id = $1 and section = 'needs'`,
      [item.id],
    );
    const { id, version } = await logged(item);
    await prepared(id, version);
    const { passages } = (await officer.get(`/access-requests/${id}/pack`)).body;
    expect(passages).toContainEqual(
      expect.objectContaining({
        kind: 'other_child',
        passage: 'Vesper Otherchild',
        suggestion: 'redact',
        context: 'He hit Vesper Otherchild twice.',
      }),
    );
  });

  it('is not released before it is known who asks', async () => {
    const { id, version } = await logged(await casework.aCase(), { identityCheck: 'to_be_proven' });
    const reviewed = await decided(id, await prepared(id, version));
    const refused = await act(id, 'release', reviewed, { hasReadAll: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'identity_not_proven']);
  });

  it('does no harm when its job runs twice, and gives way when it is prepared again', async () => {
    const { id, version } = await logged(await casework.aCase());
    const answer = await act(id, 'prepare-pack', version);
    expect((await act(id, 'prepare-pack', answer.body.version)).body.code).toBe('access_pack_being_prepared');
    const processor = casework.service(AccessPackProcessor);
    await Promise.all([processor.process(1, answer.body.pack.id), processor.process(1, answer.body.pack.id)]);
    await processor.process(1, answer.body.pack.id);
    const rows = await casework.rows('select position from access_pack_passages where access_pack_id = $1', [
      answer.body.pack.id,
    ]);
    const { pack } = (await officer.get(`/access-requests/${id}`)).body;
    expect(rows.length).toBe(pack.passageCount);
    const again = await act(id, 'prepare-pack', answer.body.version);
    expect(again.body.pack).toMatchObject({ status: 'queued', passageCount: 0 });
    const [old] = await casework.rows('select status, content from access_packs where id = $1', [answer.body.pack.id]);
    expect(old).toEqual({ status: 'superseded', content: null });
  });

  it('is complete for one child and holds nothing of any other', async () => {
    const marks = ['qzalpha', 'qzbeta', 'qzgamma'];
    const cases: Case[] = [];
    for (const mark of marks) {
      const item = await fullCase(`${mark} ${mark}surname`);
      // Every text of the case carries a word of its own: the table and the place where it stands.
      await casework.rows(
        `update referral_sections s set answers = (
           select jsonb_object_agg(key, case when jsonb_typeof(value) = 'string' and key not in ('upn', 'bornOn', 'agreedOn')
             then to_jsonb((value #>> '{}') || ' ' || $2 || '_' || s.section || '_' || key) else value end) from jsonb_each(answers))
          where referral_id = $1`,
        [item.id, mark],
      );
      await casework.anAssessment(item.id, 2, 'high', `${mark}_assessment`);
      cases.push(item);
    }
    for (const [index, item] of cases.entries()) {
      const own = marks[index] ?? '';
      const { id, version } = await logged(item);
      const kept = await decided(id, await prepared(id, version), 'keep');
      await act(id, 'release', kept, { hasReadAll: true });
      const { file } = await files(id);
      const data = file('personal-data.json') + file('personal-data.html');
      const expected = await casework.rows<{ word: string }>(
        `select $2 || '_' || section || '_' || key as word from referral_sections, jsonb_each(answers)
          where referral_id = $1 and jsonb_typeof(value) = 'string' and key not in ('upn', 'bornOn', 'agreedOn')`,
        [item.id, own],
      );
      expect(expected.length).toBeGreaterThan(20);
      expect(expected.filter(({ word }) => !data.includes(word))).toEqual([]);
      expect(data).toContain(`${own}_assessment`);
      for (const other of marks.filter((mark) => mark !== own)) expect(data).not.toContain(other);
      for (const { id: otherId } of cases.filter((other) => other !== item)) expect(data).not.toContain(otherId);
    }
  });

  it('holds a draft that names the child by its pupil number but was never submitted', async () => {
    const item = await casework.aCase();
    const [child] = await casework.rows<{ upn: string }>('select upn from children where id = $1', [
      await childOf(item),
    ]);
    const senco = await casework.signIn('senco');
    const draft = (await senco.create('/referrals', { schoolId: casework.schoolId })).body;
    const pupil = {
      ...draft.sections.pupil.answers,
      legalForename: 'Draftonly',
      upn: ` ${child?.upn?.toLowerCase()} `,
    };
    await senco.put(`/referrals/${draft.id}/sections/pupil`, pupil, 0);
    const { id, version } = await logged(item);
    await prepared(id, version);
    const { records } = (await officer.get(`/access-requests/${id}/pack`)).body;
    expect(JSON.stringify(records)).toContain('Draftonly');
  });
});
