import { jest } from '@jest/globals';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

jest.setTimeout(30_000);

let test: TestApplication;
let coordinator: SignedIn;
let senco: SignedIn;
let ownSchool: string;
let newSchool: string;

beforeAll(async () => {
  test = await startTestApplication();
  ownSchool = await test.rows.aSchool({ name: 'Alder School' });
  newSchool = await test.rows.aSchool({ name: 'Birch School' });
  coordinator = await test.signInAs('coordinator');
  senco = await test.signInAs('senco', { schoolId: ownSchool });
});

afterAll(() => test.close());

interface Known {
  readonly childId: string;
  readonly referralId: string;
  readonly upn: string;
}

async function aChild(options: Parameters<TestApplication['rows']['aReferral']>[0] = {}): Promise<Known> {
  const answers = test.rows.completeAnswers();
  const pupil = { ...answers.pupil, bornOn: '2016-03-05' };
  const referralId = await test.rows.aReferral({
    ...{ schoolId: ownSchool, status: 'accepted', answers: { ...answers, pupil } },
    ...options,
  });
  const [row] = await test.rows.query<{ childId: string; upn: string }>(
    'select c.id as "childId", c.upn from referrals r join children c on c.id = r.child_id where r.id = $1',
    [referralId],
  );
  return { childId: row?.childId ?? '', referralId, upn: row?.upn ?? '' };
}

const eventsOf = async (childId: string): Promise<string[]> =>
  (
    await test.rows.query<{ event: string }>(
      "select event from audit_events where subject_type = 'child' and subject_id = $1 order by id",
      [childId],
    )
  ).map(({ event }) => event);

describe('the record of a child', () => {
  it('has the facts, the checked UPN, the year by age, and every referral with its end', async () => {
    const { childId, upn } = await aChild({ status: 'declined' });
    const { body } = await coordinator.get(`/children/${childId}`).expect(200);
    expect(body).toMatchObject({
      upn: { value: upn, kind: 'permanent', isLaCodeKnown: true },
      bornOn: '2016-03-05',
      ncYear: '6',
      ncYearByAge: '6',
      isOutOfCohort: false,
      schools: [{ schoolName: 'Alder School', to: null, moveId: null }],
      referrals: [{ status: 'declined', declineReason: 'threshold_not_met', decision: null, outcome: null }],
    });
    expect(await eventsOf(childId)).toEqual(['child.viewed']);
  });

  it('is seen by a SENCo of the child’s school, with their own referrals only', async () => {
    const { childId } = await aChild({ status: 'closed' });
    const elsewhere = await test.rows.aReferral({ schoolId: newSchool, status: 'accepted' });
    await test.rows.query('update referrals set child_id = $1 where id = $2', [childId, elsewhere]);
    const own = await senco.get(`/children/${childId}`).expect(200);
    expect(own.body.referrals).toHaveLength(1);
    expect(own.body.schools.map(({ schoolName }: { schoolName: string }) => schoolName)).toEqual(['Alder School']);
    expect((await coordinator.get(`/children/${childId}`)).body.referrals).toHaveLength(2);
    const other = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    await other.get(`/children/${childId}`).expect(404);
    const member = await test.signInAs('panel_member');
    await member.get(`/children/${childId}`).expect(403);
  });

  it('is found by UPN and by name, never in an address, with a trace of the search', async () => {
    const { childId, upn } = await aChild();
    const answer = await coordinator.post('/children/search', {
      search: `${upn.slice(0, 4)} ${upn.slice(4).toLowerCase()}`,
    });
    expect(answer.body.items).toEqual([expect.objectContaining({ id: childId, upn, schoolName: 'Alder School' })]);
    const byName = await coordinator.post('/children/search', { search: 'robin test' }).expect(200);
    expect(byName.body.items.length).toBeGreaterThan(0);
    await coordinator.post('/children/search', { search: ' ' }).expect(422);
    await senco.post('/children/search', { search: 'robin' }).expect(403);
    const [event] = await test.rows.query("select detail from audit_events where event = 'child.searched' limit 1");
    expect(event).toEqual({ detail: {} });
  });
});

