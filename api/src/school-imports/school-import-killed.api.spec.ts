import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';

import { type ApiProcess, startApiProcess } from '../testing/api-process.js';
import { giasCsv, type GiasRow, linksCsv } from '../testing/gias-rows.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { until } from '../testing/until.js';
import { startWorkerProcess } from '../testing/worker-process.js';
import type { SchoolImport } from './school-import.dto.js';
import { SchoolImportProcessor } from './school-import.processor.js';

// Processes start, are killed and are missed only after a while.
jest.setTimeout(180_000);

let test: TestApplication;
let administrator: SignedIn;
let token: string;

beforeAll(async () => {
  test = await startTestApplication();
  // The processes have the machine's clock: a session of another day would be over for them.
  test.clock.set(new Date().toISOString());
  token = await test.rows.aSession('administrator');
  administrator = test.as(token);
});

afterAll(() => test.close());

const schools: readonly GiasRow[] = Array.from({ length: 40 }, (_, index) => ({
  URN: String(100_001 + index),
  EstablishmentName: `School ${index}`,
  ...(index % 4 === 0 && { 'Trusts (code)': String(16_000 + index), 'Trusts (name)': `Trust ${index}` }),
  ...(index === 0 && { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2024' }),
}));
const links = linksCsv([['100001', '100002', 'Successor', '01-09-2024']]);

const importOf = async (id: string): Promise<SchoolImport> =>
  (await administrator.get(`/school-imports/${id}`).expect(200)).body as SchoolImport;

async function register(): Promise<unknown> {
  const [counts] = await test.rows.query(
    `select (select count(*)::int from schools where authority_id = 1) as schools,
            (select count(*)::int from trusts where authority_id = 1) as trusts,
            (select count(*)::int from school_links where authority_id = 1) as links`,
  );
  return counts;
}

const eventsOf = async (id: string): Promise<string[]> =>
  (
    await test.rows.query<{ event: string }>('select event from audit_events where subject_id = $1 order by id', [id])
  ).map(({ event }) => event);

/** While somebody holds the table the work stops in the middle of its last transaction, where it is killed. */
async function killedAt(table: string, start: () => Promise<{ readonly kill: () => Promise<void> }>): Promise<void> {
  await test.rows.query('begin');
  await test.rows.query(`lock table ${table} in exclusive mode`);
  const killed = await start();
  await until(async () => {
    const waiting = await test.rows.query(
      'select 1 from pg_locks where not granted and relation = $1::regclass and database = (select oid from pg_database where datname = current_database())',
      [table],
    );
    return waiting.length > 0;
  }, 60);
  await killed.kill();
  await test.rows.query('rollback');
}

async function startApi(): Promise<{ readonly api: ApiProcess; readonly kill: () => Promise<void> }> {
  const api = await startApiProcess({
    DATABASE_URL: test.environment.databaseUrl ?? '',
    PANEL_SCOPE_KEY: test.environment.scopeKey ?? '',
  });
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      api.process.once('exit', () => resolve());
      api.process.kill('SIGKILL');
    });
  return { api, kill };
}

const undo = ({ port }: ApiProcess, { id, version }: SchoolImport): Promise<number> =>
  fetch(`http://127.0.0.1:${port}/api/school-imports/${id}/undo`, {
    method: 'POST',
    headers: { Cookie: `panel-session=${token}`, 'X-Panel-Request': '1', 'If-Match': `"${version}"` },
  }).then(
    ({ status }) => status,
    () => 0,
  );

describe('an import of schools whose process is killed in the middle', () => {
  it('ends exactly once with the right counts: while it is read, and while it is done', async () => {
    const before = await register();
    const { body } = await administrator
      .send('post', '/school-imports', { key: randomUUID() })
      .field('laCodes', '857')
      .attach('extract', giasCsv(schools), { filename: 'edubasealldata.csv', contentType: 'text/csv' })
      .attach('links', links, { filename: 'links_edubasealldata.csv', contentType: 'text/csv' })
      .expect(201);
    const { id } = body as SchoolImport;

    await killedAt('school_import_rows', () => startWorkerProcess(test.environment));
    expect((await importOf(id)).status).toBe('reading');
    const reader = await startWorkerProcess(test.environment);
    try {
      await until(async () => (await importOf(id)).status === 'to_review', 90);
    } finally {
      await reader.kill();
    }
    const read = await importOf(id);
    expect(read.counts).toMatchObject({ new: 40, changed: 0 });

    await killedAt('school_links', async () => {
      await administrator
        .post(`/school-imports/${id}/confirm`, { skipsErrors: false }, { version: read.version })
        .expect(200);
      return startWorkerProcess(test.environment);
    });
    expect((await importOf(id)).status).toBe('applying');
    expect(await register()).toEqual(before);
    const doer = await startWorkerProcess(test.environment);
    try {
      await until(async () => (await importOf(id)).status === 'applied', 90);
    } finally {
      await doer.kill();
    }
    expect(await register()).toEqual({
      schools: (before as { schools: number }).schools + 40,
      trusts: (before as { trusts: number }).trusts + 10,
      links: 1,
    });
    expect((await eventsOf(id)).filter((event) => /read$|applied|failed/.test(event))).toEqual([
      'school_import.read',
      'school_import.applied',
    ]);
  });

  it('is undone as a whole or not at all', async () => {
    const before = await register();
    const changed = schools.map((school) => ({ ...school, EstablishmentName: `${school['EstablishmentName']} again` }));
    const more = [...changed, { URN: '200001', EstablishmentName: 'A new school' }];
    const { body } = await administrator
      .send('post', '/school-imports', { key: randomUUID() })
      .field('laCodes', '857')
      .attach('extract', giasCsv(more), { filename: 'edubasealldata.csv', contentType: 'text/csv' })
      .expect(201);
    const { id } = body as SchoolImport;
    await test.app.get(SchoolImportProcessor).process(1, id);
    const { version } = await importOf(id);
    await administrator.post(`/school-imports/${id}/confirm`, { skipsErrors: false }, { version }).expect(200);
    await test.app.get(SchoolImportProcessor).process(1, id);
    const applied = await importOf(id);
    expect(applied.status).toBe('applied');

    let answer = Promise.resolve(-1);
    await killedAt('trusts', async () => {
      const { api, kill } = await startApi();
      answer = undo(api, applied);
      return { kill };
    });
    expect(await answer).toBe(0);
    expect((await importOf(id)).status).toBe('applied');
    expect(await test.rows.query("select 1 from schools where name like '% again'")).toHaveLength(40);

    const { api, kill } = await startApi();
    try {
      expect(await undo(api, applied)).toBe(200);
      // Whoever did not see the answer presses again, and nothing happens twice.
      expect(await undo(api, applied)).toBe(412);
    } finally {
      await kill();
    }
    expect(await register()).toEqual(before);
    expect(await test.rows.query("select 1 from schools where name like '% again'")).toHaveLength(0);
    expect((await eventsOf(id)).filter((event) => event === 'school_import.undone')).toHaveLength(1);
  });
});
