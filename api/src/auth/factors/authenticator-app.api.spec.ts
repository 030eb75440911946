import { hashToken } from '../secret-token.js';
import { startTestApplication, type TestApplication } from '../../testing/test-application.js';
import {
  aPersonWithApp,
  aPersonWithPassword,
  appCode,
  testPassword,
  tokenOf,
  withPassword,
} from '../../testing/test-sign-in.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

const start = Date.parse('2026-11-24T10:00:00Z');
const later = (seconds: number): void => test.clock.set(new Date(start + seconds * 1000).toISOString());
afterEach(() => later(0));

const show = (person: { post(path: string, body: object): ReturnType<typeof test.anonymous.post> }, value: string) =>
  person.post('/session/second-factor', { factor: 'app_code', value });

describe('setting up an authenticator app', () => {
  it('at the first sign-in opens the session with a new token and shows ten recovery codes once', async () => {
    const { email } = await aPersonWithPassword(test);
    const enrolling = await withPassword(test, email);
    const offered = (await enrolling.post('/account/authenticator-app').expect(200)).body;
    expect(offered.key).toMatch(/^[A-Z2-7]{32}$/);
    expect(offered.address).toContain(`secret=${offered.key}`);
    expect(offered.qrCode).toMatch(/^<svg [^>]*>/);
    expect(offered.qrCode).not.toContain('style=');
    const confirmed = await enrolling
      .post('/account/authenticator-app/confirm', { code: appCode(offered.key, test.clock.now()) })
      .expect(200);
    expect(confirmed.body.step.stage).toBe('open');
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    await enrolling.get('/session/step').expect(401);
    await test.as(tokenOf(confirmed)).get('/referrals').expect(200);
  });

  it('keeps its secret sealed, and hashes of the recovery codes only', async () => {
    const { key, recoveryCodes, userId } = await aPersonWithApp(test);
    const [app] = await test.rows.query<{ sealed_secret: string }>(
      'select sealed_secret from authenticator_apps where user_id = $1',
      [userId],
    );
    expect(app?.sealed_secret).not.toContain(key);
    const kept = JSON.stringify(await test.rows.query('select * from recovery_codes where user_id = $1', [userId]));
    expect(kept).not.toContain(recoveryCodes[0]);
  });

  it('is refused with a wrong code, and without having begun', async () => {
    const enrolling = await withPassword(test, (await aPersonWithPassword(test)).email);
    await enrolling.post('/account/authenticator-app/confirm', { code: '123456' }).expect(409);
    await enrolling.post('/account/authenticator-app').expect(200);
    const wrong = await enrolling.post('/account/authenticator-app/confirm', { code: 'abcdef' }).expect(422);
    expect(wrong.body.errors[0].pointer).toBe('/code');
    await enrolling.get('/session').expect(401);
  });

  it('is written down and mailed to the person', async () => {
    const { userId } = await aPersonWithApp(test);
    const events = await test.rows.query('select event from audit_events where subject_id = $1 order by id', [userId]);
    expect(events.map(({ event }) => event)).toEqual(['session.signed_in', 'sign_in_method.added']);
    const mails = await test.rows.query<{ kind: string }>('select kind from outbox_mails where user_id = $1', [userId]);
    expect(mails.map(({ kind }) => kind).sort()).toEqual(['new_device', 'sign_in_methods_changed']);
  });

  it('anew in an open session needs a recent sign-in, and the old app is worth nothing after', async () => {
    const { email, session, key } = await aPersonWithApp(test);
    const fresh = (await session.post('/account/authenticator-app').expect(200)).body;
    const code = appCode(fresh.key, test.clock.now());
    const answer = await session.post('/account/authenticator-app/confirm', { code }).expect(200);
    expect(answer.body.recoveryCodes).toBeNull();
    later(60);
    await show(await withPassword(test, email), appCode(key, test.clock.now())).expect(422);
    await show(await withPassword(test, email), appCode(fresh.key, test.clock.now())).expect(200);
    later(400);
    expect((await session.post('/account/authenticator-app').expect(403)).body.code).toBe('confirmation_needed');
  });
});

