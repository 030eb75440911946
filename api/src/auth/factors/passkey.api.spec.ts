import { SoftPasskey } from '../../testing/soft-passkey.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../../testing/test-application.js';
import {
  aPersonWithApp,
  aPersonWithPassword,
  appCode,
  testPassword,
  tokenOf,
  withPassword,
} from '../../testing/test-sign-in.js';
import { SignInMethodsService } from './sign-in-methods.service.js';
import { Transactions } from '../../database/transactions.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication('2026-11-24', { arePasskeysRequired: true });
});

afterAll(() => test.close());

const start = Date.parse('2026-11-24T10:00:00Z');
const later = (seconds: number): void => test.clock.set(new Date(start + seconds * 1000).toISOString());
afterEach(() => later(0));

async function add(person: SignedIn, key: SoftPasskey, name = 'My laptop', flaws = {}) {
  const { options } = (await person.post('/account/passkeys/options').expect(200)).body;
  return person.post('/account/passkeys', { name, credential: key.register(options, flaws) });
}

async function show(person: SignedIn, key: SoftPasskey, flaws = {}) {
  const { options } = (await person.post('/session/passkey-options').expect(200)).body;
  return person.post('/session/second-factor', { factor: 'passkey', value: key.authenticate(options, flaws) });
}

async function aPersonWithPasskey(role?: 'administrator') {
  const person = await aPersonWithPassword(test, role);
  const key = new SoftPasskey();
  const added = await add(await withPassword(test, person.email), key);
  expect(added.status).toBe(200);
  return { ...person, key, token: tokenOf(added), recoveryCodes: added.body.recoveryCodes as string[] };
}

