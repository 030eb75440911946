import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let coordinator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
});

afterAll(() => test.close());

const review = {
  reviewedOn: '2026-11-20',
  outcomeCategory: 'continuing_to_improve',
  goalScoreBefore: 3,
  goalScoreNow: 6,
  nextStep: 'continue',
  note: 'Better mornings.',
};
const facts = {
  requestedOn: '2026-09-01',
  decidedOn: '2026-10-13',
  decision: 'assessment_agreed',
  planIssuedOn: null,
  weeklyHours: null,
};

describe('a review', () => {
  it('records outcome and measures and takes the case into review', async () => {
    const id = await test.rows.aReferral({ status: 'in_delivery' });
    await coordinator.post(`/referrals/${id}/reviews`, review).expect(201);
    expect((await coordinator.get(`/referrals/${id}`)).body.status).toBe('in_review');
    const { body } = await coordinator.get(`/referrals/${id}/reviews`).expect(200);
    expect(body.items).toEqual([expect.objectContaining(review)]);
  });

  it('closes the case when its next step is the end', async () => {
    const id = await test.rows.aReferral({ status: 'in_review' });
    await coordinator.post(`/referrals/${id}/reviews`, { ...review, nextStep: 'end' }).expect(201);
    expect((await coordinator.get(`/referrals/${id}`)).body.status).toBe('closed');
  });

  it('is recorded once a day, never for the future, and not before delivery', async () => {
    const id = await test.rows.aReferral({ status: 'in_delivery' });
    await coordinator.post(`/referrals/${id}/reviews`, review).expect(201);
    await coordinator.post(`/referrals/${id}/reviews`, review).expect(409);
    const future = await coordinator
      .post(`/referrals/${id}/reviews`, { ...review, reviewedOn: '2026-11-25' })
      .expect(422);
    expect(future.body.errors[0].pointer).toBe('/reviewedOn');
    const early = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.post(`/referrals/${early}/reviews`, review).expect(409);
    expect(await test.rows.query('select 1 from reviews where referral_id = $1', [early])).toEqual([]);
  });

  it('refuses scores outside 0 to 10 and unknown categories', async () => {
    const id = await test.rows.aReferral({ status: 'in_delivery' });
    const answer = await coordinator
      .post(`/referrals/${id}/reviews`, { ...review, goalScoreNow: 11, outcomeCategory: 'good' })
      .expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/outcomeCategory',
      '/goalScoreNow',
    ]);
  });
});

describe('EHC facts', () => {
  it('are recorded beside the judgement and changed by version', async () => {
    const id = await test.rows.aReferral({ status: 'in_review' });
    expect((await coordinator.get(`/referrals/${id}/ehc-facts`).expect(200)).body).toMatchObject({
      version: 0,
      requestedOn: null,
    });
    await coordinator.put(`/referrals/${id}/ehc-facts`, facts, 0).expect(200);
    await coordinator.put(`/referrals/${id}/ehc-facts`, facts, 0).expect(412);
    const changed = await coordinator
      .put(
        `/referrals/${id}/ehc-facts`,
        { ...facts, decision: 'plan_issued', planIssuedOn: '2026-11-02', weeklyHours: 25 },
        1,
      )
      .expect(200);
    expect(changed.body).toMatchObject({ version: 2, planIssuedOn: '2026-11-02', weeklyHours: 25 });
  });

  it.each([
    ['a decision before the request', { decidedOn: '2026-08-01' }, '/decidedOn'],
    ['a plan without a request', { requestedOn: null, decidedOn: null, planIssuedOn: '2026-10-01' }, '/planIssuedOn'],
    ['a day in the future', { decidedOn: '2027-01-01' }, '/decidedOn'],
    ['a day that does not exist', { requestedOn: '2026-02-30' }, '/requestedOn'],
  ])('refuse %s', async (_, change, pointer) => {
    const id = await test.rows.aReferral({ status: 'in_review' });
    const answer = await coordinator.put(`/referrals/${id}/ehc-facts`, { ...facts, ...change }, 0).expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('are not there for another authority', async () => {
    const foreign = await test.rows.aReferral({
      authorityId: await test.rows.anAuthority('Elsewhere'),
      status: 'in_review',
    });
    await coordinator.get(`/referrals/${foreign}/ehc-facts`).expect(404);
    await coordinator.put(`/referrals/${foreign}/ehc-facts`, facts, 0).expect(404);
    await coordinator.post(`/referrals/${foreign}/reviews`, review).expect(404);
  });

  it('are refused as anything but JSON', async () => {
    const id = await test.rows.aReferral();
    await coordinator
      .send('put', `/referrals/${id}/ehc-facts`, { version: 0 })
      .type('text/plain')
      .send(JSON.stringify(facts))
      .expect(415);
  });
});