describe('signing in with a code', () => {
  it('needs the password first and then the code; each rise has a new token and the old one is dead', async () => {
    const { email, key } = await aPersonWithApp(test);
    later(60);
    const first = await test.anonymous.post('/session', { email, password: testPassword }).expect(200);
    expect(first.body).toMatchObject({ stage: 'second_factor', factors: ['app_code', 'recovery_code'], session: null });
    const waiting = test.as(tokenOf(first));
    await waiting.get('/referrals').expect(401);
    await waiting.post('/account/authenticator-app').expect(401);
    const second = await show(waiting, appCode(key, test.clock.now())).expect(200);
    expect(second.body).toMatchObject({ stage: 'open', session: { name: 'Jo Bloggs' } });
    expect(tokenOf(second)).not.toBe(tokenOf(first));
    await waiting.get('/session/step').expect(401);
    await test.as(tokenOf(second)).get('/referrals').expect(200);
  });

  it('takes the code of the step before and after, and no other', async () => {
    const { email, key } = await aPersonWithApp(test);
    later(300);
    await show(await withPassword(test, email), appCode(key, test.clock.now(), -2)).expect(422);
    await show(await withPassword(test, email), appCode(key, test.clock.now(), 2)).expect(422);
    await show(await withPassword(test, email), appCode(key, test.clock.now(), -1)).expect(200);
    await show(await withPassword(test, email), appCode(key, test.clock.now(), 1)).expect(200);
  });

  it('takes a code once, also of two requests at the same moment', async () => {
    const { email, key } = await aPersonWithApp(test);
    later(60);
    const code = appCode(key, test.clock.now());
    const people = [await withPassword(test, email), await withPassword(test, email)];
    const answers = await Promise.all(people.map((person) => show(person, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    await show(await withPassword(test, email), code).expect(422);
  });

  it('begins again from the password after five wrong codes in a session', async () => {
    const { email } = await aPersonWithApp(test);
    const guesser = await withPassword(test, email);
    for (let guess = 0; guess < 5; guess += 1) await show(guesser, '000000').expect(422);
    expect((await show(guesser, '000000').expect(401)).body.code).toBe('sign_in_begins_again');
    await guesser.get('/session/step').expect(401);
  });

  it('is slowed for the account after ten wrong codes, in whichever session', async () => {
    const { email, key } = await aPersonWithApp(test);
    for (let session = 0; session < 2; session += 1) {
      const guesser = await withPassword(test, email);
      for (let guess = 0; guess < 5; guess += 1) await show(guesser, '000000').expect(422);
    }
    await show(await withPassword(test, email), appCode(key, test.clock.now(), 1)).expect(429);
    later(301);
    await show(await withPassword(test, email), appCode(key, test.clock.now())).expect(200);
  });

  it('is not slowed in a browser the person has used before by who has learnt the password', async () => {
    const { email, key, userId } = await aPersonWithApp(test);
    const device = 'f'.repeat(43);
    await test.rows.query(
      "insert into known_devices (user_id, token_hash, name, first_seen_at, last_seen_at) values ($1, $2, '', $3, $3)",
      [userId, hashToken(device), test.clock.now()],
    );
    for (let session = 0; session < 2; session += 1) {
      const guesser = await withPassword(test, email);
      for (let guess = 0; guess < 5; guess += 1) await show(guesser, '000000').expect(422);
    }
    later(30);
    const first = await test.anonymous.post('/session', { email, password: testPassword }).expect(200);
    const own = `panel-session=${tokenOf(first)}; panel-device=${device}`;
    const shown = { factor: 'app_code', value: appCode(key, test.clock.now()) };
    await show(test.as(tokenOf(first)), shown.value).expect(429);
    await test.anonymous.post('/session/second-factor', shown).set('Cookie', own).expect(200);
  });

  it('leaves a refused code in the trail', async () => {
    const { email, userId } = await aPersonWithApp(test);
    await show(await withPassword(test, email), '000000').expect(422);
    const events = await test.rows.query('select event from audit_events where subject_id = $1 order by id', [userId]);
    expect(events.at(-1)?.['event']).toBe('session.sign_in_refused');
  });

  it('that waits for the code ends after ten minutes', async () => {
    const { email, key } = await aPersonWithApp(test);
    const waiting = await withPassword(test, email);
    later(601);
    await show(waiting, appCode(key, test.clock.now())).expect(401);
  });
});

describe('a recovery code', () => {
  const recover = (person: Awaited<ReturnType<typeof withPassword>>, value: string) =>
    person.post('/session/second-factor', { factor: 'recovery_code', value });

  it('signs in once, however it is typed, and the person is told', async () => {
    const { email, userId, recoveryCodes } = await aPersonWithApp(test);
    const code = (recoveryCodes[0] ?? '').toUpperCase().replaceAll('-', ' ');
    const answer = await recover(await withPassword(test, email), code).expect(200);
    await recover(await withPassword(test, email), code).expect(422);
    const methods = (await test.as(tokenOf(answer)).get('/account/sign-in-methods').expect(200)).body;
    expect(methods.recoveryCodesLeft).toBe(9);
    const mails = await test.rows.query(
      "select 1 from outbox_mails where user_id = $1 and kind = 'recovery_code_used'",
      [userId],
    );
    expect(mails).toHaveLength(1);
  });

  it('of another person is refused', async () => {
    const { recoveryCodes } = await aPersonWithApp(test);
    const { email } = await aPersonWithApp(test);
    await recover(await withPassword(test, email), recoveryCodes[0] ?? '').expect(422);
  });

  it('is worth nothing when new ones were made', async () => {
    const { email, session, recoveryCodes } = await aPersonWithApp(test);
    const { codes } = (await session.post('/account/recovery-codes').expect(200)).body;
    expect(codes).toHaveLength(10);
    await recover(await withPassword(test, email), recoveryCodes[0] ?? '').expect(422);
    await recover(await withPassword(test, email), codes[9]).expect(200);
  });

  it('does not confirm who one is in an open session', async () => {
    const { session, recoveryCodes } = await aPersonWithApp(test);
    await session.post('/session/confirmation', { method: 'recovery_code', value: recoveryCodes[0] }).expect(422);
  });
});

describe('confirming with a code', () => {
  it('gives five more minutes under a new token', async () => {
    const { session, key } = await aPersonWithApp(test);
    later(600);
    await session.post('/account/recovery-codes').expect(403);
    const value = appCode(key, test.clock.now());
    const confirmed = await session.post('/session/confirmation', { method: 'app_code', value }).expect(200);
    await session.get('/session').expect(401);
    await test.as(tokenOf(confirmed)).post('/account/recovery-codes').expect(200);
  });

  it('ends the session after five wrong codes', async () => {
    const { session } = await aPersonWithApp(test);
    const wrong = { method: 'app_code', value: '000000' };
    for (let guess = 0; guess < 5; guess += 1) await session.post('/session/confirmation', wrong).expect(422);
    await session.post('/session/confirmation', wrong).expect(401);
    await session.get('/session').expect(401);
  });
});

describe('removing', () => {
  it('the last factor is refused', async () => {
    const { session } = await aPersonWithApp(test);
    expect((await session.send('delete', '/account/authenticator-app').expect(409)).body.code).toBe('last_factor');
  });
});