describe('a passkey', () => {
  it('set up at the first sign-in opens the session, and signs in from then on', async () => {
    const { email, key, token, recoveryCodes } = await aPersonWithPasskey();
    expect(recoveryCodes).toHaveLength(10);
    await test.as(token).get('/referrals').expect(200);
    const waiting = await withPassword(test, email);
    expect((await waiting.get('/session/step')).body.factors).toEqual(['passkey', 'recovery_code']);
    const answer = await show(waiting, key);
    expect(answer.status).toBe(200);
    await test.as(tokenOf(answer)).get('/referrals').expect(200);
  });

  it('can be one of several, has a name, and is shown with its last use', async () => {
    const { email, key, token } = await aPersonWithPasskey();
    const session = test.as(token);
    expect((await add(session, new SoftPasskey(), 'Blue security key')).status).toBe(200);
    later(60);
    await show(await withPassword(test, email), key);
    const { passkeys } = (await session.get('/account/sign-in-methods').expect(200)).body;
    expect(passkeys).toMatchObject([
      { name: 'My laptop', lastUsedAt: '2026-11-24T10:01:00.000Z' },
      { name: 'Blue security key', lastUsedAt: null },
    ]);
    await session.post(`/account/passkeys/${passkeys[1].id}/rename`, { name: 'Desk drawer' }).expect(204);
    expect((await session.get('/account/sign-in-methods')).body.passkeys[1].name).toBe('Desk drawer');
    await session.post(`/account/passkeys/${passkeys[1].id}/rename`, { name: ' ' }).expect(422);
  });

  it.each([
    ['without making sure that it is its owner', { isUserVerified: false }],
    ['for another page', { origin: 'http://localhost.attacker.example' }],
    ['for another host', { rpId: 'attacker.example' }],
    ['with another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['with a counter that went back, as a copy has', { counter: 0 }],
  ])('that answers %s signs nobody in', async (_, flaws) => {
    const { email, key } = await aPersonWithPasskey();
    expect((await show(await withPassword(test, email), key)).status).toBe(200);
    const answer = await show(await withPassword(test, email), key, flaws);
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('passkey_refused');
  });

  it('that answers without making sure that it is its owner cannot be added', async () => {
    const person = await withPassword(test, (await aPersonWithPassword(test)).email);
    expect((await add(person, new SoftPasskey(), 'x', { isUserVerified: false })).status).toBe(422);
    expect((await add(person, new SoftPasskey(), 'x', { origin: 'http://elsewhere.example' })).status).toBe(422);
  });

  it('of somebody else signs nobody in, and cannot be added twice', async () => {
    const { email } = await aPersonWithPasskey();
    const other = await aPersonWithPasskey();
    expect((await show(await withPassword(test, email), other.key)).status).toBe(422);
    expect((await add(test.as(other.token), other.key)).status).toBe(409);
  });

  it('answers a challenge once', async () => {
    const { email, key } = await aPersonWithPasskey();
    const first = await withPassword(test, email);
    const { options } = (await first.post('/session/passkey-options').expect(200)).body;
    const wrong = { factor: 'passkey', value: key.authenticate(options, { isUserVerified: false }) };
    await first.post('/session/second-factor', wrong).expect(422);
    const right = { factor: 'passkey', value: key.authenticate(options) };
    await first.post('/session/second-factor', right).expect(422);
  });

  it('answers only the session and the purpose its challenge was made for', async () => {
    const { email, key, token } = await aPersonWithPasskey();
    const waiting = await withPassword(test, email);
    const other = await withPassword(test, email);
    const { options } = (await waiting.post('/session/passkey-options').expect(200)).body;
    const value = key.authenticate(options);
    await other.post('/session/second-factor', { factor: 'passkey', value }).expect(422);
    await test.as(token).post('/session/confirmation', { method: 'passkey', value }).expect(422);
    await waiting.post('/session/second-factor', { factor: 'passkey', value }).expect(200);
  });

  it('that is no passkey at all is refused and breaks nothing', async () => {
    const { email } = await aPersonWithPasskey();
    for (const value of ['x', '{}', 'null', '{"id":"a","rawId":"a","response":{}}']) {
      const waiting = await withPassword(test, email);
      await waiting.post('/session/passkey-options').expect(200);
      await waiting.post('/session/second-factor', { factor: 'passkey', value }).expect(422);
    }
  });

  it('confirms who one is in an open session', async () => {
    const { key, token } = await aPersonWithPasskey();
    later(600);
    const session = test.as(token);
    const { options } = (await session.post('/session/passkey-options').expect(200)).body;
    const value = key.authenticate(options);
    const confirmed = await session.post('/session/confirmation', { method: 'passkey', value }).expect(200);
    await test.as(tokenOf(confirmed)).post('/account/recovery-codes').expect(200);
  });
});

describe('removing a passkey', () => {
  it('is refused for the last factor, and signs out everybody else when it is done', async () => {
    const { email, key, token } = await aPersonWithPasskey();
    const session = test.as(token);
    const [first] = (await session.get('/account/sign-in-methods')).body.passkeys;
    expect((await session.send('delete', `/account/passkeys/${first.id}`).expect(409)).body.code).toBe('last_factor');
    await add(session, new SoftPasskey(), 'Second');
    const elsewhere = test.as(tokenOf(await show(await withPassword(test, email), key)));
    await session.send('delete', `/account/passkeys/${first.id}`).expect(204);
    await session.get('/session').expect(200);
    await elsewhere.get('/session').expect(401);
    await session.send('delete', `/account/passkeys/${first.id}`).expect(404);
  });

  it('of another person is not found', async () => {
    const mine = await aPersonWithPasskey();
    const other = await aPersonWithPasskey();
    const [theirs] = (await test.as(other.token).get('/account/sign-in-methods')).body.passkeys;
    await test.as(mine.token).send('delete', `/account/passkeys/${theirs.id}`).expect(404);
    await test.as(mine.token).post(`/account/passkeys/${theirs.id}/rename`, { name: 'Mine' }).expect(404);
  });
});

describe('where passkeys are required, an administrator', () => {
  it('sets one up before the first session opens, also after an app', async () => {
    const { email } = await aPersonWithPassword(test, 'administrator');
    const enrolling = await withPassword(test, email);
    const { key } = (await enrolling.post('/account/authenticator-app').expect(200)).body;
    const code = appCode(key, test.clock.now());
    const half = await enrolling.post('/account/authenticator-app/confirm', { code }).expect(200);
    expect(half.body.step).toMatchObject({ stage: 'enrolment', needsPasskey: true });
    const going = test.as(tokenOf(half));
    await going.get('/rate-cards').expect(401);
    const done = await add(going, new SoftPasskey());
    expect(done.body.step.stage).toBe('open');
    await test.as(tokenOf(done)).get('/rate-cards').expect(200);
  });

  it('cannot go round it with the code of an app', async () => {
    const { email, key: app, session } = await aPersonWithApp(test);
    const passkey = new SoftPasskey();
    await add(session, passkey);
    const [user] = await test.rows.query<{ id: string }>('select id from users where email = $1', [email]);
    await test.rows.grant(user?.id ?? '', 'administrator');
    later(60);
    const waiting = await withPassword(test, email);
    expect((await waiting.get('/session/step')).body.factors).toEqual(['passkey', 'recovery_code']);
    const value = appCode(app, test.clock.now());
    await waiting.post('/session/second-factor', { factor: 'app_code', value }).expect(422);
    expect((await show(waiting, passkey)).body.stage).toBe('open');
  });

  it('who has lost it gets in with a recovery code and sets up another one', async () => {
    const { email, recoveryCodes } = await aPersonWithPasskey('administrator');
    const waiting = await withPassword(test, email);
    const shown = { factor: 'recovery_code', value: recoveryCodes[0] };
    const answer = await waiting.post('/session/second-factor', shown).expect(200);
    expect(answer.body.stage).toBe('enrolment');
    const done = await add(test.as(tokenOf(answer)), new SoftPasskey(), 'New laptop');
    expect(done.body.step.stage).toBe('open');
  });

  it('keeps the last one even beside an app', async () => {
    const { token } = await aPersonWithPasskey('administrator');
    const session = test.as(token);
    const { key } = (await session.post('/account/authenticator-app').expect(200)).body;
    const code = appCode(key, test.clock.now());
    await session.post('/account/authenticator-app/confirm', { code }).expect(200);
    const [only] = (await session.get('/account/sign-in-methods')).body.passkeys;
    expect((await session.send('delete', `/account/passkeys/${only.id}`).expect(409)).body.code).toBe('last_passkey');
    await session.send('delete', '/account/authenticator-app').expect(204);
  });
});

describe('an administrator’s reset', () => {
  it('takes all factors, ends all sessions, is written down and mailed, and the next sign-in enrols', async () => {
    const { email, userId, token } = await aPersonWithPasskey();
    const admin = await test.rows.aUser('Ad Min');
    await test.rows.grant(admin, 'administrator');
    const grants = [{ role: 'administrator' as const, schoolId: null, providerId: null }];
    const origin = { address: null, sessionId: null, requestId: null };
    const actor = { authorityId: 1, userId: admin, name: 'Ad Min', grants, allGrants: grants, origin };
    await test.app
      .get(Transactions)
      .run(actor, (tx) => test.app.get(SignInMethodsService).resetOf(tx, actor, { userId, name: 'Jo Bloggs', email }));
    await test.as(token).get('/session').expect(401);
    const again = await test.anonymous.post('/session', { email, password: testPassword }).expect(200);
    expect(again.body.stage).toBe('enrolment');
    const events = await test.rows.query(
      "select actor_name from audit_events where subject_id = $1 and event = 'sign_in_method.reset'",
      [userId],
    );
    expect(events).toEqual([{ actor_name: 'Ad Min' }]);
  });
});
