import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;
let coordinator: SignedIn;
let senco: SignedIn;
let ownId: string;
let otherId: string;
let trustId: string;

beforeAll(async () => {
  test = await startTestApplication();
  ownId = await test.rows.aSchool({ name: 'Alder School' });
  otherId = await test.rows.aSchool({ name: 'Beech 100% School', phase: 'special' });
  const [trust] = await test.rows.query<{ id: string }>(
    "insert into trusts (authority_id, uid, name) values (1, '1001', 'Wood Trust') returning id",
  );
  trustId = trust?.id ?? '';
  await test.rows.query(
    "update schools set trust_id = $1, la_code = '857', establishment_number = '2001' where id = $2",
    [trustId, ownId],
  );
  administrator = await test.signInAs('administrator');
  coordinator = await test.signInAs('coordinator');
  senco = await test.signInAs('senco', { schoolId: ownId });
});

afterAll(() => test.close());

const correction = {
  ...{ name: 'Alder School', phase: 'primary', status: 'open', closedOn: null, headTeacher: 'Dr Ada Example' },
  ...{ street: '', town: '', postcode: '', reason: 'She began this week' },
};
const versionOf = async (id: string): Promise<number> => (await administrator.get(`/schools/${id}`)).body.version;

describe('the register of schools', () => {
  it('is searched, filtered and leafed through', async () => {
    await test.rows.query(
      "insert into schools (authority_id, urn, name, phase) select 1, (800000 + n)::text, 'Page ' || lpad(n::text, 3, '0'), 'nursery' from generate_series(1, 60) n",
    );
    const first = await coordinator.get('/school-register?phase=nursery').expect(200);
    expect({ total: first.body.total, onPage: first.body.items.length }).toEqual({ total: 60, onPage: 25 });
    const second = await coordinator.get(`/school-register?phase=nursery&after=${first.body.nextAfter}`).expect(200);
    const third = await coordinator.get(`/school-register?phase=nursery&after=${second.body.nextAfter}`).expect(200);
    const names = [first, second, third].flatMap(({ body }) => body.items.map(({ name }: { name: string }) => name));
    expect(names).toEqual(Array.from({ length: 60 }, (_, index) => `Page ${String(index + 1).padStart(3, '0')}`));
    expect(third.body.nextAfter).toBeNull();
    await test.rows.query("delete from schools where phase = 'nursery'");
  });

  it.each([
    ['a part of the name, whatever characters it has', '100%', ['Beech 100% School']],
    ['the LAESTAB', '857/2001', ['Alder School']],
    ['a character of patterns as itself', '%', ['Beech 100% School']],
  ])('finds %s', async (_, search, found) => {
    const { body } = await coordinator.get(`/school-register?search=${encodeURIComponent(search)}`).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(found);
  });

  it('says of a closed school which open ones came after it, through one that closed, too', async () => {
    const made: { readonly id: string; readonly urn: string }[] = [];
    for (const name of ['First', 'Second', 'Last']) {
      const id = await test.rows.aSchool({ name: `${name} of a line` });
      const [row] = await test.rows.query<{ urn: string }>('select urn from schools where id = $1', [id]);
      made.push({ id, urn: row?.urn ?? '' });
    }
    const [first, second, last] = made;
    if (!first || !second || !last) throw new Error('there are three');
    await test.rows.query("update schools set status = 'closed', closed_on = '2019-08-31' where id = any($1)", [
      [first.id, second.id],
    ]);
    // In a ring, as a mistake of the register might have it.
    for (const [before, after] of [
      [first, second],
      [second, first],
      [second, last],
    ] as const) {
      await test.rows.query(
        'insert into school_links (authority_id, predecessor_urn, successor_urn) values (1, $1, $2)',
        [before.urn, after.urn],
      );
    }
    const { body } = await coordinator.get('/schools?search=of a line').expect(200);
    const found = body.items.map(({ name, closedOn, successors }: Record<string, unknown>) => [
      name,
      closedOn,
      successors,
    ]);
    const successor = { id: last.id, urn: last.urn, name: 'Last of a line' };
    expect(found).toEqual([
      ['First of a line', '2019-08-31', [successor]],
      ['Last of a line', null, []],
      ['Second of a line', '2019-08-31', [successor]],
    ]);
    // No referral begins there, for the school or on its behalf.
    const refused = await coordinator
      .post('/referrals/on-behalf', {
        ...{ schoolId: first.id, receivedFrom: 'A SENCo', receivedOn: '2026-11-20', channel: 'email' },
      })
      .expect(422);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/schoolId', code: 'school_closed' });
    expect(refused.body.errors[0].detail).toContain('Its successor is Last of a line.');
    const own = await test.signInAs('senco', { schoolId: first.id });
    expect((await own.post('/referrals', { schoolId: first.id }).expect(422)).body.errors[0].code).toBe(
      'school_closed',
    );
    await test.rows.query('delete from school_links');
    await test.rows.query("delete from schools where name like '% of a line' and id <> $1", [first.id]);
    await test.rows.query("update schools set name = 'Gone' where id = $1", [first.id]);
  });

  it('filters by trust, and a trust has its schools', async () => {
    const { body } = await coordinator.get(`/school-register?trustId=${trustId}`).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ name: 'Alder School', trustName: 'Wood Trust' })]);
    expect((await coordinator.get('/trusts').expect(200)).body.items).toEqual([
      { id: trustId, uid: '1001', name: 'Wood Trust', openSchools: 1 },
    ]);
    expect((await coordinator.get(`/trusts/${trustId}`).expect(200)).body.schools).toHaveLength(1);
  });

  it('is closed to SENCos, who choose among their own schools', async () => {
    await senco.get('/school-register').expect(403);
    const { body } = await senco.get('/schools').expect(200);
    expect(body).toMatchObject({ items: [{ id: ownId, isClosed: false }], isCut: false });
  });

  it('gives at most 500 to choose from, and more by search', async () => {
    await test.rows.query(
      "insert into schools (authority_id, urn, name, phase) select 1, (700000 + n)::text, 'Many ' || n, 'nursery' from generate_series(1, 600) n",
    );
    const all = await coordinator.get('/schools').expect(200);
    expect({ count: all.body.items.length, isCut: all.body.isCut }).toEqual({ count: 500, isCut: true });
    const one = await coordinator.get('/schools?search=Many 599').expect(200);
    expect(one.body.items).toHaveLength(1);
    await test.rows.query("delete from schools where phase = 'nursery'");
  });
});

