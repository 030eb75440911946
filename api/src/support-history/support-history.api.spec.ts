import { type Case, type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;
let otherSenco: Person;
let member: Person;
let provider: Person;
let day = 1;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
  otherSenco = await casework.signIn('senco', { schoolId: await casework.aSchool() });
  member = await casework.signIn('panel_member');
  provider = await casework.signIn('provider');
});

afterAll(() => casework.stop());

const consultation = {
  heldOn: '2026-11-10',
  teacherName: 'Ms Grey',
  asked: 'during_case',
  advice: 'A quiet start of the day',
};
const report = {
  reportedOn: '2026-10-02',
  agency: 'educational_psychology',
  title: 'Advice after a visit',
  summary: 'Assess language',
  documentId: null,
};
const consult = (person: Person, { id }: Case, changes: object = {}) =>
  person.create(`/referrals/${id}/consultations`, { ...consultation, ...changes });
const file = (person: Person, { id }: Case, changes: object = {}) =>
  person.create(`/referrals/${id}/agency-reports`, { ...report, ...changes });

async function aDocument({ id }: Case): Promise<string> {
  const [document] = await casework.rows<{ id: string }>(
    'insert into documents (authority_id, referral_id, created_by, created_at) values (1, $1, $2, now()) returning id',
    [id, coordinator.userId],
  );
  const documentId = document?.id ?? '';
  await casework.rows(
    `insert into document_versions (authority_id, document_id, number, file_name, kind, size_bytes, sha256, storage_key, uploaded_by, uploaded_at)
     values (1, $1, 1, 'ep-advice.pdf', 'pdf', 1, decode(repeat('00', 32), 'hex'), $3, $2, now())`,
    [documentId, coordinator.userId, documentId],
  );
  return documentId;
}

describe('the support so far', () => {
  it('is the school’s cycles beside consultations and reports, for school, council and the panel that has the case', async () => {
    const item = await casework.aCase();
    const heldOn = `2027-04-${String(day++).padStart(2, '0')}`;
    await casework.aPanel(coordinator, { heldOn, cases: [item], status: 'papers_published' });
    const documentId = await aDocument(item);
    expect((await consult(senco, item)).status).toBe(201);
    expect((await file(coordinator, item, { documentId })).body).toMatchObject({ documentName: 'ep-advice.pdf' });
    const path = `/referrals/${item.id}/support-history`;

    const seen = (await senco.get(path)).body;
    expect(seen).toMatchObject({
      consultations: [{ ...consultation, version: 1 }],
      reports: [{ ...report, documentId, documentName: 'ep-advice.pdf' }],
      canAdd: true,
    });
    expect(seen.ofReferral.length).toBeGreaterThanOrEqual(2);
    expect(seen.ofReferral[0]).toMatchObject({ kind: 'cycle', from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });

    const ofPanel = (await member.get(path)).body;
    expect(ofPanel).toMatchObject({ reports: [{ documentId: null, documentName: null }], canAdd: false });
    expect((await otherSenco.get(path)).status).toBe(404);
    expect((await provider.get(path)).status).toBe(403);
  });
});

describe.each([
  {
    name: 'a consultation',
    path: '/consultations',
    add: consult,
    body: consultation,
    dayField: 'heldOn',
    recorded: 'consultation.recorded',
    changed: 'consultation.changed',
  },
  {
    name: 'a report',
    path: '/agency-reports',
    add: file,
    body: report,
    dayField: 'reportedOn',
    recorded: 'agency_report.recorded',
    changed: 'agency_report.changed',
  },
])('$name', ({ path, add, body, dayField, recorded, changed }) => {
  it('is recorded by school and council, once, and audited without its words', async () => {
    const item = await casework.aCase();
    const key = '01890000-0000-7000-8000-00000000000a';
    const address = `/referrals/${item.id}${path}`;
    const first = await senco.create(address, body, key);
    expect(first.status).toBe(201);
    expect((await senco.create(address, body, key)).body).toEqual(first.body);
    expect((await casework.changes(item.id)).map(({ event }) => event)).toEqual([recorded]);
    expect(JSON.stringify(await casework.events(item.id))).not.toMatch(/Grey|quiet|language|visit/);

    expect((await add(member, item)).status).toBe(403);
    expect((await add(provider, item)).status).toBe(403);
    expect((await add(otherSenco, item)).status).toBe(404);
    const elsewhere = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    expect((await add(elsewhere, item)).status).toBe(404);
  });

  it('is not of a day to come, and says which answer is wrong', async () => {
    const item = await casework.aCase();
    const late = await add(senco, item, { [dayField]: '2026-11-25' });
    expect([late.status, late.body.errors[0]]).toMatchObject([422, { pointer: `/${dayField}`, code: 'day_in_future' }]);
    expect((await add(senco, item, { [dayField]: today })).status).toBe(201);
  });

  it('is changed in the version that was read, and not once the case has ended', async () => {
    const item = await casework.aCase();
    const { id } = (await add(senco, item)).body;
    const changes = { ...body, [dayField]: '2026-09-01' };
    expect((await coordinator.put(`${path}/${id}`, changes, 2)).status).toBe(412);
    const answer = await coordinator.put(`${path}/${id}`, changes, 1);
    expect(answer.body).toMatchObject({ version: 2, [dayField]: '2026-09-01' });
    expect((await coordinator.get(`${path}/${id}`)).body).toEqual(answer.body);
    expect((await casework.changes(item.id)).at(-1)).toMatchObject({ event: changed });
    expect(answer.body.earlier).toMatchObject([
      { [dayField]: body[dayField as keyof typeof body], replacedByName: expect.any(String) },
    ]);
    expect((await otherSenco.put(`${path}/${id}`, changes, 2)).status).toBe(404);
    expect((await otherSenco.get(`${path}/${id}`)).status).toBe(404);
    expect((await member.put(`${path}/${id}`, changes, 2)).status).toBe(403);

    await casework.rows("update referrals set status = 'closed' where id = $1", [item.id]);
    const closed = await coordinator.put(`${path}/${id}`, changes, 2);
    expect([closed.status, closed.body.code]).toEqual([409, 'support_of_closed_case']);
    const added = await add(coordinator, item);
    expect([added.status, added.body.code]).toEqual([409, 'support_of_closed_case']);
    expect((await coordinator.get(`/referrals/${item.id}/support-history`)).body.canAdd).toBe(false);
  });
});

