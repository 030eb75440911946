import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { aPersonWithApp, appCode, deviceOf, testPassword, tokenOf, withPassword } from '../testing/test-sign-in.js';
import { hashToken } from './secret-token.js';
import { SessionPurge } from './session-purge.service.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

const start = Date.parse('2026-11-24T10:00:00Z');
const later = (seconds: number): void => test.clock.set(new Date(start + seconds * 1000).toISOString());
afterEach(() => later(0));

/** The same person in a second browser. */
async function elsewhere({ email, key }: { email: string; key: string }, steps = 1) {
  const waiting = await withPassword(test, email);
  const value = appCode(key, test.clock.now(), steps);
  return test.as(tokenOf(await waiting.post('/session/second-factor', { factor: 'app_code', value }).expect(200)));
}

describe('a person’s own sessions', () => {
  it('are listed with the device in words and which one asks, and nobody else’s are', async () => {
    const person = await aPersonWithApp(test);
    await aPersonWithApp(test);
    await elsewhere(person);
    await test.rows.query("update sessions set device_name = 'Firefox on Linux' where user_id = $1", [person.userId]);
    const { items } = (await person.session.get('/account/sessions').expect(200)).body;
    expect(items).toHaveLength(2);
    expect(items.map(({ isThis }: { isThis: boolean }) => isThis).sort()).toEqual([false, true]);
    expect(items[0]).toMatchObject({ deviceName: 'Firefox on Linux', startedAt: '2026-11-24T10:00:00.000Z' });
  });

  it('are listed without those that have ended, and without a sign-in that is not complete', async () => {
    const person = await aPersonWithApp(test);
    await withPassword(test, person.email);
    await (await elsewhere(person)).send('delete', '/session').expect(204);
    expect((await person.session.get('/account/sessions')).body.items).toHaveLength(1);
  });

  it('can be ended one by one: the next request of that browser is refused', async () => {
    const person = await aPersonWithApp(test);
    const other = await elsewhere(person);
    const { items } = (await person.session.get('/account/sessions')).body;
    const { id } = items.find(({ isThis }: { isThis: boolean }) => !isThis);
    await person.session.send('delete', `/account/sessions/${id}`).expect(204);
    await other.get('/session').expect(401);
    await person.session.get('/session').expect(200);
    await person.session.send('delete', `/account/sessions/${id}`).expect(404);
  });

  it('of another person cannot be ended', async () => {
    const person = await aPersonWithApp(test);
    const stranger = await aPersonWithApp(test);
    const [{ id }] = (await person.session.get('/account/sessions')).body.items;
    await stranger.session.send('delete', `/account/sessions/${id}`).expect(404);
    await person.session.get('/session').expect(200);
  });

  it('are all ended by signing out everywhere, with or without this one', async () => {
    const person = await aPersonWithApp(test);
    const other = await elsewhere(person);
    await person.session.post('/account/sessions/sign-out-everywhere', { isThisKept: true }).expect(204);
    await other.get('/session').expect(401);
    await person.session.get('/session').expect(200);
    await person.session.post('/account/sessions/sign-out-everywhere', { isThisKept: false }).expect(204);
    await person.session.get('/session').expect(401);
    const events = await test.rows.query('select event, detail from audit_events where subject_id = $1 order by id', [
      person.userId,
    ]);
    expect(events.slice(-2)).toEqual([
      { event: 'session.all_ended', detail: { ended: 1, isThisKept: true } },
      { event: 'session.all_ended', detail: { ended: 1, isThisKept: false } },
    ]);
  });
});

describe('the time that is left', () => {
  it('is told without counting as a sign of life when it is asked for in the background', async () => {
    const { session } = await aPersonWithApp(test);
    later(25 * 60);
    const background = await session.get('/session/times').set('X-Panel-Background', '1').expect(200);
    expect(background.body).toEqual({ idleSecondsLeft: 300, longestSecondsLeft: 34_500 });
    await session.get('/session').expect(200);
    const after = await session.get('/session/times').set('X-Panel-Background', '1').expect(200);
    expect(after.body.idleSecondsLeft).toBe(1_800);
  });

  it('runs out for a page that only polls', async () => {
    const { session } = await aPersonWithApp(test);
    for (let minutes = 5; minutes < 30; minutes += 5) {
      later(minutes * 60);
      await session.get('/home').set('X-Panel-Background', '1').expect(200);
    }
    later(30 * 60);
    await session.get('/home').set('X-Panel-Background', '1').expect(401);
  });
});

describe('a device', () => {
  const browser = (email: string, device = '') => {
    const request = test.anonymous.post('/session', { email, password: testPassword });
    return device ? request.set('Cookie', `panel-device=${device}`) : request;
  };

  it('that is new is mailed about; one the person has used before is not', async () => {
    const { email, userId, key } = await aPersonWithApp(test);
    const mails = async () =>
      (await test.rows.query("select 1 from outbox_mails where user_id = $1 and kind = 'new_device'", [userId])).length;
    expect(await mails()).toBe(1);
    const signIn = async (device: string, steps: number) => {
      const token = tokenOf(await browser(email, device).expect(200));
      const value = appCode(key, test.clock.now(), steps);
      return test.anonymous
        .post('/session/second-factor', { factor: 'app_code', value })
        .set('Cookie', `panel-session=${token}; panel-device=${device}`)
        .expect(200);
    };
    later(120);
    const known = deviceOf(await signIn('', 0));
    expect(await mails()).toBe(2);
    later(240);
    await signIn(known, 0);
    expect(await mails()).toBe(2);
  });

  it('that is known is not slowed by what strangers try, from the same address or from many', async () => {
    const { email, userId } = await aPersonWithApp(test);
    const wrong = () => test.anonymous.post('/session', { email, password: 'wrong' });
    for (let attempt = 0; attempt < 10; attempt += 1) await wrong().expect(401);
    await wrong().expect(429);
    await browser(email).expect(429);
    const device = 'd'.repeat(43);
    const now = test.clock.now();
    await test.rows.query(
      "insert into known_devices (user_id, token_hash, name, first_seen_at, last_seen_at) values ($1, $2, '', $3, $3)",
      [userId, hashToken(device), now],
    );
    await browser(email, device).expect(200);
  });

  it('of one person is none of another', async () => {
    const { email } = await aPersonWithApp(test);
    for (let attempt = 0; attempt < 10; attempt += 1)
      await test.anonymous.post('/session', { email, password: 'wrong' }).expect(401);
    await browser(email, 'e'.repeat(43)).expect(429);
  });
});

describe('what signing in leaves behind', () => {
  it('is purged a day after it has ended, and what lives stays', async () => {
    const person = await aPersonWithApp(test);
    const other = await elsewhere(person);
    await other.send('delete', '/session').expect(204);
    const count = async () =>
      (await test.rows.query('select 1 from sessions where user_id = $1', [person.userId])).length;
    await test.app.get(SessionPurge).run(1);
    expect(await count()).toBe(2);
    later(24 * 3_600 + 60);
    const alive = await test.rows.aSession('coordinator');
    await test.app.get(SessionPurge).run(1);
    expect(await count()).toBe(1);
    await test.as(alive).get('/session').expect(200);
    later(60 * 3_600);
    await test.app.get(SessionPurge).run(1);
    expect(await count()).toBe(0);
    expect(await test.rows.query('select 1 from rate_limits')).toEqual([]);
  });
});
