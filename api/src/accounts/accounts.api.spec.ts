import { hash } from '@node-rs/argon2';

import { hashPassword, isOutdatedHash } from '../auth/password.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { until } from '../testing/until.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

beforeEach(async () => {
  test.clock.set('2026-11-24T10:00:00Z');
  await test.rows.query('delete from rate_limits');
});

const oldPassword = 'seven herons over the weir';
const newPassword = 'eight otters under the mill';
let serial = 0;

interface Owner {
  readonly userId: string;
  readonly email: string;
  readonly session: SignedIn;
}

async function anOwner(): Promise<Owner> {
  serial += 1;
  const email = `owner-${serial}@test.example`;
  const userId = await test.rows.aUser('Jo Bloggs', await hashPassword(oldPassword), email);
  return { userId, email, session: test.as(await test.rows.aSession('coordinator', {}, userId)) };
}

const ask = (email: string) => test.anonymous.post('/password-resets', { email });
const reset = (token: string, password = newPassword) =>
  test.anonymous.post('/password-resets/complete', { token, password });
const signIn = (email: string, password: string) => test.anonymous.post('/session', { email, password });

const mailsTo = (email: string, kind: string) =>
  test.rows.query<{ link_path: string; body: string }>(
    'select * from outbox_mails where to_address = $1 and kind = $2 order by id',
    [email, kind],
  );

async function resetToken(email: string, count = 1): Promise<string> {
  await until(async () => (await mailsTo(email, 'password_reset')).length >= count);
  return (await mailsTo(email, 'password_reset')).at(-1)?.link_path.split('#')[1] ?? '';
}

async function eventsOf(userId: string): Promise<string[]> {
  const rows = await test.rows.query<{ event: string }>(
    "select event from audit_events where subject_id = $1 and event like 'account.%' order by seq",
    [userId],
  );
  return rows.map(({ event }) => event);
}

describe('a forgotten password', () => {
  it('is set anew by the link in the mail, once, and ends every session', async () => {
    const { email, userId, session } = await anOwner();
    await ask(email.toUpperCase()).expect(202);
    const token = await resetToken(email);
    expect(JSON.stringify(await test.rows.query('select * from account_links'))).not.toContain(token);
    await session.get('/session').expect(200);
    await reset(token).expect(204);
    await session.get('/session').expect(401);
    await reset(token).expect(410);
    await signIn(email, oldPassword).expect(401);
    expect((await signIn(email, newPassword).expect(200)).body.stage).not.toBe('open');
    expect(await mailsTo(email, 'password_changed')).toHaveLength(1);
    expect(await eventsOf(userId)).toEqual(['account.reset_requested', 'account.password_reset']);
  });

  it('leaves the second factor in place', async () => {
    const { email, userId } = await anOwner();
    await test.rows.query(
      "insert into passkeys (user_id, credential_id, public_key, counter, transports, name, created_at) values ($1, $2, '\\x00', 0, '{}', 'Key', now())",
      [userId, `credential-${serial}`],
    );
    await ask(email).expect(202);
    await reset(await resetToken(email)).expect(204);
    expect((await signIn(email, newPassword).expect(200)).body).toMatchObject({
      stage: 'second_factor',
      factors: ['passkey'],
      session: null,
    });
  });

  it('is answered alike, and before anybody is looked up, for known and unknown addresses', async () => {
    const { email } = await anOwner();
    const unknown = await ask('nobody@test.example').expect(202);
    // Whoever looks up or writes waits here; the answer does not.
    await test.rows.query('begin');
    await test.rows.query('lock table account_links in access exclusive mode');
    const known = await ask(email).expect(202);
    await test.rows.query('rollback');
    expect(known.text).toBe(unknown.text);
    expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
    await resetToken(email);
    expect(await mailsTo('nobody@test.example', 'password_reset')).toEqual([]);
  });

  it('is not set by a link that is an hour old, of somebody deactivated, or of nothing', async () => {
    const { email, userId } = await anOwner();
    await ask(email).expect(202);
    const token = await resetToken(email);
    test.clock.set('2026-11-24T11:00:00Z');
    await reset(token).expect(410);
    test.clock.set('2026-11-24T10:30:00Z');
    await test.rows.query('update users set is_active = false where id = $1', [userId]);
    await reset(token).expect(410);
    await test.rows.query('update users set is_active = true where id = $1', [userId]);
    await reset('nonsense').expect(410);
    expect((await reset(token, 'Password12345678').expect(422)).body.errors).toMatchObject([
      { pointer: '/password', code: 'password_common' },
    ]);
    await reset(token).expect(204);
  });

  it('can be asked for by a stranger without spoiling the links of the owner, and the mails have an end', async () => {
    const { email } = await anOwner();
    await ask(email).expect(202);
    const first = await resetToken(email);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) statuses.push((await ask(email)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 429, 429]);
    await resetToken(email, 5);
    await reset(first).expect(204);
    await signIn(email, newPassword).expect(200);
  });

  it('of somebody without any role sends nothing', async () => {
    const email = 'former@test.example';
    await test.rows.aUser('Former', await hashPassword(oldPassword), email);
    await ask(email).expect(202);
    const { email: other } = await anOwner();
    await ask(other).expect(202);
    await resetToken(other);
    expect(await mailsTo(email, 'password_reset')).toEqual([]);
  });
});

