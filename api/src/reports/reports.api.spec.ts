import { AnalysisProcessor } from '../analyses/analysis.processor.js';
import { insertCohort } from '../testing/test-cohort.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let coordinator: SignedIn;
let board: SignedIn;
let analysisId: string;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
  board = await test.signInAs('board_member');
  await insertCohort(test.rows, 100, '2021-06-30');
  const rateCardId = await test.rows.aRateCard();
  analysisId = (
    await coordinator.post('/analyses', { periodFrom: '2021-01-01', periodTo: '2021-12-31', rateCardId }).expect(201)
  ).body.id;
  await test.app.get(AnalysisProcessor).process(1, analysisId);
});

afterAll(() => test.close());

const draft = async () => (await coordinator.post('/reports', { analysisId, title: 'Impact' }).expect(201)).body;

describe('a report', () => {
  it('is drafted by a coordinator, approved by a board member, published by a coordinator', async () => {
    const report = await draft();
    expect(report).toMatchObject({ status: 'draft', version: 1, availableVerbs: [] });
    expect((await board.get(`/reports/${report.id}`).expect(200)).body.availableVerbs).toEqual(['approve']);
    await coordinator.post(`/reports/${report.id}/publish`, {}, { version: 1 }).expect(409);
    await coordinator.post(`/reports/${report.id}/approve`, {}, { version: 1 }).expect(403);
    await board.post(`/reports/${report.id}/approve`, {}, { version: 7 }).expect(412);
    await board.post(`/reports/${report.id}/approve`, {}, { version: 1 }).expect(200);
    await board.post(`/reports/${report.id}/publish`, {}, { version: 2 }).expect(403);
    const published = await coordinator.post(`/reports/${report.id}/publish`, {}, { version: 2 }).expect(200);
    expect(published.body).toMatchObject({ status: 'published', version: 3, contentHash: report.contentHash });
    const events = await test.rows.query<{ event: string }>(
      "select event from audit_events where subject_id = $1 and event like 'report.%' and event <> 'report.viewed' order by id",
      [report.id],
    );
    expect(events.map(({ event }) => event)).toEqual(['report.drafted', 'report.approved', 'report.published']);
  });

  it('is not published by who has not shown lately that it is them', async () => {
    const report = await draft();
    await board.post(`/reports/${report.id}/approve`, {}, { version: 1 }).expect(200);
    test.clock.set('2026-11-24T10:06:00Z');
    const refused = await coordinator.post(`/reports/${report.id}/publish`, {}, { version: 2 }).expect(403);
    expect(refused.body.code).toBe('confirmation_needed');
    test.clock.set('2026-11-24T10:00:00Z');
    await coordinator.post(`/reports/${report.id}/publish`, {}, { version: 2 }).expect(200);
  });

  it('cannot be approved by the person who drafted it, whatever roles they hold', async () => {
    const userId = await test.rows.aUser();
    await test.rows.grant(userId, 'board_member');
    const token = await test.rows.aSession('coordinator', {}, userId);
    const both = test.as(token);
    const report = (await both.post('/reports', { analysisId, title: 'Own' }).expect(201)).body;
    const refused = await both.post(`/reports/${report.id}/approve`, {}, { version: 1 }).expect(409);
    expect(refused.body.code).toBe('report_move_refused');
  });

  it('holds no child, no school and no reference', async () => {
    const { content } = await draft();
    expect(JSON.stringify(content)).not.toMatch(/COHORT|Robin|School \d|EIP-/);
  });

  it('counts a referral since the launch in its quarter also when the case has been destroyed since', async () => {
    const sinceLaunch = async (): Promise<unknown> =>
      (await draft()).content.tables.find(({ code }: { code: string }) => code === 'referrals_since_launch').rows;
    const submittedOn = '2021-02-01';
    const ids: string[] = [];
    while (ids.length < 12) ids.push(await test.rows.aReferral({ status: 'declined', submittedOn }));
    const before = await sinceLaunch();
    expect(before).toContainEqual({ label: 'By 31 March 2021', count: expect.any(Number) });
    await test.rows.query('delete from referral_sections where referral_id = any($1)', [ids]);
    await test.rows.query('delete from referrals where id = any($1)', [ids]);
    expect(await sinceLaunch()).toEqual(before);
  });

  it('is frozen by the database from the approval on', async () => {
    const report = await draft();
    await board.post(`/reports/${report.id}/approve`, {}, { version: 1 }).expect(200);
    await expect(test.rows.query("update reports set title = 'Other' where id = $1", [report.id])).rejects.toThrow(
      'cannot be changed',
    );
  });

  it('needs an analysis that has a result', async () => {
    const refused = await coordinator
      .post('/reports', { analysisId: '00000000-0000-4000-8000-000000000000', title: 'x' })
      .expect(422);
    expect(refused.body.errors[0].pointer).toBe('/analysisId');
    await coordinator.post('/reports', { analysisId, title: ' ' }).expect(422);
  });

  it('is refused from an analysis whose cases are no longer all there, and works from a new one', async () => {
    const [rateCard] = await test.rows.query<{ id: string }>(
      'select rate_card_id as id from analysis_runs where id = $1',
      [analysisId],
    );
    const period = { periodFrom: '2021-01-01', periodTo: '2021-12-31', rateCardId: rateCard?.id };
    const older = (await coordinator.post('/analyses', period).expect(201)).body.id;
    await test.app.get(AnalysisProcessor).process(1, older);
    // What the destruction of a case leaves of its line.
    await test.rows.query(
      'update analysis_lines set referral_id = null where id in (select id from analysis_lines where run_id = $1 limit 2)',
      [older],
    );
    const refused = await coordinator.post('/reports', { analysisId: older, title: 'Late' }).expect(422);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ pointer: '/analysisId', code: 'analysis_cases_destroyed' }),
    ]);
    expect(refused.body.errors[0].detail).toContain('2 cases');
    await coordinator.post('/reports', { analysisId, title: 'In time' }).expect(201);
  });

  it('is not there for another authority and refused to other roles', async () => {
    const report = await draft();
    const authorityId = await test.rows.anAuthority('Elsewhere');
    await (await test.signInAs('board_member', { authorityId })).get(`/reports/${report.id}`).expect(404);
    for (const role of ['panel_member', 'contract_manager', 'administrator', 'data_protection_officer'] as const) {
      await (await test.signInAs(role)).get(`/reports/${report.id}`).expect(403);
    }
  });
});
