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
  const saved = await senco.put(`/referrals/${draft.id}/pupil`, { ...answers.pupil, ...pupil(marker) }, 0);
  expect(saved.status).toBe(200);
  await senco.put(`/referrals/${draft.id}/pupil`, { ...answers.pupil, ...pupil(marker) }, 0).expect(412);
  await senco.put(`/referrals/${draft.id}/pupil`, { ...answers.pupil, legalForename: { marker } }, 1).expect(422);
  await senco.put(`/referrals/${draft.id}/pupil`, { ...answers.pupil, [marker]: marker }, 1).expect(422);
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
  await coordinator.post(`/referrals/${referralId}/return`, { reason: marker }, { version: 99 }).expect(412);
  await coordinator.post(`/referrals/${referralId}/return`, { reason: `About ${marker}` }, { version: 1 }).expect(200);
}

/** What makes parsers and the database complain with words of their own. */
async function broken(senco: SignedIn, referralId: string): Promise<void> {
  await senco
    .send('put', `/referrals/${referralId}/pupil`)
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
      `/referrals/${referralId}/pupil`,
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

  it('is in no audit event', async () => {
    expect(await test.rows.query('select 1 from audit_events where detail::text like $1', [`%${marker}%`])).toEqual([]);
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
