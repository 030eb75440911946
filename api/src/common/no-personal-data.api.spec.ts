import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';

import { DocumentScansService } from '../documents/document-scans.service.js';
import { aPdf } from '../testing/sample-files.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { JsonLogger } from './json-logger.js';

/** A word that no code has: wherever it turns up, it came from what people typed about a child. */
const marker = 'Zyxmarkerchild';
const upnOfMarker = 'A801200001001';

let test: TestApplication;
const lines: string[] = [];
const problems: string[] = [];
const addresses: string[] = [];

beforeAll(async () => {
  test = await startTestApplication('2026-11-24', {}, new JsonLogger((line) => lines.push(line)));
  remember(test.app);
});

afterAll(() => test.close());

/** What an access log of a proxy would hold, and every refusal. */
function remember(app: NestExpressApplication): void {
  const server = app.getHttpServer();
  server.prependListener('request', (sent, answer) => {
    addresses.push(sent.url ?? '');
    const end = answer.end.bind(answer);
    answer.end = ((...values: Parameters<typeof end>) => {
      if (answer.statusCode >= 400) problems.push(String(values[0] ?? ''));
      return end(...values);
    }) as typeof end;
  });
}

const pupil = (name: string) => ({
  legalForename: name,
  legalSurname: name,
  preferredName: name,
  upn: upnOfMarker,
  bornOn: '2016-03-05',
  sex: 'M',
});

async function journeys(): Promise<void> {
  const schoolId = await test.rows.aSchool();
  const senco = await test.signInAs('senco', { schoolId });
  const coordinator = await test.signInAs('coordinator');
  const { body: draft } = await senco.post('/referrals', { schoolId }).expect(201);
  const answers = test.rows.completeAnswers();
  const saved = await senco.put(`/referrals/${draft.id}/sections/pupil`, { ...answers.pupil, ...pupil(marker) }, 0);
  expect(saved.status).toBe(200);
  await senco.put(`/referrals/${draft.id}/sections/pupil`, { ...answers.pupil, ...pupil(marker) }, 0).expect(412);
  await senco
    .put(`/referrals/${draft.id}/sections/pupil`, { ...answers.pupil, legalForename: { marker } }, 1)
    .expect(422);
  await senco.put(`/referrals/${draft.id}/sections/pupil`, { ...answers.pupil, [marker]: marker }, 1).expect(422);
  await senco.post(`/referrals/${draft.id}/submit`, {}, { version: 1 }).expect(422);
  await broken(senco, draft.id);
  const { body: document } = await senco
    .send('post', `/referrals/${draft.id}/documents`)
    .attach('file', aPdf(marker), `${marker}.pdf`)
    .expect(201);
  await senco
    .send('post', `/referrals/${draft.id}/documents`)
    .attach('file', Buffer.from('MZ'), `${marker}.exe`)
    .expect(422);
  await test.app
    .get(DocumentScansService)
    .scan(1, document.current.id)
    .catch(() => undefined);
  const referralId = await test.rows.aReferral({
    schoolId,
    answers: { ...answers, pupil: { ...answers.pupil, ...pupil(marker) } },
  });
  await coordinator.get(`/referrals/${referralId}`).expect(200);
  const asked = [{ section: 'needs', field: '', question: `About ${marker}` }];
  await coordinator
    .post(`/referrals/${referralId}/return`, { reason: marker, items: asked }, { version: 99 })
    .expect(412);
  await coordinator
    .post(`/referrals/${referralId}/return`, { reason: `About ${marker}`, items: asked }, { version: 1 })
    .expect(200);
  await casework(schoolId);
  await emergency(schoolId);
}

async function aCase(schoolId: string): Promise<{ referralId: string; childId: string; reference: string }> {
  const referralId = await test.rows.aReferral({ schoolId, status: 'accepted' });
  const [row] = await test.rows.query<{ childId: string; reference: string }>(
    'select child_id as "childId", reference from referrals where id = $1',
    [referralId],
  );
  return { referralId, childId: row?.childId ?? '', reference: row?.reference ?? '' };
}

const words = `It is about ${marker}`;

/** Whoever must say why, in words of their own, may name the child there. */
async function casework(schoolId: string): Promise<void> {
  const coordinator = await test.signInAs('coordinator');
  const officer = await test.signInAs('data_protection_officer');
  const { referralId, childId, reference } = await aCase(schoolId);
  const said = { saidByName: marker, relationship: marker, saidOn: '2026-11-20', channel: 'in_writing', note: words };
  const withdrawal = { panelSchools: true, providers: true, ...said };
  await coordinator.post(`/referrals/${referralId}/consent-history/withdraw`, withdrawal, { version: 1 }).expect(200);
  const refusal = {
    field: 'legalForename',
    newValue: marker,
    requestedByName: marker,
    reason: words,
    outcome: 'refused',
    refusalReason: words,
    disagreement: words,
  };
  await coordinator.post(`/referrals/${referralId}/corrections/decide`, refusal, { version: 2 }).expect(200);
  const hold = { upnOrReference: reference, covers: 'case', reason: words };
  const { body: placed } = await officer.post('/legal-holds', hold).expect(201);
  await officer.post(`/legal-holds/${placed.id}/lift`, { reason: words }, { version: placed.version }).expect(200);
  const asked = {
    childId,
    requesterName: marker,
    requesterRelation: 'parent_or_carer',
    identityCheck: 'documents_seen',
    identityNote: words,
    receivedOn: '2026-11-20',
    wanted: words,
  };
  const { body: logged } = await officer.post('/access-requests', asked).expect(201);
  const closing = { outcome: 'refused', reason: words };
  await officer.post(`/access-requests/${logged.id}/close`, closing, { version: logged.version }).expect(200);
}

