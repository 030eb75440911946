import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import request, { type Response, type Test } from 'supertest';

import { hashPassword } from '../auth/password.js';
import { type Route, routesOf } from '../testing/routes.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

/** As in production: over https, with the web application beside the API. */
let test: TestApplication;
let folder: string;
let routes: Route[];
let coordinator: SignedIn;
const files = [
  '/index.html',
  '/',
  '/referrals',
  '/main-AAAAAAAA.js',
  '/styles-BBBBBBBB.css',
  '/favicon.svg',
  '/absent.js',
];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-web-'));
  for (const file of files.filter((name) => path.extname(name) && !name.includes('absent'))) {
    writeFileSync(path.join(folder, file), 'x');
  }
  mkdirSync(path.join(folder, 'deeper'));
  test = await startTestApplication('2026-11-24', {
    isProduction: true,
    webFolder: folder,
    fieldKeys: Buffer.alloc(32, 7).toString('base64'),
    publicAddress: 'https://panel.test.example',
  });
  routes = routesOf(test.app);
  coordinator = await test.signInAs('coordinator');
});

afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const onEverything: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'strict-transport-security': /^max-age=(?:31536000|63072000); includeSubDomains$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
};

const onPages = [
  "script-src 'self'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types angular angular#bundler panel-charts',
];

function problemsOf({ headers, request: sent }: Response): string[] {
  const where = `${sent.method} ${new URL(sent.url).pathname}`;
  const missing = Object.entries(onEverything)
    .filter(([name, pattern]) => !pattern.test(String(headers[name] ?? '')))
    .map(([name]) => `${where}: ${name} is ${headers[name] ?? 'missing'}`);
  const policy = String(headers['content-security-policy']);
  const unsafe = /unsafe-|\*|http:/.test(policy) ? [`${where}: ${policy}`] : [];
  const telling = ['x-powered-by', 'server'].filter((name) => headers[name] !== undefined);
  return [...missing, ...unsafe, ...telling.map((name) => `${where}: ${name}`), ...cookieProblems(headers, where)];
}

const cookiesSeen = new Set<string>();

function cookieProblems(headers: Response['headers'], where: string): string[] {
  const cookies = (headers['set-cookie'] ?? []) as unknown as string[];
  return cookies.flatMap((cookie) => {
    cookiesSeen.add(cookie.split('=')[0] ?? '');
    const isSafe =
      cookie.startsWith('__Host-') &&
      /; Secure/.test(cookie) &&
      /; HttpOnly/.test(cookie) &&
      /; SameSite=(Lax|Strict)/.test(cookie) &&
      /; Path=\/(;|$)/.test(cookie) &&
      !/; Domain/i.test(cookie);
    return isSafe ? [] : [`${where}: ${cookie.replace(/=[^;]*/, '=…')}`];
  });
}

const address = ({ path: template }: Route): string =>
  template.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');

function send(person: SignedIn, { method }: Route, to: string): Test {
  return person.send(method === 'patch' ? 'put' : method, to, method === 'get' ? {} : { version: 1, body: {} });
}

describe('every answer', () => {
  it('of every route carries the protecting headers and is never stored, whoever asks', async () => {
    const problems: string[] = [];
    for (const route of routes) {
      for (const person of [test.anonymous, coordinator]) {
        const answer = await send(person, route, address(route));
        problems.push(...problemsOf(answer));
        if (answer.headers['cache-control'] !== 'no-store')
          problems.push(`${route.method} ${route.path} may be stored`);
      }
      if (route.path === '/session' && route.method === 'delete') coordinator = await test.signInAs('coordinator');
    }
    expect(routes.length).toBeGreaterThan(60);
    expect(problems).toEqual([]);
  }, 120_000);

  it('that is an error of the server or of a reader carries them too', async () => {
    const server = test.app.getHttpServer();
    const problems: string[] = [];
    for (const answer of [
      await request(server).get('/api/nothing-here'),
      await request(server).post('/api/session').set('X-Panel-Request', '1').type('json').send('{'),
      await request(server).post('/api/session').type('json').send('{}'),
      await request(server)
        .post('/api/session')
        .set('X-Panel-Request', '1')
        .type('json')
        .send(`"${'x'.repeat(300_000)}"`),
      await request(server).options('/api/session'),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      problems.push(...problemsOf(answer));
    }
    expect(problems).toEqual([]);
  });

  it('that is a page or a file lets only our own files run, under Trusted Types', async () => {
    for (const file of files) {
      const answer = await request(test.app.getHttpServer()).get(file);
      expect(problemsOf(answer)).toEqual([]);
      for (const directive of onPages) expect(answer.headers['content-security-policy']).toContain(directive);
      expect(answer.headers['cache-control'] ?? 'none').toMatch(/no-cache|immutable|none/);
    }
  });
});

describe('cookies', () => {
  it('are bound to this host, secure, out of reach of scripts and of other sites', async () => {
    const email = 'headers@test.example';
    const userId = await test.rows.aUser('Jo Bloggs', await hashPassword('correct horse battery staple'), email);
    await test.rows.grant(userId, 'coordinator');
    const answer = await test.anonymous
      .post('/session', { email, password: 'correct horse battery staple' })
      .expect(200);
    expect(problemsOf(answer)).toEqual([]);
    expect([...cookiesSeen]).toContain('__Host-panel-session');
    expect([...cookiesSeen].filter((name) => !name.startsWith('__Host-'))).toEqual([]);
  });

  it('of our names without the host’s prefix, which another host of the domain can set, sign nobody in', async () => {
    const token = await test.rows.aSession('coordinator');
    const ask = (cookie: string) => request(test.app.getHttpServer()).get('/api/home').set('Cookie', cookie);
    await ask(`panel-session=${token}`).expect(401);
    await ask(`__Host-panel-session=${token}`).expect(200);
    await ask(`panel-session=${'A'.repeat(43)}; __Host-panel-session=${token}`).expect(200);
  });

  it('and everything else of this site are cleared at the sign-out', async () => {
    const person = await test.signInAs('coordinator');
    const answer = await person.send('delete', '/session').expect(204);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(String(answer.headers['set-cookie'])).toMatch(/__Host-panel-session=;.*Expires=Thu, 01 Jan 1970/);
  });
});
