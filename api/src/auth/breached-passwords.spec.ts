import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Logger } from '@nestjs/common';

import { BreachedPasswordRanges } from './breached-passwords.js';

const password = 'correct horse battery staple';
const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
const asked: { url: string | undefined; headers: object }[] = [];
let answer: RequestListener;
let server: Server;
let ranges: BreachedPasswordRanges;

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ranges = new BreachedPasswordRanges(`http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked.length = 0;
});

const suffix = hash.slice(5);
const other = '0018A45C4D1DEF81644B54AB7F969B88D65';

describe('asking for stolen passwords', () => {
  it('tells five digits of the hash, and finds the rest in the answer', async () => {
    answer = (_, response) => response.end(`${other}:3\r\n${suffix}:42\r\n`);
    expect(await ranges.contains(password)).toBe(true);
    expect(asked).toEqual([{ url: `/range/${hash.slice(0, 5)}`, headers: expect.anything() }]);
    expect(asked[0]?.headers).toMatchObject({ 'add-padding': 'true' });
    expect(JSON.stringify(asked)).not.toContain(suffix);
  });

  it('takes padding and other hashes for nothing', async () => {
    answer = (_, response) => response.end(`${other}:3\r\n${suffix}:0\r\n`);
    expect(await ranges.contains(password)).toBe(false);
  });

  it.each<[string, RequestListener]>([
    ['is in trouble', (_, response) => response.writeHead(503).end()],
    ['sends us elsewhere', (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()],
    ['breaks off', (request) => request.destroy()],
    ['answers without end', (_, response) => response.end(`${suffix}:42\r\n`.repeat(50_000))],
    ['does not answer', () => undefined],
  ])('lets the password through when the service %s', async (_, broken) => {
    answer = broken;
    expect(await ranges.contains(password)).toBe(false);
  });
});
