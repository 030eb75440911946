import { randomUUID } from 'node:crypto';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let coordinator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
  await test.rows.aRateCard();
});

afterAll(() => test.close());

const judgement = {
  riskLevel: 'high',
  probabilityPercent: 75,
  isPlanLikely: true,
  weeklyHours: 32.5,
  confidence: 'medium',
  rationale: 'Needs have grown in spite of two cycles of support over two terms.',
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
