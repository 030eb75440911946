import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';

import { insertCohort } from '../testing/test-cohort.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { until } from '../testing/until.js';
import { startWorkerProcess } from '../testing/worker-process.js';
import { runJobs } from '../job-runner.js';
import { type OpenWorker, openQueue, openWorker } from './job-backend.js';
import { JobRegistry } from './job-registry.js';
import { RecurringTasksService } from './recurring-tasks.service.js';

// Worker processes start and end in these tests, on machines that may be busy.
jest.setTimeout(60_000);

/** The same tests on both back ends. Redis where the environment of the tests names one, as CI does. */
const redisUrl = process.env['PANEL_TEST_REDIS_URL'] ?? null;
const backends: [name: string, redisUrl: string | null][] = redisUrl
  ? [
      ['Postgres', null],
      ['Redis', redisUrl],
    ]
  : [['Postgres', null]];

describe.each(backends)('jobs on %s', (_, url) => {
  let test: TestApplication;
  let coordinator: SignedIn;
  let rateCardId: string;

  beforeAll(async () => {
    test = await startTestApplication('2026-11-24', { redisUrl: url });
    // The worker processes have the machine's clock: a session of another day would be over for them, and purged.
    test.clock.set(new Date().toISOString());
    coordinator = await test.signInAs('coordinator');
    await insertCohort(test.rows, 1_500, '2021-06-30');
    rateCardId = await test.rows.aRateCard();
  });

  afterAll(() => test.close());

  const start = async (): Promise<string> =>
    (await coordinator.post('/analyses', { periodFrom: '2021-01-01', periodTo: '2021-12-31', rateCardId }).expect(201))
      .body.id;
  const statusOf = async (id: string): Promise<string> => (await coordinator.get(`/analyses/${id}`)).body.status;

  it('are done by a worker process', async () => {
    const worker = await startWorkerProcess(test.environment);
    try {
      const id = await start();
      await until(async () => (await statusOf(id)) === 'succeeded');
    } finally {
      await worker.kill();
    }
  });

  it('end once with one result when the worker is killed with kill -9 in the middle', async () => {
    // Somebody holds the table of lines, so the run stops at its very last step and can be killed there.
    await test.rows.query('begin');
    await test.rows.query('lock table analysis_lines in exclusive mode');
    const id = await start();
    const killed = await startWorkerProcess(test.environment);
    await until(async () => {
      const { body } = await coordinator.get(`/analyses/${id}`);
      return body.status === 'running' && body.progressDone === body.progressTotal && body.progressTotal > 0;
    });
    await killed.kill();
    await test.rows.query('rollback');
    expect(await statusOf(id)).toBe('running');

    const successor = await startWorkerProcess(test.environment);
    try {
      await until(async () => (await statusOf(id)) === 'succeeded', 60);
    } finally {
      await successor.kill();
    }
    const [lines] = await test.rows.query<{ count: string }>('select count(*) from analysis_lines where run_id = $1', [
      id,
    ]);
    const ends = await test.rows.query(
      "select 1 from audit_events where event = 'analysis.succeeded' and subject_id = $1",
      [id],
    );
    expect({ lines: lines?.count, ends: ends.length }).toEqual({ lines: '1500', ends: 1 });
  }, 90_000);

  it('wait once when the same row is handed over twice before a worker takes it', async () => {
    const queue = openQueue(test.environment, () => undefined);
    const [id, last] = [randomUUID(), randomUUID()];
    await Promise.all([queue.add('analysis', id, { authorityId: 1 }), queue.add('analysis', id, { authorityId: 1 })]);
    await queue.add('analysis', last, { authorityId: 1 });
    const done: string[] = [];
    const worker: OpenWorker = openWorker(
      test.environment,
      { run: async (_name, jobId) => void done.push(jobId), giveUp: async () => undefined },
      () => undefined,
    );
    try {
      // Jobs are taken in their order, so when the last one is done a second one of the first would be too.
      await until(async () => done.includes(last));
      expect(done.filter((jobId) => jobId === id)).toEqual([id]);
    } finally {
      await worker.close();
      await queue.close();
    }
  });

  it('are tried again after a failure and succeed then', async () => {
    const queue = openQueue(test.environment, () => undefined);
    const id = randomUUID();
    let attempts = 0;
    const worker = openWorker(
      test.environment,
      {
        run: async (_name, jobId) => {
          if (jobId !== id) return;
          attempts += 1;
          if (attempts === 1) throw new Error('the first attempt fails');
        },
        giveUp: async () => undefined,
      },
      () => undefined,
    );
    try {
      await queue.add('analysis', id, { authorityId: 1 });
      await until(async () => attempts === 2);
    } finally {
      await worker.close();
      await queue.close();
    }
  });

  it('come again by themselves, once for each due time although two workers run', async () => {
    let turns = 0;
    test.app
      .get(JobRegistry)
      .recur(`test-turn-${randomUUID()}`, { schedule: { everySeconds: 1 }, run: async () => void (turns += 1) });
    const since = Date.now();
    const runners = [1, 2].map(() => runJobs(test.app, test.environment, () => undefined));
    try {
      await until(async () => turns >= 6);
      // One may be due already and the next in no time; with both workers taking each, six turns would be there in two seconds.
      expect(turns).toBeLessThanOrEqual(Math.floor((Date.now() - since) / 1000) + 2);
    } finally {
      for (const runner of runners) await runner.stop();
    }
  });

  it('come for every authority, also when the turn of another one fails', async () => {
    const second = await test.rows.anAuthority(`Elsewhere ${randomUUID()}`);
    const turns: number[] = [];
    test.app.get(JobRegistry).recur('test-failing-turn', {
      schedule: { at: '02:30' },
      run: async (authorityId) => {
        turns.push(authorityId);
        if (authorityId === 1) throw new Error('the turn of one authority fails');
      },
    });
    await expect(test.app.get(RecurringTasksService).run('test-failing-turn')).rejects.toThrow('failed for 1');
    expect(turns).toEqual([1, second]);
  });
});
