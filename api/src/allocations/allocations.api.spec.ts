import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';
import { addDays } from '@panel/reference';

import { type Case, type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';

jest.setTimeout(60_000);

describe('an allocation', () => {
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

  const anAllocation = async (one: Case, contract: Record<string, unknown> = {}) => {
    day += 1;
    const contractId = await casework.aContract(contract);
    const panel = await casework.aPanel(coordinator, { heldOn: addDays(today, day), cases: [one] });
    const decision = await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0]}/decision`, {
      outcome: 'agree_as_requested',
      reason: 'Fits',
      contractId,
      units: 3,
    });
    return { id: decision.body.allocation.id as string, contractId, heldOn: addDays(today, day) };
  };
  const statusOf = async ({ id }: Case) => {
    const [row] = await casework.rows('select status from referrals where id = $1', [id]);
    return row?.['status'];
  };

  describe('read', () => {
    it('shows its provider what delivery needs, and nothing of the family', async () => {
      const one = await casework.aCase({ pupilName: 'Robin Example' });
      const { id, heldOn } = await anAllocation(one, { title: 'Counselling' });
      const response = await provider.get(`/allocations/${id}`);
      expect(response.status).toBe(200);
      expect(response.headers['etag']).toBe('"1"');
      expect(response.body).toEqual({
        id,
        reference: one.reference,
        status: 'approved',
        version: 1,
        pupilName: 'Robin Example',
        isNameShared: true,
        schoolName: 'School 1',
        contractTitle: 'Counselling',
        providerName: 'Provider 2',
        units: 3,
        unit: 'session',
        amountPence: 15_000,
        panelHeldOn: heldOn,
        allocatedOn: today,
        referralId: null,
        needSummary: 'Social, emotional and mental health',
        requestedSupport: 'Specialist teacher',
        outcomesSought: 'Stays in lessons',
        declineReason: null,
        deliverySessions: [],
        deliveredUnits: 0,
        availableVerbs: ['accept', 'decline'],
      });
      expect(JSON.stringify(response.body)).not.toContain('Sam Example');
    });

    it('gives initials only where the family has not agreed to share with providers', async () => {
      const one = await casework.aCase({ pupilName: 'Robin Example', shareWithProviders: 'no' });
      const { id } = await anAllocation(one);
      for (const body of [
        (await provider.get(`/allocations/${id}`)).body,
        (await provider.get('/allocations')).body.items.find((item: { id: string }) => item.id === id),
      ]) {
        expect(body).toMatchObject({ pupilName: 'RE', isNameShared: false });
        expect(JSON.stringify(body)).not.toMatch(/Robin|Specialist teacher|lessons/);
      }
      expect((await coordinator.get(`/allocations/${id}`)).body).toMatchObject({
        pupilName: 'Robin Example',
        isNameShared: true,
        referralId: one.id,
        availableVerbs: [],
      });
    });

    it('stops showing the name when the case is withdrawn', async () => {
      const one = await casework.aCase({ pupilName: 'Robin Example' });
      const { id } = await anAllocation(one);
      await casework.rows("update referrals set status = 'withdrawn' where id = $1", [one.id]);
      expect((await provider.get(`/allocations/${id}`)).body).toMatchObject({ pupilName: 'RE', requestedSupport: '' });
    });

    it('is audited on the allocation and on the case', async () => {
      const one = await casework.aCase();
      const { id } = await anAllocation(one);
      await provider.get(`/allocations/${id}`);
      const viewed = expect.objectContaining({ event: 'allocation.viewed', actorUserId: provider.userId });
      expect(await casework.events(id)).toContainEqual(viewed);
      expect(await casework.events(one.id)).toContainEqual(viewed);
    });

    it('is for its own provider and for coordinators; another provider finds nothing', async () => {
      const { id } = await anAllocation(await casework.aCase());
      const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
      const hidden = await other.get(`/allocations/${id}`);
      const absent = await other.get(`/allocations/${randomUUID()}`);
      expect(hidden.status).toBe(404);
      expect(hidden.body).toEqual(absent.body);
      expect((await other.get('/allocations')).body).toEqual({ items: [] });
      const ids = async (person: Person) =>
        (await person.get('/allocations')).body.items.map((item: { id: string }) => item.id);
      expect(await ids(provider)).toContain(id);
      expect(await ids(coordinator)).toContain(id);
      const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
      expect((await stranger.get(`/allocations/${id}`)).status).toBe(404);
      for (const role of ['senco', 'panel_member', 'contract_manager', 'board_member'] as const) {
        expect((await (await casework.signIn(role)).get(`/allocations/${id}`)).status).toBe(403);
        expect((await (await casework.signIn(role)).get('/allocations')).status).toBe(403);
      }
    });
  });

  describe('accept', () => {
    it('is done by the provider and told on the timeline of the case', async () => {
      const one = await casework.aCase();
      const { id } = await anAllocation(one);
      const response = await provider.change(`/allocations/${id}/accept`, 1);
      expect(response.status).toBe(200);
      expect(response.body).toMatchObject({ status: 'accepted', version: 2, availableVerbs: ['record_session'] });
      expect((await casework.events(id)).at(-1)).toMatchObject({ event: 'allocation.accepted' });
      const timeline = (await coordinator.get(`/referrals/${one.id}/timeline`)).body.items;
      expect(timeline[0].summary).toBe('Provider accepted the allocation');
    });

    it('is done once', async () => {
      const { id } = await anAllocation(await casework.aCase());
      await provider.change(`/allocations/${id}/accept`, 1);
      const again = await provider.change(`/allocations/${id}/accept`, 2);
      expect(again.status).toBe(409);
      expect(again.body.code).toBe('allocation_move_refused');
      expect((await provider.change(`/allocations/${id}/decline`, 2, { reason: 'Full' })).status).toBe(409);
    });
  });

  describe('decline', () => {
    it('gives the units and the money back and sends the case back to wait for a panel', async () => {
      const one = await casework.aCase({ pupilName: 'Robin Example' });
      const { id, contractId } = await anAllocation(one);
      expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 3, committedPence: 15_000 });
      const response = await provider.change(`/allocations/${id}/decline`, 1, { reason: 'No therapist near Robin' });
      expect(response.status).toBe(200);
      expect(response.body).toMatchObject({
        status: 'declined_by_provider',
        version: 2,
        declineReason: 'No therapist near Robin',
        pupilName: 'RE',
        isNameShared: false,
        availableVerbs: [],
      });
      expect(await casework.ledgerOf(contractId)).toEqual({
        takenUnits: 0,
        committedPence: 0,
        ledgerUnits: 0,
        ledgerPence: 0,
      });
      const entries = await casework.rows(
        'select kind, units, amount_pence::int as pence from commitment_entries where contract_id = $1 order by id',
        [contractId],
      );
      expect(entries).toEqual([
        { kind: 'committed', units: 3, pence: 15_000 },
        { kind: 'released', units: -3, pence: -15_000 },
      ]);
      expect(await statusOf(one)).toBe('ready_for_panel');
      expect(JSON.stringify(await casework.events(one.id))).not.toContain('therapist');

      const next = await casework.aPanel(coordinator, { heldOn: addDays(today, 400), status: 'planned' });
      const ready = await coordinator.get(`/panels/${next.id}/ready-cases`);
      expect(ready.body.items).toContainEqual(expect.objectContaining({ referralId: one.id }));
    });

    it('leaves a case alone that has moved on', async () => {
      const one = await casework.aCase();
      const { id, contractId } = await anAllocation(one);
      await casework.rows("update referrals set status = 'withdrawn' where id = $1", [one.id]);
      expect((await provider.change(`/allocations/${id}/decline`, 1, { reason: 'Full' })).status).toBe(200);
      expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 0, ledgerUnits: 0 });
      expect(await statusOf(one)).toBe('withdrawn');
    });

    it('gives back once when it is sent many times at once', async () => {
      const { id, contractId } = await anAllocation(await casework.aCase());
      const statuses = await Promise.all(
        Array.from(
          { length: 10 },
          async () => (await provider.change(`/allocations/${id}/decline`, 1, { reason: 'Full' })).status,
        ),
      );
      expect(statuses.sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
      expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 0, ledgerUnits: 0 });
    });

    it.each([[{}], [{ reason: '' }], [{ reason: ' ' }], [{ reason: 7 }], [{ reason: 'x'.repeat(5001) }]])(
      'needs a reason: %p',
      async (body) => {
        const { id } = await anAllocation(await casework.aCase());
        const response = await provider.change(`/allocations/${id}/decline`, 1, body);
        expect(response.status).toBe(422);
        expect(response.body.errors).toMatchObject([{ pointer: '/reason' }]);
      },
    );
  });

  it.each(['accept', 'decline'])('%s is its provider’s, on the version that was read', async (verb) => {
    const { id } = await anAllocation(await casework.aCase());
    const body = verb === 'decline' ? { reason: 'Full' } : undefined;
    const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
    expect((await other.change(`/allocations/${id}/${verb}`, 1, body)).status).toBe(404);
    expect((await coordinator.change(`/allocations/${id}/${verb}`, 1, body)).status).toBe(403);
    expect((await provider.change(`/allocations/${id}/${verb}`, 2, body)).status).toBe(412);
    expect((await provider.post(`/allocations/${id}/${verb}`, body)).status).toBe(428);
    expect((await provider.get(`/allocations/${id}`)).body).toMatchObject({ status: 'approved', version: 1 });
  });
});
