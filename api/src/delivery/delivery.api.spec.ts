import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';
import { addDays } from '@panel/reference';

import { type Case, type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';

jest.setTimeout(60_000);

const attended = { heldOn: today, minutes: 45, attendance: 'attended', note: '' };

describe('delivery', () => {
  let casework: Casework;
  let coordinator: Person;
  let provider: Person;
  let day = 0;

  beforeAll(async () => {
    casework = await startCasework();
    coordinator = await casework.signIn('coordinator');
    provider = await casework.signIn('provider');
  });

  afterAll(() => casework?.stop());

  /** Two units that the provider has accepted, so its version is 2. */
  const anAccepted = async (one: Case, contract: Record<string, unknown> = {}) => {
    day += 1;
    const contractId = await casework.aContract(contract);
    const panel = await casework.aPanel(coordinator, { heldOn: addDays(today, day), cases: [one] });
    const decision = await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0]}/decision`, {
      outcome: 'agree_as_requested',
      reason: 'Fits',
      contractId,
      units: 2,
    });
    const id = decision.body.allocation.id as string;
    await provider.change(`/allocations/${id}/accept`, 1);
    return { id, contractId, sessions: `/allocations/${id}/delivery-sessions` };
  };
  const statusOf = async ({ id }: Case) => {
    const [row] = await casework.rows('select status from referrals where id = $1', [id]);
    return row?.['status'];
  };
  const delivered = async (contractId: string) =>
    casework.rows(
      `select units, amount_pence::int as pence from commitment_entries where contract_id = $1 and kind = 'delivered' order by id`,
      [contractId],
    );

  describe('of a session', () => {
    it('that is the first makes the allocation active and the case one in delivery', async () => {
      const one = await casework.aCase();
      const { id, contractId, sessions } = await anAccepted(one);
      const response = await provider.create(sessions, { ...attended, note: 'Settled quickly' });
      expect(response.status).toBe(201);
      expect(response.headers['etag']).toBe('"3"');
      expect(response.body).toMatchObject({
        id,
        status: 'active',
        version: 3,
        deliveredUnits: 1,
        deliverySessions: [{ heldOn: today, minutes: 45, attendance: 'attended', note: 'Settled quickly' }],
        availableVerbs: ['record_session', 'complete'],
      });
      expect(await statusOf(one)).toBe('in_delivery');
      expect(await delivered(contractId)).toEqual([{ units: 1, pence: 5_000 }]);
      expect((await casework.events(id)).at(-1)).toMatchObject({
        event: 'allocation.session_recorded',
        detail: { what: 'attended' },
      });
      const timeline = (await coordinator.get(`/referrals/${one.id}/timeline`)).body.items;
      expect(timeline[0].summary).toBe('Session recorded: attended');
      expect(JSON.stringify(await casework.events(one.id))).not.toContain('Settled');
    });

    it('that was missed is recorded and delivers nothing', async () => {
      const { contractId, sessions } = await anAccepted(await casework.aCase());
      for (const attendance of ['child_absent', 'cancelled_by_school', 'cancelled_by_provider']) {
        const response = await provider.create(sessions, { heldOn: today, minutes: 0, attendance, note: '' });
        expect(response.status).toBe(201);
        expect(response.body).toMatchObject({ status: 'active', deliveredUnits: 0 });
      }
      expect(await delivered(contractId)).toEqual([]);
    });

    it('adds whole hours to the ledger where the contract is by the hour, and no more than were allocated', async () => {
      const { contractId, sessions } = await anAccepted(await casework.aCase(), { capacity_unit: 'hour' });
      const units: number[] = [];
      for (let session = 0; session < 4; session += 1) {
        units.push((await provider.create(sessions, attended)).body.deliveredUnits);
      }
      expect(units).toEqual([0, 1, 2, 2]);
      expect(await delivered(contractId)).toEqual([
        { units: 1, pence: 5_000 },
        { units: 1, pence: 5_000 },
      ]);
      expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 2, ledgerUnits: 2 });
    });

    it('is recorded once when the request is repeated, also at the same moment', async () => {
      const { sessions } = await anAccepted(await casework.aCase());
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 5 }, () => provider.create(sessions, attended, key)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
      expect(answers.at(-1)?.body).toEqual(answers[0]?.body);
      expect(answers[0]?.body.deliverySessions).toHaveLength(1);
      expect((await provider.create(sessions, { ...attended, minutes: 30 }, key)).status).toBe(422);
    });

    it('counts every one of several that are recorded at once', async () => {
      const { id, contractId, sessions } = await anAccepted(await casework.aCase());
      await Promise.all(Array.from({ length: 6 }, () => provider.create(sessions, attended)));
      const { body } = await provider.get(`/allocations/${id}`);
      expect(body).toMatchObject({ version: 8, deliveredUnits: 2 });
      expect(body.deliverySessions).toHaveLength(6);
      expect(await delivered(contractId)).toHaveLength(2);
    });

    it.each([
      ['a day to come', { ...attended, heldOn: addDays(today, 1) }, '/heldOn', 'session_in_future'],
      [
        'a day before the allocation',
        { ...attended, heldOn: addDays(today, -1) },
        '/heldOn',
        'session_before_allocation',
      ],
      ['a day that does not exist', { ...attended, heldOn: '2026-02-30' }, '/heldOn', 'is_real_date'],
      ['no minutes', { ...attended, minutes: 0 }, '/minutes', 'session_without_minutes'],
      ['negative minutes', { ...attended, minutes: -5 }, '/minutes', 'min'],
      ['more minutes than a day has', { ...attended, minutes: 601 }, '/minutes', 'max'],
      ['minutes in words', { ...attended, minutes: 'forty' }, '/minutes', undefined],
      ['an attendance that there is not', { ...attended, attendance: 'maybe' }, '/attendance', 'is_in'],
      ['a list for a note', { ...attended, note: ['a'] }, '/note', undefined],
      ['a note without end', { ...attended, note: 'x'.repeat(2001) }, '/note', 'max_length'],
      ['a field that nobody asked for', { ...attended, recordedBy: 'me' }, '/recordedBy', 'field_unknown'],
    ])('names the field of %s and writes nothing', async (_, body, pointer, code) => {
      const one = await casework.aCase();
      const { id, sessions } = await anAccepted(one);
      const response = await provider.create(sessions, body);
      expect(response.status).toBe(422);
      expect(response.body.errors).toMatchObject([{ pointer, ...(code !== undefined && { code }) }]);
      expect((await provider.get(`/allocations/${id}`)).body).toMatchObject({
        status: 'accepted',
        deliverySessions: [],
      });
      expect(await statusOf(one)).toBe('decided');
    });

    it('waits for the allocation to be accepted', async () => {
      const one = await casework.aCase();
      const contractId = await casework.aContract();
      const panel = await casework.aPanel(coordinator, { heldOn: addDays(today, 200), cases: [one] });
      const decision = await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0]}/decision`, {
        outcome: 'agree_as_requested',
        reason: 'Fits',
        contractId,
        units: 2,
      });
      const sessions = `/allocations/${decision.body.allocation.id}/delivery-sessions`;
      const response = await provider.create(sessions, attended);
      expect(response.status).toBe(409);
      expect(response.body.code).toBe('allocation_move_refused');
      expect(await delivered(contractId)).toEqual([]);
    });

    it('is refused for a case that was withdrawn, and nothing of it is written', async () => {
      const one = await casework.aCase();
      const { id, contractId, sessions } = await anAccepted(one);
      await casework.rows("update referrals set status = 'withdrawn' where id = $1", [one.id]);
      const response = await provider.create(sessions, attended);
      expect(response.status).toBe(409);
      expect((await provider.get(`/allocations/${id}`)).body).toMatchObject({
        status: 'accepted',
        deliverySessions: [],
      });
      expect(await delivered(contractId)).toEqual([]);
    });

    it('is its provider’s', async () => {
      const { sessions } = await anAccepted(await casework.aCase());
      const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
      expect((await other.create(sessions, attended)).status).toBe(404);
      for (const role of ['coordinator', 'senco', 'panel_member', 'contract_manager', 'board_member'] as const) {
        expect((await (await casework.signIn(role)).create(sessions, attended)).status).toBe(403);
      }
      expect((await provider.post(sessions, attended)).status).toBe(400);
    });
  });

  describe('complete', () => {
    it('ends the support; what was allocated stays committed', async () => {
      const one = await casework.aCase();
      const { id, contractId, sessions } = await anAccepted(one);
      await provider.create(sessions, attended);
      const response = await provider.change(`/allocations/${id}/complete`, 3);
      expect(response.status).toBe(200);
      expect(response.body).toMatchObject({ status: 'completed', version: 4, deliveredUnits: 1, availableVerbs: [] });
      expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 2, ledgerUnits: 2 });
      expect((await casework.events(id)).at(-1)).toMatchObject({ event: 'allocation.completed' });
      expect((await provider.create(sessions, attended)).status).toBe(409);
      expect(await statusOf(one)).toBe('in_delivery');
    });

    it('delivers a place', async () => {
      const { id, contractId, sessions } = await anAccepted(await casework.aCase(), { capacity_unit: 'place' });
      expect((await provider.create(sessions, attended)).body.deliveredUnits).toBe(0);
      expect((await provider.change(`/allocations/${id}/complete`, 3)).body.deliveredUnits).toBe(2);
      expect(await delivered(contractId)).toEqual([{ units: 2, pence: 10_000 }]);
    });

    it('waits for a session that was attended', async () => {
      const { id, sessions } = await anAccepted(await casework.aCase());
      expect((await provider.change(`/allocations/${id}/complete`, 2)).status).toBe(409);
      await provider.create(sessions, { ...attended, minutes: 0, attendance: 'child_absent' });
      const response = await provider.change(`/allocations/${id}/complete`, 3);
      expect(response.status).toBe(409);
      expect(response.body.detail).toContain('at least one attended session');
    });

    it('is its provider’s, on the version that was read', async () => {
      const { id, sessions } = await anAccepted(await casework.aCase());
      await provider.create(sessions, attended);
      const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
      expect((await other.change(`/allocations/${id}/complete`, 3)).status).toBe(404);
      expect((await coordinator.change(`/allocations/${id}/complete`, 3)).status).toBe(403);
      expect((await provider.change(`/allocations/${id}/complete`, 2)).status).toBe(412);
      expect((await provider.post(`/allocations/${id}/complete`)).status).toBe(428);
    });
  });
});
