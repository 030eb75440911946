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

beforeEach(() => test.clock.set('2026-11-24T10:00:00Z'));

let serial = 0;
const password = 'seven herons over the weir';

function body(changes: object = {}) {
  serial += 1;
  return {
    email: `invited-${serial}@test.example`,
    name: 'Grace Holloway',
    roles: [{ role: 'senco', schoolId, providerId: null }],
    ...changes,
  };
}

const invite = async (changes: object = {}, by = administrator) =>
  (await by.post('/invitations', body(changes)).expect(201)).body;

async function tokenFor(email: string): Promise<string> {
  const [row] = await test.rows.query<{ link_path: string }>(
    "select link_path from outbox_mails where to_address = $1 and kind = 'invitation' order by id desc limit 1",
    [email],
  );
  return row?.link_path.split('#')[1] ?? '';
}

const open = (token: string, by = test.anonymous) => by.post('/invitations/open', { token });
const accept = (token: string, chosen = password) =>
  test.anonymous.post('/invitations/accept', { token, password: chosen });

describe('an invitation', () => {
  it('is a mail with a link, of which only the hash is kept beside it, and says by when', async () => {
    const invitation = await invite();
    expect(invitation).toMatchObject({
      name: 'Grace Holloway',
      state: 'open',
      roles: [{ role: 'senco', organisationName: 'Oak Primary' }],
      expiresAt: '2026-12-01T10:00:00.000Z',
    });
    const [mail] = await test.rows.query('select * from outbox_mails where to_address = $1', [invitation.email]);
    expect(mail).toMatchObject({ holds_secret: true, body: expect.stringContaining('by 1 December 2026') });
    const token = await tokenFor(invitation.email);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await test.rows.query('select * from invitations'))).not.toContain(token);
    expect((await administrator.get('/invitations').expect(200)).body.items).toContainEqual(invitation);
  });

  it('makes an account with its roles, and its first session goes on with a second factor', async () => {
    const { email, id } = await invite();
    const token = await tokenFor(email);
    expect((await open(token).expect(200)).body).toMatchObject({ email, councilName: 'Testshire', hasAccount: false });
    const answer = await accept(token).expect(200);
    expect(answer.body).toMatchObject({ stage: 'enrolment', name: 'Grace Holloway', session: null });
    expect(answer.get('Set-Cookie')?.join()).toContain('panel-session=');
    const [user] = await test.rows.query<{ id: string; password_hash: string }>(
      'select * from users where email = $1',
      [email],
    );
    expect(user?.password_hash).toMatch(/^\$argon2id\$/);
    expect(await test.rows.query('select role, school_id from role_grants where user_id = $1', [user?.id])).toEqual([
      { role: 'senco', school_id: schoolId },
    ]);
    expect((await administrator.get(`/invitations/${id}`)).body.state).toBe('accepted');
    const events = await test.rows.query<{ event: string }>(
      "select event from audit_events where subject_type = 'invitation' and subject_id = $1 order by seq",
      [id],
    );
    expect(events.map(({ event }) => event)).toEqual(['user.invited', 'invitation.opened', 'invitation.accepted']);
    const again = await test.anonymous.post('/session', { email, password }).expect(200);
    expect(again.body.stage).toBe('enrolment');
  });

  it('works once, also when two accept at the same moment', async () => {
    const { email } = await invite();
    const token = await tokenFor(email);
    const statuses = (await Promise.all([accept(token), accept(token)])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect((await accept(token).expect(410)).body.code).toBe('invitation_link_dead');
    await open(token).expect(410);
  });

  it('keeps its link alive when the password is refused, and says which field', async () => {
    const { email } = await invite();
    const token = await tokenFor(email);
    const short = await accept(token, 'too short').expect(422);
    expect(short.body.errors).toMatchObject([{ pointer: '/password', code: 'password_too_short' }]);
    const personal = await accept(token, 'holloway and her dog').expect(422);
    expect(personal.body.errors).toMatchObject([{ code: 'password_personal' }]);
    await accept(token).expect(200);
  });

  it('is dead after seven days, when it is withdrawn, and when a newer one was sent', async () => {
    const old = await invite();
    test.clock.set('2026-12-01T10:00:01Z');
    await accept(await tokenFor(old.email)).expect(410);
    const late = await test.signInAs('administrator');
    expect((await late.get(`/invitations/${old.id}`)).body.state).toBe('expired');
    test.clock.set('2026-11-24T10:00:00Z');

    const withdrawn = await invite();
    const withdrawnToken = await tokenFor(withdrawn.email);
    const path = `/invitations/${withdrawn.id}/withdraw`;
    await administrator.post(path, {}, { version: withdrawn.version + 1 }).expect(412);
    await administrator.post(path, {}, { version: withdrawn.version }).expect(200);
    expect((await administrator.post(path, {}, { version: withdrawn.version + 1 }).expect(409)).body.code).toBe(
      'invitation_closed',
    );
    await accept(withdrawnToken).expect(410);

    const renewed = await invite();
    const first = await tokenFor(renewed.email);
    test.clock.set('2026-11-26T10:00:00Z');
    const token = await test.rows.aSession('administrator');
    const answer = await test
      .as(token)
      .post(`/invitations/${renewed.id}/send-again`, {}, { version: renewed.version })
      .expect(200);
    expect(answer.body.expiresAt).toBe('2026-12-03T10:00:00.000Z');
    await accept(first).expect(410);
    await accept(await tokenFor(renewed.email)).expect(200);
  });

  it('is refused without a role, with a wrong address, for a member, and twice', async () => {
    const refused = async (changes: object): Promise<string[]> =>
      (await administrator.post('/invitations', body(changes)).expect(422)).body.errors.map(
        ({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`,
      );
    expect(await refused({ roles: [] })).toEqual(['/roles roles_missing']);
    expect(await refused({ email: 'grace@' })).toEqual(['/email is_email']);
    expect(await refused({ roles: [{ role: 'senco', schoolId: null, providerId: null }] })).toEqual([
      '/roles/0/schoolId school_missing',
    ]);
    const member = await test.rows.aUser('Member', null, 'member@test.example');
    await test.rows.grant(member, 'coordinator');
    expect(await refused({ email: 'Member@Test.Example' })).toEqual(['/email invited_is_member']);
    const { email } = await invite();
    expect(await refused({ email })).toEqual(['/email invited_already']);
  });

  it('is sent once when the request is repeated under its key', async () => {
    const wanted = body();
    const key = crypto.randomUUID();
    const first = await administrator.post('/invitations', wanted, { key }).expect(201);
    const second = await administrator.post('/invitations', wanted, { key }).expect(201);
    expect(second.body).toEqual(first.body);
    expect(await test.rows.query('select 1 from outbox_mails where to_address = $1', [wanted.email])).toHaveLength(1);
  });

  it('is for administrators, and those of another authority see nothing of it', async () => {
    await (await test.signInAs('coordinator')).post('/invitations', body()).expect(403);
    const { id } = await invite();
    const elsewhere = await test.signInAs('administrator', { authorityId: await test.rows.anAuthority('Elsewhere') });
    await elsewhere.get(`/invitations/${id}`).expect(404);
    expect((await elsewhere.get('/invitations')).body.items).toEqual([]);
  });

  it('with a token of nothing is dead, and too many tries from one machine wait', async () => {
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 61; attempt += 1) statuses.add((await open('nonsense')).status);
    expect([...statuses]).toEqual([410, 429]);
    test.clock.set('2026-11-24T10:06:00Z');
    await open('nonsense').expect(410);
  });
});

describe('an invitation of somebody who works for another authority', () => {
  async function aStranger() {
    const elsewhere = await test.rows.anAuthority(`Elsewhere ${serial}`);
    const email = `stranger-${serial}@test.example`;
    const userId = await test.rows.aUser('Kim Stranger', null, email);
    const session = test.as(await test.rows.aSession('coordinator', { authorityId: elsewhere }, userId));
    return { email, userId, session };
  }

  it('looks to the administrator like any other, also afterwards', async () => {
    test.clock.set('2026-11-24T11:00:00Z');
    const by = await test.signInAs('administrator');
    const { email } = await aStranger();
    const known = await invite({ email }, by);
    const unknown = await invite({}, by);
    const shape = ({ id, email: _email, ...rest }: Record<string, unknown>) => ({ ...rest, hasId: Boolean(id) });
    expect(shape(known)).toEqual(shape(unknown));
    const mails = await test.rows.query<{ body: string }>(
      "select body from outbox_mails where to_address = any($1) and kind = 'invitation'",
      [[email, unknown.email]],
    );
    expect(mails[0]?.body).toBe(mails[1]?.body);
    expect((await by.post('/users/search', { search: 'stranger-' })).body.items).toEqual([]);
  });

  it('is accepted by the person when signed in, never by a new password', async () => {
    test.clock.set('2026-11-24T11:00:00Z');
    const by = await test.signInAs('administrator');
    const { email, userId, session } = await aStranger();
    await invite({ email }, by);
    const token = await tokenFor(email);
    expect((await open(token).expect(200)).body).toMatchObject({ hasAccount: true });
    expect((await accept(token).expect(409)).body.code).toBe('invitation_needs_sign_in');
    const another = await test.signInAs('coordinator');
    expect((await another.post('/invitations/accept-as-self', { token }).expect(409)).body.code).toBe(
      'invitation_of_another',
    );
    await session.post('/invitations/accept-as-self', { token }).expect(200);
    await session.post('/invitations/accept-as-self', { token }).expect(410);
    const grants = await test.rows.query('select 1 from role_grants where authority_id = 1 and user_id = $1', [userId]);
    expect(grants).toHaveLength(1);
    expect((await by.get(`/users/${userId}`).expect(200)).body.roles).toMatchObject([{ role: 'senco' }]);
  });
});
