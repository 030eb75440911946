import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

jest.setTimeout(30_000);

let test: TestApplication;
let coordinator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
});

afterAll(() => test.close());

interface Twin {
  readonly childId: string;
  readonly referralId: string;
}

let nextDay = 1;

/** Two records of one birth date with names that are alike. */
async function aPair(): Promise<readonly [Twin, Twin]> {
  nextDay += 1;
  const bornOn = `2015-0${1 + (nextDay % 9)}-${String(10 + nextDay)}`;
  const record = async (legalForename: string): Promise<Twin> => {
    const answers = test.rows.completeAnswers();
    const pupil = { ...answers.pupil, bornOn, legalForename, legalSurname: 'Ashdown' };
    const referralId = await test.rows.aReferral({ status: 'submitted', answers: { ...answers, pupil } });
    const [row] = await test.rows.query<{ childId: string }>(
      'select child_id as "childId" from referrals where id = $1',
      [referralId],
    );
    return { childId: row?.childId ?? '', referralId };
  };
  return [await record('Robin'), await record('Robyn')];
}

const reason = 'Both schools have confirmed it.';
const tell = (one: Twin, other: Twin, by = coordinator, why = reason) =>
  by.post(`/children/${one.childId}/told-apart`, { otherId: other.childId, reason: why });
const suggestedTo = async ({ childId }: Twin): Promise<number> =>
  (await coordinator.get(`/children/${childId}/duplicates`).expect(200)).body.items.length;
const inTriage = async ({ referralId }: Twin): Promise<number> =>
  (await coordinator.get(`/referrals/${referralId}/triage`).expect(200)).body.duplicates.length;
const inQueue = async ({ referralId }: Twin): Promise<boolean> =>
  (await coordinator.get('/queue?sort=newest').expect(200)).body.items.find(
    ({ id }: { id: string }) => id === referralId,
  ).mayBeDuplicate;
const eventsOf = ({ childId }: Twin) =>
  test.rows.query<{ event: string; detail: object }>(
    "select event, detail from audit_events where subject_id = $1 and event like 'child.told_apart%' order by id",
    [childId],
  );

describe('two records that are two children', () => {
  it('are no longer suggested, in the register, at triage and in the queue; both records and the trail say why', async () => {
    const [one, other] = await aPair();
    expect([await suggestedTo(one), await inTriage(other), await inQueue(one)]).toEqual([1, 1, true]);
    const { body } = await tell(one, other).expect(201);
    expect(body.items).toEqual([
      expect.objectContaining({
        grounds: ['similar_name'],
        reason,
        other: expect.objectContaining({ id: other.childId }),
      }),
    ]);
    expect([await suggestedTo(one), await suggestedTo(other), await inTriage(one), await inTriage(other)]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await inQueue(one)).toBe(false);
    const fromOther = (await coordinator.get(`/children/${other.childId}/told-apart`).expect(200)).body.items;
    expect(fromOther).toEqual([expect.objectContaining({ other: expect.objectContaining({ id: one.childId }) })]);
    for (const twin of [one, other]) {
      const [event] = await eventsOf(twin);
      expect(event).toMatchObject({ event: 'child.told_apart', detail: { grounds: 'similar_name' } });
      expect(JSON.stringify(event)).not.toContain(reason);
    }
  });

  it('are suggested again when something else makes them look alike, and can be told apart again', async () => {
    const [one, other] = await aPair();
    await tell(one, other).expect(201);
    await test.rows.query("update children set legal_forename = 'Robin' where id = $1", [other.childId]);
    const [pair] = (await coordinator.get(`/children/${one.childId}/duplicates`).expect(200)).body.items;
    expect(pair.grounds).toEqual(['same_name_and_birth']);
    expect(await inTriage(one)).toBe(1);
    const { body } = await tell(other, one, coordinator, 'The UPNs are both right.').expect(201);
    expect(body.items).toEqual([expect.objectContaining({ grounds: ['same_name_and_birth'] })]);
    expect(await suggestedTo(one)).toBe(0);
  });

  it('are suggested again when it is undone, which the trail says', async () => {
    const [one, other] = await aPair();
    const [told] = (await tell(one, other).expect(201)).body.items;
    await coordinator.post(`/told-apart/${told.id}/undo`).expect(204);
    expect(await suggestedTo(other)).toBe(1);
    expect((await eventsOf(other)).map(({ event }) => event)).toEqual(['child.told_apart', 'child.told_apart_undone']);
    await coordinator.post(`/told-apart/${told.id}/undo`).expect(404);
  });

  it('are said to be two by a coordinator alone, with a reason, and only where they look like one', async () => {
    const [one, other] = await aPair();
    const [stranger] = await aPair();
    const blank = await tell(one, other, coordinator, ' ').expect(422);
    expect(blank.body.errors[0].pointer).toBe('/reason');
    for (const wrong of [stranger, one, { childId: randomUUID(), referralId: '' }]) {
      const refused = await tell(one, wrong).expect(422);
      expect(refused.body.errors[0]).toMatchObject({ pointer: '/otherId', code: 'not_suggested_as_duplicate' });
    }
    await tell(one, other, await test.signInAs('senco', { schoolId: await test.rows.aSchool() })).expect(403);
    const elsewhere = await test.signInAs('coordinator', { authorityId: await test.rows.anAuthority('Tellingshire') });
    await tell(one, other, elsewhere).expect(404);
    await elsewhere.get(`/children/${one.childId}/told-apart`).expect(404);
    const [told] = (await tell(one, other).expect(201)).body.items;
    await elsewhere.post(`/told-apart/${told.id}/undo`).expect(404);
    // Said already.
    await tell(one, other).expect(422);
  });
});