describe('one school', () => {
  it('shows who works there and how many referrals are open; a SENCo sees their own only', async () => {
    await test.rows.aReferral({ schoolId: ownId, status: 'accepted' });
    await test.rows.aReferral({ schoolId: ownId, status: 'closed' });
    await test.rows.aReferral({ schoolId: ownId, status: 'draft' });
    const { body } = await senco.get(`/schools/${ownId}`).expect(200);
    expect(body).toMatchObject({ openReferrals: 1, laestab: '857/2001', trust: { name: 'Wood Trust' } });
    expect(body.people).toEqual([expect.objectContaining({ role: 'senco' })]);
    await senco.get(`/schools/${otherId}`).expect(404);
    await coordinator.get(`/schools/${otherId}`).expect(200);
  });
});

describe('correcting a school by hand', () => {
  it('keeps what the register says beside it, and can be taken back', async () => {
    const version = await versionOf(ownId);
    const corrected = await administrator.post(`/schools/${ownId}/correct`, correction, { version }).expect(200);
    expect(corrected.body).toMatchObject({
      version: version + 1,
      headTeacher: 'Dr Ada Example',
      corrections: [{ field: 'headTeacher', registerValue: '', reason: 'She began this week' }],
    });
    const again = await administrator
      .post(`/schools/${ownId}/correct`, { ...correction, headTeacher: 'Dr Eve Example' }, { version: version + 1 })
      .expect(200);
    // What the register says is not what somebody had corrected before.
    expect(again.body.corrections).toEqual([expect.objectContaining({ registerValue: '' })]);
    const followed = await administrator
      .post(`/schools/${ownId}/follow-register`, {}, { version: version + 2 })
      .expect(200);
    expect(followed.body).toMatchObject({ headTeacher: '', corrections: [] });
    const events = await test.rows.query<{ event: string; detail: object }>(
      "select event, detail from audit_events where subject_type = 'school' and subject_id = $1 order by id",
      [ownId],
    );
    expect(events).toEqual([
      { event: 'school.corrected', detail: { fields: 'headTeacher' } },
      { event: 'school.corrected', detail: { fields: 'headTeacher' } },
      { event: 'school.register_followed', detail: {} },
    ]);
  });

  it('is refused where it makes no sense, when it is stale, and to others', async () => {
    const version = await versionOf(otherId);
    const same = { ...correction, name: 'Beech 100% School', phase: 'special', headTeacher: '' };
    const path = `/schools/${otherId}/correct`;
    expect((await administrator.post(path, same, { version }).expect(409)).body.code).toBe('school_unchanged');
    const closed = await administrator.post(path, { ...same, status: 'closed' }, { version }).expect(422);
    expect(closed.body.errors[0].pointer).toBe('/closedOn');
    await administrator.post(path, { ...same, reason: ' ' }, { version }).expect(422);
    await administrator.post(path, correction, { version: version + 1 }).expect(412);
    await administrator.post(path, correction).expect(428);
    await coordinator.post(path, correction, { version }).expect(403);
    await administrator.post(`/schools/${otherId}/follow-register`, {}, { version }).expect(409);
  });
});