async function emergency(schoolId: string): Promise<void> {
  const officer = await test.signInAs('data_protection_officer');
  const reviewer = await test.signInAs('data_protection_officer');
  const { reference } = await aCase(schoolId);
  const start = { reference, reasonCode: 'safeguarding', reason: words };
  const { body: access } = await officer.post('/emergency-accesses', start).expect(201);
  await officer.post(`/emergency-accesses/${access.id}/end`, {}, { version: 1 }).expect(200);
  const judgement = { outcome: 'justified', note: words };
  await reviewer.post(`/emergency-accesses/${access.id}/review`, judgement, { version: 2 }).expect(200);
}

/** What makes parsers and the database complain with words of their own. */
async function broken(senco: SignedIn, referralId: string): Promise<void> {
  await senco
    .send('put', `/referrals/${referralId}/sections/pupil`)
    .type('json')
    .send(`{"legalForename": ${marker}}`)
    .expect(400);
  await request(test.app.getHttpServer()).get(`/api/referrals/${marker}`).expect(401);
  await senco.get(`/referrals/${marker}`).expect(404);
  // Postgres itself refuses: the check that it would have been refused by before is taken away.
  await test.rows.query(
    `alter table referral_sections add constraint no_marker check (answers::text not like '%Unsaved${marker}%')`,
  );
  await senco
    .put(
      `/referrals/${referralId}/sections/pupil`,
      { ...test.rows.completeAnswers().pupil, legalForename: `Unsaved${marker}` },
      1,
    )
    .expect(500);
  await test.rows.query('alter table referral_sections drop constraint no_marker');
}

describe('what people write about a child', () => {
  beforeAll(journeys);

  it('is in the database, or this test would show nothing', async () => {
    const found = await test.rows.query('select 1 from referral_sections where answers::text like $1', [`%${marker}%`]);
    expect(found.length).toBeGreaterThan(0);
  });

  it('is in no line of the log, though errors were logged', () => {
    const errors = lines.filter((line) => line.includes('"level":"error"'));
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.join('')).toMatch(/"request":"[0-9a-f-]{36}"/);
    expect(lines.filter((line) => line.includes(marker) || line.includes(upnOfMarker))).toEqual([]);
  });

  it('is in no refusal', () => {
    expect(problems.length).toBeGreaterThan(5);
    // A field that is not part of the request is named back to whoever sent it; its value is not.
    const named = problems.filter((text) => text.replaceAll(`/${marker}`, '').includes(marker));
    expect(named).toEqual([]);
  });

  it('is in no address that our own pages ask for', () => {
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => address.includes(marker))).toEqual([
      // Typed into the address by the test itself.
      `/api/referrals/${marker}`,
      `/api/referrals/${marker}`,
    ]);
  });

  it('is in no job, wherever the queue keeps them', async () => {
    const tables = await test.rows.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq'",
    );
    expect(tables.length).toBeGreaterThan(0);
    let jobs = 0;
    for (const { name } of tables) {
      const rows = await test.rows.query<{ row: string }>(`select t::text as row from ${name} t`);
      if (rows.some(({ row }) => row.includes('document_scan'))) jobs += 1;
      expect(rows.filter(({ row }) => row.includes(marker))).toEqual([]);
    }
    expect(jobs).toBeGreaterThan(0);
  });

  it.each(['emergency_access.started', 'emergency_access.reviewed', 'consent.withdrawn', 'correction.refused'])(
    'was written down with the event %s, or this test would show nothing',
    async (event) => {
      expect((await test.rows.query('select 1 from audit_events where event = $1', [event])).length).toBeGreaterThan(0);
    },
  );

  it('is in no audit event, since an event outlives the case', async () => {
    expect(
      await test.rows.query('select event from audit_events e where e::text like $1 or e::text like $2', [
        `%${marker}%`,
        `%${upnOfMarker}%`,
      ]),
    ).toEqual([]);
  });

  it('is in no mail', async () => {
    const mails = await test.rows.query<{ kind: string }>('select kind from outbox_mails');
    expect(mails.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['emergency_access', 'case_news']));
    expect(await test.rows.query('select kind from outbox_mails m where m::text like $1', [`%${marker}%`])).toEqual([]);
  });
});

describe('an error on our side', () => {
  it('tells the person a number and nothing of its insides; the log has the same number', () => {
    const unexpected = problems.find((text) => text.includes('"code":"unexpected"')) ?? '';
    const { detail } = JSON.parse(unexpected) as { detail: string };
    const id = /([0-9a-f-]{36})/.exec(detail)?.[1] ?? 'none';
    expect(unexpected).not.toMatch(/constraint|select|insert|\bat \/|\.ts|\.js|node_modules/i);
    expect(lines.some((line) => line.includes(`"request":"${id}"`))).toBe(true);
  });
});
