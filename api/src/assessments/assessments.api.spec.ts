import { randomUUID } from 'node:crypto';

import { currentCriteria } from '@panel/risk';

import { Transactions } from '../database/transactions.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let coordinator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
  await test.rows.aRateCard();
});

afterAll(() => test.close());

const { version: criteriaVersion, criteria } = currentCriteria();
const evidence = criteria.map(({ code: criterion }, index) => ({
  criterion,
  strength: index === 0 ? 'strong' : 'some',
}));

const judgement = {
  riskLevel: 'high',
  probabilityPercent: 75,
  isPlanLikely: true,
  weeklyHours: 32.5,
  confidence: 'medium',
  rationale: 'Needs have grown in spite of two cycles of support over two terms.',
  criteriaVersion,
  evidence,
  draftVersion: null,
};

describe('assessing a risk', () => {
  it('computes the annual value from hours and the rate card in force, and moves the case on', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    const answer = await coordinator.post(`/referrals/${id}/assessments`, judgement).expect(201);
    expect(answer.body).toMatchObject({
      number: 1,
      weeklyHours: 32.5,
      grossAnnualPence: 1_390_610,
      annualValuePence: 790_610,
      assessedOn: '2026-11-24',
    });
    expect((await coordinator.get(`/referrals/${id}`)).body).toMatchObject({
      status: 'assessed',
      availableVerbs: expect.arrayContaining(['ready_for_panel']),
    });
    await coordinator.post(`/referrals/${id}/ready-for-panel`, {}, { version: 2 }).expect(200);
  });

  it('adds a second assessment beside the first and overwrites nothing', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.post(`/referrals/${id}/assessments`, judgement).expect(201);
    await coordinator.post(`/referrals/${id}/assessments`, { ...judgement, weeklyHours: 25 }).expect(201);
    const { body } = await coordinator.get(`/referrals/${id}/assessments`).expect(200);
    expect(
      body.items.map((item: { number: number; annualValuePence: number }) => [item.number, item.annualValuePence]),
    ).toEqual([
      [2, 469_700],
      [1, 790_610],
    ]);
  });

  it('refuses a typed value of money and everything else it does not ask for', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    const answer = await coordinator
      .post(`/referrals/${id}/assessments`, { ...judgement, annualValuePence: 1 })
      .expect(422);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ pointer: '/annualValuePence', code: 'field_unknown' }),
    ]);
  });

  it.each([
    ['negative hours', { weeklyHours: -1 }, '/weeklyHours'],
    ['hours with three decimals', { weeklyHours: 32.555 }, '/weeklyHours'],
    ['hours as text', { weeklyHours: '32.5' }, '/weeklyHours'],
    ['a probability over 100', { probabilityPercent: 101 }, '/probabilityPercent'],
    ['a probability that does not fit the level', { probabilityPercent: 5 }, '/probabilityPercent'],
    ['an unknown level', { riskLevel: 'extreme' }, '/riskLevel'],
    ['no rationale', { rationale: ' ' }, '/rationale'],
    [
      'a criterion that is not answered',
      { evidence: evidence.slice(0, -1) },
      `/evidence/${criteria.length - 1}/strength`,
    ],
    ['criteria that are not in force', { criteriaVersion: '1999-1' }, '/criteriaVersion'],
    ['an unknown strength', { evidence: [{ criterion: 'exclusion', strength: 'huge' }] }, '/evidence/0/strength'],
    [
      'a high risk without strong evidence in few words',
      { evidence: evidence.map((item) => ({ ...item, strength: 'some' })), rationale: 'It has become much worse.' },
      '/rationale',
    ],
  ])('refuses %s, points at it and writes nothing', async (_, change, pointer) => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    const answer = await coordinator.post(`/referrals/${id}/assessments`, { ...judgement, ...change }).expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    expect(await test.rows.query('select 1 from assessments where referral_id = $1', [id])).toEqual([]);
  });

  it('is refused before the referral is accepted, by other roles, and for what is not there', async () => {
    const submitted = await test.rows.aReferral({ status: 'submitted' });
    await coordinator.post(`/referrals/${submitted}/assessments`, judgement).expect(409);
    await (await test.signInAs('panel_member')).post(`/referrals/${submitted}/assessments`, judgement).expect(403);
    await coordinator.post(`/referrals/${randomUUID()}/assessments`, judgement).expect(404);
    const foreign = await test.rows.aReferral({
      authorityId: await test.rows.anAuthority('Elsewhere'),
      status: 'accepted',
    });
    await coordinator.post(`/referrals/${foreign}/assessments`, judgement).expect(404);
    await coordinator.get(`/referrals/${foreign}/assessments`).expect(404);
  });

  it('says so when no rate card is in force on the day', async () => {
    const authorityId = await test.rows.anAuthority('Without rates');
    const person = await test.signInAs('coordinator', { authorityId });
    const id = await test.rows.aReferral({ authorityId, status: 'accepted' });
    const answer = await person.post(`/referrals/${id}/assessments`, judgement).expect(409);
    expect(answer.body.code).toBe('no_rate_card_in_force');
  });
});

