import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;
let schoolId: string;

beforeAll(async () => {
  test = await startTestApplication();
  administrator = await test.signInAs('administrator');
  schoolId = await test.rows.aSchool({ name: 'Oak Primary' });
});

afterAll(() => test.close());

async function aPerson(name = 'Jo Bloggs'): Promise<string> {
  const userId = await test.rows.aUser(name);
  await test.rows.grant(userId, 'coordinator');
  return userId;
}

const read = async (userId: string) => (await administrator.get(`/users/${userId}`).expect(200)).body;

async function newest(table: string, where: string): Promise<Record<string, unknown> | undefined> {
  const order = table === 'outbox_mails' ? 'created_at desc, id' : 'seq';
  return (await test.rows.query(`select * from ${table} where ${where} order by ${order} desc limit 1`))[0];
}

describe('the list of people', () => {
  it('shows those of the authority, by name, with their roles, and finds by part of a name or address', async () => {
    const userId = await test.rows.aUser('Zora Quill', null, 'zora@quill.example');
    await test.rows.grant(userId, 'senco', { schoolId });
    const other = await test.rows.anAuthority('Elsewhere');
    const stranger = await test.rows.aUser('Zora Stranger', null, 'zora@stranger.example');
    await test.rows.grant(stranger, 'coordinator', { authorityId: other });
    const { body } = await administrator.post('/users/search', { search: 'ZORA' }).expect(200);
    expect(body).toEqual({
      items: [
        {
          id: userId,
          name: 'Zora Quill',
          email: 'zora@quill.example',
          state: 'active',
          roles: [{ id: expect.any(String), role: 'senco', organisationName: 'Oak Primary', isFromSignOn: false }],
          lastSignedInAt: null,
        },
      ],
      nextAfter: null,
    });
    expect((await administrator.post('/users/search', { search: '@quill' }).expect(200)).body.items).toHaveLength(1);
    await administrator.get(`/users/${stranger}`).expect(404);
  });

  it('takes no name and no email address in an address, which is written down on the way', async () => {
    const { body } = await administrator.get('/users?search=Zora').expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/search' })]);
  });

  it('comes page by page, each person once, sorted as names are', async () => {
    for (let count = 0; count < 60; count += 1) await aPerson(count % 2 ? `Éva ${count}` : `adam ${count}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { items: { name: string }[]; nextAfter: string | null } = (
        await administrator.get(`/users${after ? `?after=${after}` : ''}`).expect(200)
      ).body;
      seen.push(...page.items.map(({ name }) => name));
      after = page.nextAfter;
    } while (after);
    const { body } = await administrator.post('/users/search', { search: 'Éva' }).expect(200);
    expect(body.items).toHaveLength(30);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort(new Intl.Collator('en-GB').compare));
  });

  it('is for administrators', async () => {
    await (await test.signInAs('coordinator')).get('/users').expect(403);
  });
});

describe('a role', () => {
  it('is given, told by mail, audited, and holds at the next request', async () => {
    const userId = await test.rows.aUser('Sam Senco');
    const person = test.as(await test.rows.aSession('board_member', {}, userId));
    await person.get('/referrals').expect(403);
    const { version } = await read(userId);
    const body = { role: 'senco', schoolId, providerId: null };
    const answer = await administrator.post(`/users/${userId}/roles`, body, { version }).expect(200);
    expect(answer.body).toMatchObject({ version: version + 1, openSessions: 1 });
    expect(answer.body.roles).toContainEqual(
      expect.objectContaining({ role: 'senco', organisationName: 'Oak Primary' }),
    );
    await person.get('/referrals').expect(200);
    expect(await newest('outbox_mails', `user_id = '${userId}'`)).toMatchObject({
      kind: 'roles_changed',
      body: expect.stringContaining('SENCo at Oak Primary'),
    });
    expect(await newest('audit_events', `subject_id = '${userId}'`)).toMatchObject({ event: 'user.role_granted' });
  });

  it('is refused without its school, with one of another authority, or twice', async () => {
    const userId = await aPerson();
    const { version } = await read(userId);
    const give = (body: object) => administrator.post(`/users/${userId}/roles`, body, { version });
    const missing = await give({ role: 'senco', schoolId: null, providerId: null }).expect(422);
    expect(missing.body.errors).toMatchObject([{ pointer: '/schoolId', code: 'school_missing' }]);
    const needless = await give({ role: 'coordinator', schoolId, providerId: null }).expect(422);
    expect(needless.body.errors).toMatchObject([{ code: 'school_not_needed' }]);
    const elsewhere = await test.rows.aSchool({ authorityId: await test.rows.anAuthority('Far away') });
    const foreign = await give({ role: 'senco', schoolId: elsewhere, providerId: null }).expect(422);
    expect(foreign.body.errors).toMatchObject([{ pointer: '/schoolId', code: 'organisation_unknown' }]);
    await give({ role: 'coordinator', schoolId: null, providerId: null }).expect(409);
    expect((await read(userId)).version).toBe(version);
  });

  it('is taken away; with the last one the sessions end', async () => {
    const userId = await test.rows.aUser();
    const person = test.as(await test.rows.aSession('coordinator', {}, userId));
    const before = await read(userId);
    const answer = await administrator
      .send('delete', `/users/${userId}/roles/${before.roles[0].id}`, { version: before.version })
      .expect(200);
    expect(answer.body).toMatchObject({ state: 'without_role', roles: [], openSessions: 0 });
    await person.get('/session').expect(401);
  });

  it('of an administrator is not taken away by themselves, but by another', async () => {
    const userId = await test.rows.aUser('Second Administrator');
    const self = test.as(await test.rows.aSession('administrator', {}, userId));
    const { version, roles } = await read(userId);
    const path = `/users/${userId}/roles/${roles[0].id}`;
    expect((await self.send('delete', path, { version }).expect(409)).body.code).toBe('own_administration');
    expect((await self.post(`/users/${userId}/deactivate`, {}, { version }).expect(409)).body.code).toBe('own_account');
    await administrator.send('delete', path, { version }).expect(200);
  });

  it('is given only by somebody who has signed in just now', async () => {
    const token = await test.rows.aSession('administrator');
    await test.rows.query(
      "update sessions set confirmed_at = confirmed_at - interval '6 minutes' where user_id = (select user_id from sessions order by created_at desc, id desc limit 1)",
    );
    const userId = await aPerson();
    const { version } = await read(userId);
    const body = { role: 'board_member', schoolId: null, providerId: null };
    const answer = await test.as(token).post(`/users/${userId}/roles`, body, { version }).expect(403);
    expect(answer.body.code).toBe('confirmation_needed');
  });
});

describe('a deactivated person', () => {
  it('is out at the next request, keeps their roles for later, and comes back with them', async () => {
    const userId = await test.rows.aUser('Ola Leaver');
    const person = test.as(await test.rows.aSession('senco', { schoolId }, userId));
    await person.get('/referrals').expect(200);
    const before = await read(userId);
    const out = await administrator.post(`/users/${userId}/deactivate`, {}, { version: before.version }).expect(200);
    expect(out.body).toMatchObject({ state: 'deactivated', openSessions: 0, roles: before.roles });
    await person.get('/referrals').expect(401);
    const grant = { role: 'coordinator', schoolId: null, providerId: null };
    expect(
      (await administrator.post(`/users/${userId}/roles`, grant, { version: out.body.version }).expect(409)).body.code,
    ).toBe('user_deactivated');
    await administrator.post(`/users/${userId}/deactivate`, {}, { version: out.body.version }).expect(409);

    const back = await administrator.post(`/users/${userId}/reactivate`, {}, { version: out.body.version }).expect(200);
    expect(back.body).toMatchObject({ state: 'active', roles: before.roles });
    await person.get('/referrals').expect(401);
    await test
      .as(await test.rows.aSession('board_member', {}, userId))
      .get('/referrals')
      .expect(200);
  });

  it('keeps their work for another authority', async () => {
    const userId = await aPerson('In Two Places');
    const elsewhere = await test.rows.anAuthority('Second Council');
    const there = test.as(await test.rows.aSession('coordinator', { authorityId: elsewhere }, userId));
    const { version } = await read(userId);
    await administrator.post(`/users/${userId}/deactivate`, {}, { version }).expect(200);
    await there.get('/referrals').expect(200);
  });
});

describe('a second factor', () => {
  it('is reset for somebody who lost theirs: it is gone, the sessions end, and the person is told', async () => {
    const userId = await test.rows.aUser('Lost Phone');
    const person = test.as(await test.rows.aSession('coordinator', {}, userId));
    await test.rows.query(
      "insert into passkeys (user_id, credential_id, public_key, counter, transports, name, created_at) values ($1, 'lost', '\\x00', 0, '{}', 'Key', now())",
      [userId],
    );
    const { version, signInMethods } = await read(userId);
    expect(signInMethods).toMatchObject({ hasPassword: false, passkeys: 1 });
    const answer = await administrator.post(`/users/${userId}/reset-second-factor`, {}, { version }).expect(200);
    expect(answer.body).toMatchObject({ signInMethods: { passkeys: 0 }, openSessions: 0 });
    await person.get('/session').expect(401);
    expect(await newest('audit_events', `subject_id = '${userId}'`)).toMatchObject({ event: 'sign_in_method.reset' });
    expect(await newest('outbox_mails', `user_id = '${userId}'`)).toMatchObject({ kind: 'sign_in_methods_changed' });
    await administrator.post(`/users/${userId}/reset-second-factor`, {}, { version }).expect(412);
  });

  it('of their own is not reset by an administrator', async () => {
    const userId = await test.rows.aUser();
    const self = test.as(await test.rows.aSession('administrator', {}, userId));
    const { version } = await read(userId);
    const answer = await self.post(`/users/${userId}/reset-second-factor`, {}, { version }).expect(409);
    expect(answer.body.code).toBe('own_second_factor');
  });
});

describe('a name', () => {
  it('is changed by whoever saw the newest version', async () => {
    const userId = await aPerson('Old Name');
    const { version } = await read(userId);
    const answer = await administrator.put(`/users/${userId}/name`, { name: ' New Name ' }, version).expect(200);
    expect(answer.body).toMatchObject({ name: 'New Name', version: version + 1 });
    await administrator.put(`/users/${userId}/name`, { name: 'Newer' }, version).expect(412);
    await administrator.put(`/users/${userId}/name`, { name: ' ' }, version + 1).expect(422);
    expect(await newest('audit_events', `subject_id = '${userId}'`)).toMatchObject({ event: 'user.renamed' });
  });

  it('of a person of another authority is out of reach', async () => {
    const elsewhere = await test.rows.anAuthority('Third Council');
    const stranger = await test.rows.aUser();
    await test.rows.grant(stranger, 'coordinator', { authorityId: elsewhere });
    await administrator.put(`/users/${stranger}/name`, { name: 'Mine' }, 1).expect(404);
  });
});
