import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { hashPassword } from './password.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

const password = 'correct horse battery staple';

async function aPersonWithPassword(): Promise<string> {
  const email = `person-${Math.random().toString(36).slice(2)}@test.example`;
  const userId = await test.rows.aUser('Jo Bloggs', await hashPassword(password), email);
  await test.rows.grant(userId, 'coordinator');
  return email;
}

const tokenOf = (answer: { get(name: 'Set-Cookie'): string[] | undefined }): string =>
  /session=([\w-]{43});/.exec(answer.get('Set-Cookie')?.join() ?? '')?.[1] ?? '';

const signIn = (email: string, attempt: string) => test.anonymous.post('/session', { email, password: attempt });

describe('signing in', () => {
  it('gives a session in a cookie that scripts cannot read, and keeps only its hash', async () => {
    const email = await aPersonWithPassword();
    const answer = await signIn(email.toUpperCase(), password).expect(200);
    expect(answer.body).toEqual({
      name: 'Jo Bloggs',
      stage: 'enrolment',
      factors: [],
      needsPasskey: false,
      session: null,
    });
    const [cookie] = answer.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(/^panel-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = tokenOf(answer);
    expect(await test.rows.query('select 1 from sessions where token_hash = $1', [Buffer.from(token)])).toEqual([]);
  });

  it('with a password alone lets nobody do anything but go on with signing in', async () => {
    const person = test.as(tokenOf(await signIn(await aPersonWithPassword(), password).expect(200)));
    await person.get('/referrals').expect(401);
    await person.get('/session').expect(401);
    await person.get('/session/times').expect(401);
    expect((await person.get('/session/step').expect(200)).body.stage).toBe('enrolment');
    await person.send('delete', '/session').expect(204);
    await person.get('/session/step').expect(401);
  });

  it('is refused to a person without a role', async () => {
    const email = `person-${Math.random().toString(36).slice(2)}@test.example`;
    await test.rows.aUser('Jo Bloggs', await hashPassword(password), email);
    await signIn(email, password).expect(401);
  });

  it('is refused alike for a wrong password and for an unknown address', async () => {
    const email = await aPersonWithPassword();
    const wrong = await signIn(email, 'wrong').expect(401);
    const unknown = await signIn('nobody@test.example', password).expect(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    // Each from a machine of its own, so that no limit is reached; medians, because the machine is shared.
    const email = await aPersonWithPassword();
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const measure = async (kind: 'known' | 'unknown', address: string): Promise<void> => {
      const began = performance.now();
      await signIn(address, 'wrong').expect(401);
      times[kind].push(performance.now() - began);
    };
    for (let round = 0; round < 9; round += 1) {
      await measure('unknown', `nobody-${round}@test.example`);
      await measure('known', email);
    }
    const median = (all: number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });

  it('is slowed after ten failures of an account from one address, also with the right password', async () => {
    const email = await aPersonWithPassword();
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(email, `wrong ${attempt}`).expect(401);
    const answer = await signIn(email, password).expect(429);
    expect(answer.body.code).toBe('too_many_attempts');
    expect(answer.get('Retry-After')).toBe('300');
    await signIn(await aPersonWithPassword(), password).expect(200);
    test.clock.set('2026-11-24T10:06:00Z');
    await signIn(email, password).expect(200);
    test.clock.set('2026-11-24T10:00:00Z');
  });

  it('is no faster with many attempts at once: they are counted before they are made', async () => {
    const email = await aPersonWithPassword();
    const answers = await Promise.all(Array.from({ length: 25 }, (_, attempt) => signIn(email, `wrong ${attempt}`)));
    const count = (wanted: number): number => answers.filter(({ status }) => status === wanted).length;
    expect({ refused: count(401), slowed: count(429) }).toEqual({ refused: 10, slowed: 15 });
  });

  it('by one click does not exist outside the demo', async () => {
    await test.anonymous.post('/demo/session', { key: 'coordinator' }).expect(404);
    await test.anonymous.get('/demo/people').expect(404);
  });
});

describe('a session', () => {
  it('ends when it is signed out', async () => {
    const person = test.as(await test.rows.aSession('coordinator'));
    await person.get('/session').expect(200);
    const out = await person.send('delete', '/session').expect(204);
    expect(out.headers['clear-site-data']).toContain('storage');
    await person.get('/session').expect(401);
  });

  it('ends after 30 minutes without a request and ten hours at the latest', async () => {
    const idle = test.as(await test.rows.aSession('coordinator'));
    test.clock.set('2026-11-24T10:31:00Z');
    await idle.get('/referrals').expect(401);
    test.clock.set('2026-11-24T10:00:00Z');
    const busy = test.as(await test.rows.aSession('coordinator'));
    for (let minutes = 25; minutes < 600; minutes += 25) {
      test.clock.set(new Date(Date.parse('2026-11-24T10:00:00Z') + minutes * 60_000).toISOString());
      await busy.get('/session').expect(200);
    }
    test.clock.set('2026-11-24T20:00:01Z');
    await busy.get('/session').expect(401);
    test.clock.set('2026-11-24T10:00:00Z');
  });

  it('has the roles of this moment: one taken away is gone at the next request', async () => {
    const userId = await test.rows.aUser();
    const person = test.as(await test.rows.aSession('coordinator', {}, userId));
    await person.get('/referrals').expect(200);
    await test.rows.query('delete from role_grants where user_id = $1', [userId]);
    await person.get('/referrals').expect(403);
    await test.rows.query('update users set is_active = false where id = $1', [userId]);
    await person.get('/referrals').expect(401);
  });
});

describe('every answer', () => {
  it('is never stored, allows no inline script and hides what serves it', async () => {
    const { headers } = await (await test.signInAs('coordinator')).get('/referrals').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