describe('the year group', () => {
  it('can be another one than the birth date says, and follows it again', async () => {
    const { childId } = await aChild();
    const changed = await coordinator.put(`/children/${childId}/nc-year`, { ncYear: '5' }, 1).expect(200);
    expect(changed.body).toMatchObject({ version: 2, ncYear: '5', ncYearByAge: '6', isOutOfCohort: true });
    const back = await coordinator.put(`/children/${childId}/nc-year`, { ncYear: '6' }, 2).expect(200);
    expect(back.body).toMatchObject({ ncYear: '6', isOutOfCohort: false });
    const [row] = await test.rows.query('select nc_year from children where id = $1', [childId]);
    expect(row).toEqual({ nc_year: null });
    expect(await eventsOf(childId)).toEqual(['child.nc_year_set', 'child.nc_year_set']);
    await coordinator.put(`/children/${childId}/nc-year`, { ncYear: '5' }, 1).expect(412);
    await coordinator.put(`/children/${childId}/nc-year`, { ncYear: '99' }, 3).expect(422);
    await senco.put(`/children/${childId}/nc-year`, { ncYear: '5' }, 3).expect(403);
  });
});

describe('a move to another school', () => {
  it('opens the record to the new school from that day, and leaves the old one its referrals', async () => {
    const { childId } = await aChild();
    const newSenco = await test.signInAs('senco', { schoolId: newSchool });
    await newSenco.get(`/children/${childId}`).expect(404);
    const moved = await coordinator
      .post(`/children/${childId}/moves`, { schoolId: newSchool, movedOn: '2026-11-24' })
      .expect(201);
    expect(moved.body.schools).toMatchObject([
      { schoolName: 'Birch School', from: '2026-11-24', to: null },
      { schoolName: 'Alder School', from: '2026-11-24', to: '2026-11-24', moveId: null },
    ]);
    const seen = await newSenco.get(`/children/${childId}`).expect(200);
    expect(seen.body).toMatchObject({ referrals: [], schools: [{ schoolName: 'Birch School' }] });
    expect((await senco.get(`/children/${childId}`).expect(200)).body).toMatchObject({
      referrals: [{ status: 'accepted' }],
      schools: [{ schoolName: 'Alder School' }],
    });
    expect(await eventsOf(childId)).toContain('child.moved');

    const [{ moveId }] = moved.body.schools;
    await newSenco.post(`/child-moves/${moveId}/remove`).expect(403);
    const removed = await coordinator.post(`/child-moves/${moveId}/remove`).expect(200);
    expect(removed.body.schools).toHaveLength(1);
    await coordinator.post(`/child-moves/${moveId}/remove`).expect(404);
    await newSenco.get(`/children/${childId}`).expect(404);
  });

  it.each([
    ['a day to come', { movedOn: '2026-11-25' }, '/movedOn'],
    ['a day before the birth', { movedOn: '2016-03-04' }, '/movedOn'],
    ['a school of nowhere', { schoolId: '00000000-0000-4000-8000-000000000000' }, '/schoolId'],
  ])('is refused for %s', async (_, changes, pointer) => {
    const { childId } = await aChild();
    const answer = await coordinator
      .post(`/children/${childId}/moves`, { schoolId: newSchool, movedOn: '2026-11-20', ...changes })
      .expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});

describe('siblings', () => {
  it('stand in both records, with how it is known, and can be unlinked', async () => {
    const [one, two] = [await aChild(), await aChild()];
    const linked = await senco
      .post(`/children/${one.childId}/siblings`, { upn: two.upn.toLowerCase(), reason: 'The mother said so' })
      .expect(201);
    expect(linked.body.siblings).toMatchObject([{ id: two.childId, reason: 'The mother said so' }]);
    const other = await senco.get(`/children/${two.childId}`).expect(200);
    expect(other.body.siblings).toMatchObject([{ id: one.childId }]);
    const again = await senco.post(`/children/${two.childId}/siblings`, { upn: one.upn, reason: 'Again' }).expect(422);
    expect(again.body.errors[0].pointer).toBe('/upn');
    const [{ linkId }] = linked.body.siblings;
    await senco.post(`/sibling-links/${linkId}/remove`).expect(200);
    await senco.post(`/sibling-links/${linkId}/remove`).expect(404);
    expect(await eventsOf(one.childId)).toContain('child.sibling_linked');
  });

  it('are linked and shown within what one may see', async () => {
    const [own, elsewhere] = [await aChild(), await aChild({ schoolId: newSchool })];
    const body = { upn: elsewhere.upn, reason: 'The mother said so' };
    const refused = await senco.post(`/children/${own.childId}/siblings`, body).expect(422);
    const absent = await senco.post(`/children/${own.childId}/siblings`, { ...body, upn: 'A000000000000' }).expect(422);
    // Nothing tells a child of another school from one that is not there.
    expect(refused.body).toEqual(absent.body);
    await coordinator.post(`/children/${own.childId}/siblings`, body).expect(201);
    expect((await senco.get(`/children/${own.childId}`)).body.siblings).toEqual([]);
    await senco.post(`/children/${own.childId}/siblings`, { upn: own.upn, reason: 'Self' }).expect(422);
  });
});
