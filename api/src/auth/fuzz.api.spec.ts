import type { AddressInfo } from 'node:net';

import type { Role } from '@panel/case-rules';
import fc from 'fast-check';

import { openApiDocument } from '../openapi-document.js';
import { markForeignRows } from '../testing/fuzz/foreign-marks.js';
import { anyRequest, type FuzzRequest, type KnownIds } from '../testing/fuzz/fuzz-request.js';
import type { Person } from '../testing/matrix/permission-matrix.js';
import { makeWorld, things, type World } from '../testing/matrix/world.js';
import { routesOf } from '../testing/routes.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';

/** `npm run fuzz` asks 20,000 times. */
const runs = Number(process.env['PANEL_FUZZ_RUNS'] ?? 1_500);
const seed = Number(process.env['PANEL_FUZZ_SEED'] ?? Date.now() % 2_147_483_647);

let test: TestApplication;
let world: World;
let address: string;

beforeAll(async () => {
  test = await startTestApplication();
  await test.app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(test.app.getHttpServer().address() as AddressInfo).port}`;
  world = await makeWorld(test);
});

afterAll(() => test.close());

/** Two of every thing, of one's own authority and of the other one. */
async function makeThings(): Promise<KnownIds> {
  const own = new Map<string, string[]>();
  const foreign = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, name: string, id: string): void =>
    void to.set(name, [...(to.get(name) ?? []), id]);
  for (const thing of Object.values(things)) {
    for (const { relation, ids } of [
      ...(await thing.make(world, world.clerk)),
      ...(await thing.make(world, world.clerk)),
    ]) {
      for (const [name, id] of Object.entries(ids)) add(relation === 'other_authority' ? foreign : own, name, id);
    }
  }
  add(own, 'schoolId', world.alder);
  add(own, 'providerId', world.birch);
  add(own, 'rateCardId', await test.rows.aRateCard());
  add(foreign, 'schoolId', await test.rows.aSchool({ authorityId: world.elsewhere }));
  add(foreign, 'providerId', await test.rows.aProvider({ authorityId: world.elsewhere }));
  add(foreign, 'rateCardId', await test.rows.aRateCard({ authorityId: world.elsewhere }));
  return { own, foreign };
}

const places = (): Partial<Record<Role, object>> => ({
  senco: { schoolId: world.alder },
  panel_member: { schoolId: world.otherSchool },
  provider: { providerId: world.birch },
});

const cookies = new Map<Person, string>();

/** A session lasts until a request of the run has ended it. */
async function cookieOf(person: Person): Promise<string | null> {
  if (person === 'nobody') return null;
  const cookie = cookies.get(person) ?? `panel-session=${await test.rows.aSession(person, places()[person] ?? {})}`;
  cookies.set(person, cookie);
  return cookie;
}

async function send(
  asked: FuzzRequest,
): Promise<{ readonly status: number; readonly text: string; readonly type: string }> {
  const cookie = await cookieOf(asked.person);
  const answer = await fetch(`${address}/api${asked.path}`, {
    method: asked.method,
    headers: { ...asked.headers, ...(cookie !== null && { Cookie: cookie }) },
    redirect: 'manual',
    ...(asked.method !== 'GET' && asked.body !== null && { body: asked.body }),
  });
  if (answer.status === 401) cookies.delete(asked.person);
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' };
}

/** The trail says what somebody asked for in vain: an id of another authority that they knew already. */
function withoutOwnWords({ path, body }: FuzzRequest, answer: string): string {
  // An id that was sent tells nobody anything when it comes back, as in the result of work on several cases. A row would
  // bring others along.
  const sent = (body ?? '').match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  const text = sent.reduce((left, id) => left.replaceAll(id, ''), answer);
  if (!path.startsWith('/audit-events')) return text;
  return text.replaceAll(/\{[^{}]*"access\.refused"[^{}]*\}/g, '').replaceAll(/^.*access\.refused.*$/gm, '');
}

describe(`whatever is asked (seed ${seed}, ${runs} requests)`, () => {
  it('gets an answer of ours: no failure of the server, no row of another authority, problems in their form', async () => {
    const known = await makeThings();
    const marks = await markForeignRows(world);
    const routes = routesOf(test.app);
    const asked = new Map<string, number>();
    let letThrough = 0;
    await fc.assert(
      fc.asyncProperty(anyRequest(openApiDocument(test.app), routes, known), async (request) => {
        const { status, text, type } = await send(request);
        asked.set(String(status), (asked.get(String(status)) ?? 0) + 1);
        if (status < 300) letThrough += 1;
        expect(status).toBeLessThan(500);
        expect(marks.findIn(withoutOwnWords(request, text))).toBeNull();
        if (status >= 400) {
          expect(type).toContain('application/problem+json');
          const problem = JSON.parse(text) as Record<string, unknown>;
          expect(problem).toMatchObject({
            status,
            code: expect.stringMatching(/^[a-z_]+$/),
            title: expect.any(String),
          });
          // Our SQL is in small letters; "Select a need" and "from" in two messages are no statement.
          expect(text).not.toMatch(/node_modules|at \w+ \(|select [^"]* from |[Ss]yntax error/);
        }
      }),
      { seed, numRuns: runs, endOnFailure: true },
    );
    const summary = [...asked].sort().map(([status, count]) => `${status}: ${count}`);
    process.stdout.write(`fuzz, seed ${seed}, ${runs} requests: ${summary.join(', ')}\n`);
    // Not everything was refused at the door: the run reached what lies behind it.
    expect(letThrough).toBeGreaterThan(runs / 20);
  }, 900_000);

  it('notices a row of another authority when there is one', async () => {
    const marks = await markForeignRows(world);
    const [row] = await test.rows.query<{ id: string }>('select id from schools where authority_id = $1', [
      world.elsewhere,
    ]);
    expect(marks.findIn(`{"id":"${row?.id}"}`)).toBe(row?.id);
    expect(marks.findIn('{"name":"Robin Canary"}')).toBe('Canary');
    expect(marks.findIn(`{"id":"${world.alder}"}`)).toBeNull();
  });
});