describe('a password', () => {
  it('is changed in a session that was confirmed just now, and the other sessions end', async () => {
    const { email, userId, session } = await anOwner();
    const elsewhere = test.as(await openedAgain(userId));
    const refused = await session.post('/account/password', { password: 'jo and bloggs go out' }).expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/password', code: 'password_personal' }]);
    await session.post('/account/password', { password: newPassword }).expect(204);
    await session.get('/session').expect(200);
    await elsewhere.get('/session').expect(401);
    await signIn(email, newPassword).expect(200);
    expect(await mailsTo(email, 'password_changed')).toHaveLength(1);
    expect(await eventsOf(userId)).toEqual(['account.password_changed']);
    test.clock.set('2026-11-24T10:06:00Z');
    const late = await session.post('/account/password', { password: oldPassword }).expect(403);
    expect(late.body.code).toBe('confirmation_needed');
  });

  it('whose hash was made with other costs is hashed anew at the next sign-in', async () => {
    const { email, userId } = await anOwner();
    const weak = await hash(oldPassword, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await test.rows.query('update users set password_hash = $2 where id = $1', [userId, weak]);
    await signIn(email, 'wrong but long enough').expect(401);
    const kept = async () =>
      (await test.rows.query<{ password_hash: string }>('select password_hash from users where id = $1', [userId]))[0]
        ?.password_hash ?? '';
    expect(await kept()).toBe(weak);
    await signIn(email, oldPassword).expect(200);
    expect(isOutdatedHash(await kept())).toBe(false);
    await signIn(email, oldPassword).expect(200);
  });
});

describe('an email address', () => {
  it('changes when the new one is confirmed, and the old one is told', async () => {
    const { email, userId, session } = await anOwner();
    const wanted = `New.${serial}@Test.Example`;
    await session.post('/account/email', { email: wanted }).expect(202);
    const [mail] = await mailsTo(wanted.toLowerCase(), 'email_change');
    expect(await mailsTo(email, 'email_change')).toHaveLength(1);
    const token = mail?.link_path.split('#')[1] ?? '';
    await signIn(email, oldPassword).expect(200);
    const confirmed = await test.anonymous.post('/account/email/confirm', { token }).expect(200);
    expect(confirmed.body).toEqual({ email: wanted.toLowerCase() });
    await test.anonymous.post('/account/email/confirm', { token }).expect(410);
    await signIn(email, oldPassword).expect(401);
    await signIn(wanted, oldPassword).expect(200);
    expect(await mailsTo(email, 'email_changed')).toHaveLength(1);
    expect(await eventsOf(userId)).toEqual(['account.email_change_requested', 'account.email_changed']);
  });

  it('of somebody else is answered alike and sends no link; one that is taken in between changes nothing', async () => {
    const owner = await anOwner();
    const other = await anOwner();
    const free = await owner.session.post('/account/email', { email: `free-${serial}@test.example` }).expect(202);
    const taken = await owner.session.post('/account/email', { email: other.email }).expect(202);
    expect(taken.text).toBe(free.text);
    expect(await mailsTo(other.email, 'email_change')).toEqual([]);
    const [mail] = await mailsTo(`free-${serial}@test.example`, 'email_change');
    await test.rows.aUser('Quicker', null, `free-${serial}@test.example`);
    const token = mail?.link_path.split('#')[1] ?? '';
    await test.anonymous.post('/account/email/confirm', { token }).expect(410);
    await signIn(owner.email, oldPassword).expect(200);
    expect((await owner.session.post('/account/email', { email: owner.email }).expect(422)).body.errors).toMatchObject([
      { pointer: '/email', code: 'email_is_own' },
    ]);
  });
});

/** One more open session of somebody who has one. */
async function openedAgain(userId: string): Promise<string> {
  await test.rows.query('delete from role_grants where user_id = $1', [userId]);
  return test.rows.aSession('coordinator', {}, userId);
}
