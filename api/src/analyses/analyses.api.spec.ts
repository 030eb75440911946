import { runJobs } from '../job-runner.js';
import { insertCohort } from '../testing/test-cohort.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { until } from '../testing/until.js';
import { AnalysisProcessor } from './analysis.processor.js';

let test: TestApplication;
let coordinator: SignedIn;
let rateCardId: string;

const netPence = 1126 * 32.5 * 38 - 600_000;
const period = { periodFrom: '2021-01-01', periodTo: '2021-12-31' };

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
  rateCardId = await test.rows.aRateCard();
  await insertCohort(test.rows, 100, '2021-06-30');
});

afterAll(() => test.close());

const start = () => coordinator.post('/analyses', { ...period, rateCardId });
const runToEnd = async (id: string) => {
  await test.app.get(AnalysisProcessor).process(1, id);
  return (await coordinator.get(`/analyses/${id}`).expect(200)).body;
};

describe('a cost-avoidance analysis', () => {
  it('is a row first, then a job that a worker takes and ends', async () => {
    const { body } = await start().expect(201);
    expect(body).toMatchObject({
      status: 'queued',
      methodologyVersion: '1.0.0',
      result: null,
      availableVerbs: ['cancel'],
    });
    const jobs = runJobs(test.app, test.environment, () => undefined);
    try {
      await until(async () => (await coordinator.get(`/analyses/${body.id}`)).body.status === 'succeeded');
    } finally {
      await jobs.stop();
    }
  });

  it('has the funnel, the headline, the split, and lines that add up to the total to the penny', async () => {
    const { body } = await start();
    const done = await runToEnd(body.id);
    expect(done).toMatchObject({ status: 'succeeded', progressDone: 100, progressTotal: 100, availableVerbs: [] });
    expect(done.inputsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(done.result.funnel).toMatchObject({ reviewed: 100, deemedHighRisk: 50, analysed: 50 });
    expect(done.result.potentialPence).toBe(50 * netPence);
    expect(done.result.avoidedHighPence + done.result.continuingPence + done.result.notAvoidedPence).toBe(
      done.result.potentialPence,
    );
    let sum = 0;
    let count = 0;
    let after: string | null = null;
    do {
      const page: { items: { netPence: number }[]; nextAfter: string | null } = (
        await coordinator.get(`/analyses/${body.id}/lines${after ? `?after=${after}` : ''}`).expect(200)
      ).body;
      sum += page.items.reduce((total, line) => total + line.netPence, 0);
      count += page.items.length;
      after = page.nextAfter;
    } while (after !== null);
    expect({ sum, count }).toEqual({ sum: done.result.potentialPence, count: 100 });
  });

  it('gives the same result and inputs hash when it is run again, and nothing more when one run is processed twice', async () => {
    const first = await runToEnd((await start()).body.id);
    const second = await runToEnd((await start()).body.id);
    expect({ ...second.result, hash: second.inputsHash }).toEqual({ ...first.result, hash: first.inputsHash });
    expect(await runToEnd(first.id)).toEqual(first);
    const [lines] = await test.rows.query<{ count: string }>('select count(*) from analysis_lines where run_id = $1', [
      first.id,
    ]);
    expect(lines?.count).toBe('100');
  });

  it('ends once with one result when two workers process it at the same time', async () => {
    const { body } = await start();
    const processor = test.app.get(AnalysisProcessor);
    await Promise.all([processor.process(1, body.id), processor.process(1, body.id)]);
    const events = await test.rows.query(
      "select 1 from audit_events where event = 'analysis.succeeded' and subject_id = $1",
      [body.id],
    );
    expect(events).toHaveLength(1);
  });

  it('is cancelled once, and then no worker gives it a result', async () => {
    const { body } = await start();
    await coordinator.post(`/analyses/${body.id}/cancel`).expect(200);
    await coordinator.post(`/analyses/${body.id}/cancel`).expect(409);
    expect(await runToEnd(body.id)).toMatchObject({ status: 'cancelled', result: null });
  });

  it('turns "avoided" into "not avoided" when a plan was issued, visibly', async () => {
    const [row] = await test.rows.query<{ id: string; by: string }>(
      "select r.id, r.created_by as by from referrals r join assessments a on a.referral_id = r.id where a.risk_level = 'high' limit 1",
    );
    await test.rows.query(
      "insert into ehc_facts (referral_id, authority_id, requested_on, plan_issued_on, recorded_by, recorded_at) values ($1, 1, '2021-07-01', '2021-11-01', $2, now())",
      [row?.id, row?.by],
    );
    const done = await runToEnd((await start()).body.id);
    expect(done.result).toMatchObject({
      childrenWithPlan: 1,
      notAvoidedPence: netPence,
      avoidedHighPence: 49 * netPence,
    });
    await test.rows.query('delete from ehc_facts');
  });

  it('counts a child once who was referred and reviewed twice', async () => {
    const [first] = await test.rows.query<{ id: string; child_id: string; school_id: string; created_by: string }>(
      'select id, child_id, school_id, created_by from referrals limit 1',
    );
    const [again] = await test.rows.query<{ id: string }>(
      `insert into referrals (authority_id, school_id, child_id, reference, status, primary_need, created_by, created_at, submitted_on, listed_on, status_changed_on)
       values (1, $1, $2, 'AGAIN', 'closed', 'SEMH', $3, now(), '2021-07-01', '2021-07-01', '2021-07-01') returning id`,
      [first?.school_id, first?.child_id, first?.created_by],
    );
    await test.rows.query(
      "insert into reviews (authority_id, referral_id, reviewed_on, outcome_category, next_step, note, recorded_by, recorded_at) values (1, $1, '2021-10-01', 'continuing_to_improve', 'end', '', $2, now())",
      [again?.id, first?.created_by],
    );
    expect((await runToEnd((await start()).body.id)).result.funnel.reviewed).toBe(100);
  });

  it('is handed over again when the queue never got it', async () => {
    const { body } = await start();
    await test.rows.query(
      "update analysis_runs set enqueued_at = null, queued_at = queued_at - interval '1 hour' where id = $1",
      [body.id],
    );
    const jobs = runJobs(test.app, test.environment, () => undefined);
    try {
      await until(async () => (await coordinator.get(`/analyses/${body.id}`)).body.status === 'succeeded');
    } finally {
      await jobs.stop();
    }
  });

  it('explains a published total by the simplest change of its inputs', async () => {
    const done = await runToEnd((await start()).body.id);
    const published = done.result.funnel.analysed * (1116 * 32.5 * 38 - 600_000);
    const { body } = await coordinator
      .post(`/analyses/${done.id}/reconcile`, { publishedTotalPence: published })
      .expect(200);
    expect(body.computedTotalPence).toBe(done.result.potentialPence);
    expect(body.items.map((item: { explanation: string }) => item.explanation).join()).toContain('£11.16');
    expect(body.items.every((item: { totalPence: number }) => item.totalPence === published)).toBe(true);
  });

  it('refuses a period that ends before it starts, an unknown rate card and wrong types', async () => {
    const reversed = await coordinator
      .post('/analyses', { periodFrom: '2021-02-01', periodTo: '2021-01-01', rateCardId })
      .expect(422);
    expect(reversed.body.errors[0].pointer).toBe('/periodTo');
    const unknown = await coordinator
      .post('/analyses', { ...period, rateCardId: '00000000-0000-4000-8000-000000000000' })
      .expect(422);
    expect(unknown.body.errors[0].pointer).toBe('/rateCardId');
    await coordinator.post('/analyses', { periodFrom: '2021-02-30', periodTo: 7, rateCardId: null }).expect(422);
  });

  it('is refused to everybody but a coordinator, and is not there for another authority', async () => {
    const { body } = await start();
    for (const role of [
      'panel_member',
      'contract_manager',
      'board_member',
      'administrator',
      'data_protection_officer',
    ] as const) {
      const person = await test.signInAs(role);
      await person.get(`/analyses/${body.id}/lines`).expect(403);
      await person.post('/analyses', { ...period, rateCardId }).expect(403);
    }
    const authorityId = await test.rows.anAuthority('Elsewhere');
    const foreign = await test.signInAs('coordinator', { authorityId });
    await foreign.get(`/analyses/${body.id}`).expect(404);
    await foreign.get(`/analyses/${body.id}/lines`).expect(404);
    await foreign.post(`/analyses/${body.id}/cancel`).expect(404);
  });
});