describe('what an assessment keeps', () => {
  it('is the list of criteria it was made with, each answer, and the working of its value line by line', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    const { body } = await coordinator.post(`/referrals/${id}/assessments`, judgement).expect(201);
    expect(body).toMatchObject({ criteriaVersion, evidence });
    expect(body.working).toEqual({
      weeklyHours: 32.5,
      hourlyRatePence: 1126,
      weeksPerYear: 38,
      isFixedAmount: false,
      grossPence: 1_390_610,
      schoolContributionPence: 600_000,
      paidBySchoolPence: 600_000,
      beforeRoundingPence: 790_610,
      isClipped: false,
      rounding: 'none',
      netPence: 790_610,
    });
    const few = { ...judgement, weeklyHours: 10 };
    const clipped = (await coordinator.post(`/referrals/${id}/assessments`, few).expect(201)).body;
    expect(clipped).toMatchObject({
      annualValuePence: 0,
      working: { isClipped: true, paidBySchoolPence: 427_880, netPence: 0 },
    });
  });

  it('is never changed, by the application or the owner of the tables', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.post(`/referrals/${id}/assessments`, judgement).expect(201);
    await expect(test.rows.query("update assessments set risk_level = 'low'")).rejects.toThrow('cannot be changed');
    await expect(test.rows.query('delete from assessments')).rejects.toThrow('cannot be changed');
    const changed = test.app
      .get(Transactions)
      .run({ authorityId: 1 }, (tx) => tx.rows("update assessments set risk_level = 'low'"));
    await expect(changed).rejects.toThrow('permission denied');
  });

  it('is not told to the audit: neither the reasons nor the evidence', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.post(`/referrals/${id}/assessments`, judgement).expect(201);
    const events = await test.rows.query<{ event: string; detail: object }>(
      'select event, detail from audit_events where subject_id = $1',
      [id],
    );
    expect(events.map(({ event }) => event)).toContain('assessment.created');
    expect(JSON.stringify(events)).not.toMatch(/Needs have grown|strong/);
  });
});

describe('the draft of an assessment', () => {
  const answers = {
    criteriaVersion,
    evidence: criteria.map(({ code: criterion }) => ({ criterion, strength: '' })),
    riskLevel: 'high',
    probabilityPercent: '',
    isPlanLikely: '',
    hours: '',
    weeklyHours: '',
    confidence: '',
    rationale: 'Needs have',
  };
  const path = (id: string): string => `/referrals/${id}/assessment-draft`;

  it('begins empty with the criteria in force, and is saved unchecked, as it is typed', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    const empty = (await coordinator.get(path(id)).expect(200)).body;
    expect(empty).toMatchObject({
      version: 0,
      savedAt: null,
      working: null,
      answers: { criteriaVersion, rationale: '' },
    });
    const saved = await coordinator.put(path(id), answers, 0).expect(200);
    expect(saved.body).toMatchObject({ version: 1, savedAt: '2026-11-24T10:00:00.000Z' });

    const colleague = await test.signInAs('coordinator');
    expect((await colleague.get(path(id))).body).toMatchObject({ version: 1, answers });
    await colleague.put(path(id), { ...answers, rationale: 'Needs have grown' }, 1).expect(200);
    const stale = await coordinator.put(path(id), answers, 1).expect(412);
    expect(stale.body.code).toBe('version_stale');
    expect((await coordinator.get(path(id))).body.answers.rationale).toBe('Needs have grown');
  });

  it('shows the value that its hours would have, with the working, before the assessment is made', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.put(path(id), { ...answers, hours: '25' }, 0).expect(200);
    expect((await coordinator.get(path(id))).body.working).toMatchObject({ weeklyHours: 25, netPence: 469_700 });
    await coordinator.put(path(id), { ...answers, hours: 'other', weeklyHours: '41' }, 1).expect(200);
    expect((await coordinator.get(path(id))).body.working).toBeNull();
  });

  it('ends with the assessment; nobody saves over the next one from an old page', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.put(path(id), answers, 0).expect(200);
    await coordinator.post(`/referrals/${id}/assessments`, { ...judgement, draftVersion: 1 }).expect(201);
    expect((await coordinator.get(path(id))).body).toMatchObject({
      version: 2,
      savedAt: null,
      answers: { rationale: '' },
    });
    await coordinator.put(path(id), answers, 1).expect(412);
    await coordinator.put(path(id), answers, 2).expect(200);
  });

  it('is not completed by somebody who has not seen its last change', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.put(path(id), answers, 0).expect(200);
    await coordinator.put(path(id), { ...answers, rationale: 'Something else' }, 1).expect(200);
    const stale = await coordinator.post(`/referrals/${id}/assessments`, { ...judgement, draftVersion: 1 }).expect(412);
    expect(stale.body.code).toBe('version_stale');
    expect(await test.rows.query('select 1 from assessments where referral_id = $1', [id])).toEqual([]);
  });

  it('is for coordinators, at a stage at which a case can be assessed, and leaves no words in the audit', async () => {
    const submitted = await test.rows.aReferral({ status: 'submitted' });
    const refused = await coordinator.put(path(submitted), answers, 0).expect(409);
    expect(refused.body.code).toBe('referral_move_refused');
    await (await test.signInAs('panel_member')).get(path(submitted)).expect(403);
    await coordinator.get(path(randomUUID())).expect(404);
    const foreign = await test.rows.aReferral({
      authorityId: await test.rows.anAuthority('Far away'),
      status: 'accepted',
    });
    await coordinator.put(path(foreign), answers, 0).expect(404);

    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.put(path(id), { ...answers, rationale: 'Qzword' }, 0).expect(200);
    const events = await test.rows.query<{ event: string; detail: object }>(
      'select event, detail from audit_events where subject_id = $1',
      [id],
    );
    expect(events).toEqual([{ event: 'assessment.draft_saved', detail: { version: 1 } }]);
  });
});
