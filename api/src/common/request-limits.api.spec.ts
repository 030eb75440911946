import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

import express from 'express';
import request from 'supertest';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { bodyDeadline, limitServer, serverLimits } from './request-limits.js';

let test: TestApplication;
let senco: SignedIn;
let schoolId: string;

beforeAll(async () => {
  test = await startTestApplication();
  schoolId = await test.rows.aSchool();
  senco = await test.signInAs('senco', { schoolId });
});

afterAll(() => test.close());

/** Text as it is, which an object of JavaScript could not say. */
const sendText = (text: string) => senco.send('post', '/referrals').type('json').send(text);
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('a body', () => {
  it.each([
    ['names a prototype', 'word_refused', '{"schoolId":"x","__proto__":{"isAdmin":true}}'],
    ['names a constructor', 'word_refused', '{"schoolId":{"constructor":{"prototype":{"isAdmin":true}}}}'],
    ['names a prototype in a list', 'word_refused', '{"list":[[{"prototype":1}]]}'],
    ['is a little too deep', 'body_too_deep', nested(13)],
    ['is far too deep', 'body_too_deep', nested(5_000)],
    ['has too many values', 'body_too_deep', `{"a":[${'0,'.repeat(20_001)}0]}`],
  ])('that %s is refused before anything reads it (%s)', async (_, code, text) => {
    const { body } = await sendText(text).expect(400);
    expect(body.code).toBe(code);
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  it.each<[string, unknown]>([
    ['a list', ['00000000-0000-4000-8000-000000000000']],
    ['an object', { toString: 'x' }],
    ['a number', 7],
    ['nothing', null],
  ])('with %s where a text should be is told so', async (_, value) => {
    const { body } = await senco.post('/referrals', { schoolId: value }).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/schoolId' }]);
  });

  it('with a field that is not part of the request is told which', async () => {
    const { body } = await senco.post('/referrals', { schoolId, isAdmin: true }).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/isAdmin', code: 'field_unknown' }]);
  });

  it('is refused beyond its size and where it is no JSON', async () => {
    await sendText(`{"a":"${'x'.repeat(300_000)}"}`).expect(413);
    await sendText('{"a":').expect(400);
    await senco.send('post', '/referrals').type('application/x-www-form-urlencoded').send('schoolId=x').expect(415);
  });
});

describe('an address', () => {
  it.each([
    ['/referrals?status=draft&status=submitted', 'parameter_repeated'],
    ['/referrals?__proto__[isAdmin]=1', 'word_refused'],
    ['/referrals?constructor.prototype.isAdmin=1', 'word_refused'],
  ])('%s is refused (%s)', async (path, code) => {
    const { body } = await senco.get(path).expect(400);
    expect(body.code).toBe(code);
  });

  it('with a parameter that is not part of the request is told so, also one with brackets', async () => {
    await senco.get('/referrals?status[]=draft').expect(422);
    await senco.get('/referrals?isAdmin=1').expect(422);
  });
});

describe('the HTTP server', () => {
  it('has an end to every wait and a limit to what it takes', () => {
    const server = createServer();
    limitServer(server);
    expect(server).toMatchObject(serverLimits);
    expect(Object.values(serverLimits).every((value) => value > 0)).toBe(true);
  });

  it('gives up on a body that does not come, and ends the connection', async () => {
    const app = express();
    app.use(bodyDeadline(200), express.json());
    app.post('/', (_request, response) => void response.send('whole'));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await request(server).post('/').send({ a: 1 }).expect(200, 'whole');
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(
            'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":',
          );
        });
        let text = '';
        socket.on('data', (data) => (text += data.toString()));
        socket.on('close', () => resolve(text));
        socket.on('error', reject);
      });
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(answer).toContain('request_too_slow');
      expect(answer).toContain('Connection: close');
    } finally {
      server.close();
    }
  });
});