describe('what a consultation and a report said before', () => {
  it('is kept with each change, the newest first, for school and council and not for the panel', async () => {
    const item = await casework.aCase();
    const heldOn = `2027-04-${String(day++).padStart(2, '0')}`;
    await casework.aPanel(coordinator, { heldOn, cases: [item], status: 'papers_published' });
    const { id } = (await consult(senco, item)).body;
    await coordinator.put(`/consultations/${id}`, { ...consultation, advice: 'Second' }, 1);
    await senco.put(`/consultations/${id}`, { ...consultation, advice: 'Third' }, 2);
    const documentId = await aDocument(item);
    const { id: reportId } = (await file(senco, item, { documentId })).body;
    await senco.put(`/agency-reports/${reportId}`, { ...report, documentId: null, title: 'Other' }, 1);

    const seen = (await senco.get(`/referrals/${item.id}/support-history`)).body;
    expect(seen.consultations[0].advice).toBe('Third');
    expect(seen.consultations[0].earlier.map(({ advice }: { advice: string }) => advice)).toEqual([
      'Second',
      consultation.advice,
    ]);
    expect(seen.reports[0].earlier).toMatchObject([{ title: report.title, documentName: 'ep-advice.pdf' }]);
    const ofPanel = (await member.get(`/referrals/${item.id}/support-history`)).body;
    expect([ofPanel.consultations[0].earlier, ofPanel.reports[0].earlier]).toEqual([[], []]);
  });

  it('is never overwritten, not even by the owner of the tables', async () => {
    const item = await casework.aCase();
    const { id } = (await consult(senco, item)).body;
    const { id: reportId } = (await file(senco, item)).body;
    const keeping = /without keeping what it said/;
    await expect(casework.rows("update consultations set advice = 'x' where id = $1", [id])).rejects.toThrow(keeping);
    await expect(casework.rows("update agency_reports set title = 'x' where id = $1", [reportId])).rejects.toThrow(
      keeping,
    );
    await coordinator.put(`/consultations/${id}`, { ...consultation, advice: 'Second' }, 1);
    await coordinator.put(`/agency-reports/${reportId}`, { ...report, title: 'Second' }, 1);
    for (const table of ['earlier_consultations', 'earlier_agency_reports']) {
      await expect(casework.rows(`delete from ${table}`)).rejects.toThrow('cannot be changed or deleted');
    }
  });
});

describe('the document of a report', () => {
  it('is one of the same case that has not been removed', async () => {
    const [item, other] = [await casework.aCase(), await casework.aCase()];
    const foreign = await file(coordinator, item, { documentId: await aDocument(other) });
    expect([foreign.status, foreign.body.errors[0].code]).toEqual([422, 'document_not_of_case']);
    const documentId = await aDocument(item);
    const { id } = (await file(coordinator, item, { documentId })).body;
    await casework.rows(
      "update documents set removed_by = created_by, removed_at = now(), removal_reason = 'Twice' where id = $1",
      [documentId],
    );
    expect((await coordinator.get(`/agency-reports/${id}`)).body).toMatchObject({ documentName: null });
    expect((await file(coordinator, item, { documentId })).status).toBe(422);
  });
});
