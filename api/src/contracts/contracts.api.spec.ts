import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';

import { type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';

jest.setTimeout(60_000);

describe('contracts', () => {
  let casework: Casework;
  let coordinator: Person;
  let manager: Person;

  beforeAll(async () => {
    casework = await startCasework();
    coordinator = await casework.signIn('coordinator');
    manager = await casework.signIn('contract_manager');
  });

  afterAll(() => casework?.stop());

  it('are listed with what is taken and what is left, in units and in money', async () => {
    const id = await casework.aContract({ title: 'Counselling' });
    const { body } = await manager.get('/contracts');
    expect(body.items).toContainEqual({
      id,
      title: 'Counselling',
      providerName: expect.stringMatching(/^Provider/),
      area: 'Early intervention',
      startsOn: '2026-09-01',
      endsOn: '2027-08-31',
      valuePence: 50_000,
      capacityUnit: 'session',
      unitPricePence: 5_000,
      capacityUnits: 10,
      takenUnits: 0,
      leftUnits: 10,
      committedPence: 0,
      leftPence: 50_000,
      isAllocatedByPanel: true,
    });
  });

  it('show a ledger that names cases by reference and nobody by name, and adds up to what is taken', async () => {
    const cases = [
      await casework.aCase({ pupilName: 'Robin Example' }),
      await casework.aCase({ pupilName: 'Kim Example' }),
    ];
    const contractId = await casework.aContract();
    const panel = await casework.aPanel(coordinator, { heldOn: '2026-12-01', cases });
    const [first, second] = await Promise.all(
      panel.items.map((item, index) =>
        coordinator.create(`/panels/${panel.id}/agenda/${item}/decision`, {
          outcome: 'agree_in_part',
          reason: 'Robin needs it',
          contractId,
          units: index + 2,
        }),
      ),
    );
    const provider = await casework.signIn('provider');
    await provider.change(`/allocations/${first?.body.allocation.id}/decline`, 1, { reason: 'Robin is too far away' });
    await provider.change(`/allocations/${second?.body.allocation.id}/accept`, 1);
    await provider.create(`/allocations/${second?.body.allocation.id}/delivery-sessions`, {
      heldOn: today,
      minutes: 45,
      attendance: 'attended',
      note: 'Kim did well',
    });

    const { body } = await manager.get(`/contracts/${contractId}`);
    expect(body).toMatchObject({ takenUnits: 3, leftUnits: 7, committedPence: 15_000, leftPence: 35_000 });
    const entry = (kind: string, units: number, index: number) =>
      expect.objectContaining({ kind, units, amountPence: units * 5_000, reference: cases[index]?.reference });
    expect(body.ledger).toHaveLength(4);
    expect(body.ledger).toEqual(
      expect.arrayContaining([
        entry('committed', 2, 0),
        entry('committed', 3, 1),
        entry('released', -2, 0),
        entry('delivered', 1, 1),
      ]),
    );
    expect(Object.keys(body.ledger[0]).sort()).toEqual(['amountPence', 'at', 'kind', 'reference', 'units']);
    expect(JSON.stringify(body)).not.toMatch(/Robin|Kim|RE/);
    const [taken] = await casework.rows('select id from commitment_entries limit 1');
    await expect(
      casework.rows('update commitment_entries set units = 0 where id = $1', [taken?.['id']]),
    ).rejects.toThrow();
  });

  it('cannot hold less than nothing, whoever writes to the table', async () => {
    const contractId = await casework.aContract();
    for (const change of ['taken_units = 11', 'committed_pence = 50001', 'taken_units = -1', 'committed_pence = -1']) {
      await expect(casework.rows(`update contracts set ${change} where id = $1`, [contractId])).rejects.toMatchObject({
        code: '23514',
      });
    }
  });

  it('are for coordinators and contract managers of the authority', async () => {
    const contractId = await casework.aContract();
    for (const role of ['senco', 'panel_member', 'provider', 'board_member', 'administrator'] as const) {
      const person = await casework.signIn(role);
      expect((await person.get('/contracts')).status).toBe(403);
      expect((await person.get(`/contracts/${contractId}`)).status).toBe(403);
    }
    const stranger = await casework.signIn('contract_manager', { authorityId: await casework.anAuthority() });
    expect((await stranger.get('/contracts')).body).toEqual({ items: [] });
    const absent = await manager.get(`/contracts/${randomUUID()}`);
    const hidden = await stranger.get(`/contracts/${contractId}`);
    expect([absent.status, hidden.status]).toEqual([404, 404]);
    expect(hidden.body).toEqual(absent.body);
  });
});
