import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';
import { addDays } from '@panel/reference';

import { type Case, type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';

jest.setTimeout(120_000);

describe('a decision of a panel', () => {
  let casework: Casework;
  let coordinator: Person;
  let day = 0;

  beforeAll(async () => {
    casework = await startCasework();
    coordinator = await casework.signIn('coordinator');
  });

  afterAll(() => casework?.stop());

  const aSession = async (
    cases: readonly Case[],
    status: 'papers_published' | 'in_session' | 'planned' = 'in_session',
  ) => {
    day += 1;
    const heldOn = addDays(today, day);
    const panel = await casework.aPanel(coordinator, { heldOn, cases, status });
    return { ...panel, urls: panel.items.map((item) => `/panels/${panel.id}/agenda/${item}/decision`) };
  };
  const decide = (url: string | undefined, body: object, person = coordinator) => person.create(url ?? '', body);
  const agree = (contractId: string, units = 1) => ({
    outcome: 'agree_as_requested',
    reason: 'High risk and the support fits',
    contractId,
    units,
  });
  const statusOf = async ({ id }: Case) => {
    const [row] = await casework.rows('select status from referrals where id = $1', [id]);
    return row?.['status'];
  };
  const nothingWritten = async (one: Case, contractId: string) => {
    expect(await casework.rows('select 1 from decisions where referral_id = $1', [one.id])).toEqual([]);
    expect(await casework.rows('select 1 from allocations where referral_id = $1', [one.id])).toEqual([]);
    expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 0, ledgerUnits: 0 });
    expect(await statusOf(one)).toBe('ready_for_panel');
    expect(await casework.changes(one.id)).toEqual([]);
  };

  it('that agrees allocates units of a contract, moves the case and is told on its timeline', async () => {
    const one = await casework.aCase();
    const contractId = await casework.aContract();
    const session = await aSession([one]);
    const response = await decide(session.urls[0], agree(contractId, 4));
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({
      outcome: 'agree_as_requested',
      reason: 'High risk and the support fits',
      declineReason: null,
      decidedOn: today,
      paperHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      allocation: { contractId, units: 4, unit: 'session', amountPence: 20_000, status: 'approved' },
    });
    expect(await statusOf(one)).toBe('decided');
    expect(await casework.ledgerOf(contractId)).toEqual({
      takenUnits: 4,
      committedPence: 20_000,
      ledgerUnits: 4,
      ledgerPence: 20_000,
    });
    const panel = await coordinator.get(`/panels/${session.id}`);
    expect(panel.body).toMatchObject({ decidedCount: 1, agenda: [{ decision: response.body }] });
    const timeline = (await coordinator.get(`/referrals/${one.id}/timeline`)).body.items;
    expect(timeline.map((item: { summary: string }) => item.summary)).toEqual([
      'Panel decision recorded: Agree as requested',
      'Support allocated: 4 sessions',
    ]);
    expect(await casework.events(session.id)).toContainEqual(
      expect.objectContaining({ event: 'panel.decision_recorded', actorUserId: coordinator.userId }),
    );
    expect(await casework.events(response.body.allocation.id)).toMatchObject([{ event: 'allocation.approved' }]);
  });

  it.each([
    ['defer', 'accepted', {}],
    ['return_incomplete', 'returned', {}],
    ['advice_only', 'decided', {}],
    ['reserve_list', 'decided', {}],
    ['decline', 'declined', { declineReason: 'threshold_not_met' }],
  ])('to %s leads the case to %s and allocates nothing', async (outcome, status, more) => {
    const one = await casework.aCase();
    const session = await aSession([one]);
    const response = await decide(session.urls[0], { outcome, reason: 'Because of this', ...more });
    expect(response.status).toBe(201);
    expect(response.body.allocation).toBeNull();
    expect(await statusOf(one)).toBe(status);
  });

  it('that returns or declines tells the school why', async () => {
    const [back, no] = [await casework.aCase(), await casework.aCase()];
    const session = await aSession([back, no]);
    await decide(session.urls[0], { outcome: 'return_incomplete', reason: 'Add the second cycle' });
    await decide(session.urls[1], { outcome: 'decline', reason: 'See the toolkit', declineReason: 'outside_remit' });
    const senco = await casework.signIn('senco');
    expect((await senco.get(`/referrals/${back.id}`)).body.returnReason).toBe('Add the second cycle');
    expect((await senco.get(`/referrals/${no.id}`)).body).toMatchObject({
      declineReason: 'outside_remit',
      declineExplanation: 'See the toolkit',
    });
  });

  it('is kept with the hash of the paper that was published', async () => {
    const one = await casework.aCase();
    const session = await aSession([one]);
    await casework.anAssessment(one.id, 2, 'low');
    const { body } = await decide(session.urls[0], { outcome: 'advice_only', reason: 'Enough' });
    const [item] = await casework.rows<{ paper: { riskLevel: string } }>(
      'select paper from agenda_items where id = $1',
      [session.items[0]],
    );
    expect(item?.paper.riskLevel).toBe('high');
    const [decision] = await casework.rows('select paper_hash from decisions where id = $1', [body.id]);
    expect(decision).toEqual({ paper_hash: body.paperHash });
    await expect(casework.rows("update decisions set reason = 'Another' where id = $1", [body.id])).rejects.toThrow();
  });

  it('is recorded once: a repeat gets the same answer, a second one is refused', async () => {
    const one = await casework.aCase();
    const contractId = await casework.aContract();
    const session = await aSession([one]);
    const key = randomUUID();
    const first = await coordinator.create(session.urls[0] ?? '', agree(contractId), key);
    const again = await coordinator.create(session.urls[0] ?? '', agree(contractId), key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect((await coordinator.create(session.urls[0] ?? '', agree(contractId, 2), key)).status).toBe(422);
    const second = await decide(session.urls[0], { outcome: 'advice_only', reason: 'No' });
    expect(second.status).toBe(409);
    expect(second.body.code).toBe('already_decided');
    expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 1, ledgerUnits: 1 });
  });

  it('of one case is recorded once when twenty people record it at the same moment', async () => {
    const one = await casework.aCase();
    const contractId = await casework.aContract();
    const session = await aSession([one]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => decide(session.urls[0], agree(contractId))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 409 && body.code === 'already_decided')).toHaveLength(19);
    expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 1, ledgerUnits: 1 });
  });

  it('is refused when the contract has not enough left, in units or in money, and nothing of it is written', async () => {
    const [fewUnits, littleMoney] = [await casework.aCase(), await casework.aCase()];
    const units = await casework.aContract({ capacity_units: 3 });
    const money = await casework.aContract({ value_pence: 12_345 });
    const session = await aSession([fewUnits, littleMoney]);

    const noUnits = await decide(session.urls[0], agree(units, 4));
    expect(noUnits.status).toBe(409);
    expect(noUnits.body).toMatchObject({
      code: 'contract_capacity_exhausted',
      detail: expect.stringContaining('Left are 3 sessions and £500.00.'),
    });
    await nothingWritten(fewUnits, units);

    const noMoney = await decide(session.urls[1], agree(money, 3));
    expect(noMoney.status).toBe(409);
    expect(noMoney.body.detail).toContain('Left are 10 sessions and £123.45.');
    await nothingWritten(littleMoney, money);

    expect((await decide(session.urls[0], agree(units, 3))).status).toBe(201);
  });

  it('gives the last place of a contract to one of two hundred who allocate it in the same instant', async () => {
    const cases = await casework.someCases(200);
    const contractId = await casework.aContract({ capacity_unit: 'place', capacity_units: 1, value_pence: 5_000 });
    const session = await aSession(cases);
    expect(session.urls).toHaveLength(200);
    const answers = await Promise.all(session.urls.map((url) => decide(url, agree(contractId))));

    const won = answers.filter(({ status }) => status === 201);
    const lost = answers.filter(({ status, body }) => status === 409 && body.code === 'contract_capacity_exhausted');
    expect([won.length, lost.length]).toEqual([1, 199]);
    expect(lost[0]?.body.detail).toContain('Left are 0 places and £0.00.');
    expect(await casework.ledgerOf(contractId)).toEqual({
      takenUnits: 1,
      committedPence: 5_000,
      ledgerUnits: 1,
      ledgerPence: 5_000,
    });
    const written = await casework.rows(
      `select (select count(*)::int from decisions d join agenda_items i on i.id = d.agenda_item_id where i.panel_id = $1) as decisions,
              (select count(*)::int from allocations where contract_id = $2) as allocations,
              (select count(*)::int from commitment_entries where contract_id = $2) as entries,
              (select count(*)::int from referrals r join agenda_items i on i.referral_id = r.id
                where i.panel_id = $1 and r.status = 'decided') as decided,
              (select count(*)::int from audit_events e where e.event = 'panel.decision_recorded' and e.subject_id = $1) as audited`,
      [session.id, contractId],
    );
    expect(written).toEqual([{ decisions: 1, allocations: 1, entries: 1, decided: 1, audited: 1 }]);
  });

  it('never over-commits when contracts are taken and given back in any order by many at once', async () => {
    const cases = await casework.someCases(40);
    const small = { capacity_units: 7, value_pence: 35_000 };
    const contracts = [await casework.aContract(small), await casework.aContract(small)];
    const provider = await casework.signIn('provider');
    const session = await aSession(cases);
    const answers = await Promise.all(
      session.urls.map(async (url, index) => {
        const answer = await decide(url, agree(contracts[index % 2] ?? '', (index % 3) + 1));
        if (answer.status !== 201 || index % 4 === 0) return answer.status;
        const back = await provider.change(`/allocations/${answer.body.allocation.id}/decline`, 1, { reason: 'Full' });
        return back.status;
      }),
    );
    expect(new Set(answers)).toEqual(new Set([200, 201, 409]));
    for (const contract of contracts) {
      const ledger = await casework.ledgerOf(contract);
      expect(ledger?.['ledgerUnits']).toBe(ledger?.['takenUnits']);
      expect(ledger?.['ledgerPence']).toBe(ledger?.['committedPence']);
      const [open] = await casework.rows(
        "select coalesce(sum(units), 0)::int as units from allocations where contract_id = $1 and status = 'approved'",
        [contract],
      );
      expect(open?.['units']).toBe(ledger?.['takenUnits']);
    }
  });

  describe('with a mistake in it', () => {
    const base = { outcome: 'agree_as_requested', reason: 'Fits' };
    it.each([
      ['no reason', { outcome: 'advice_only', reason: ' ' }, '/reason'],
      ['an outcome that there is not', { outcome: 'maybe', reason: 'Fits' }, '/outcome'],
      ['no contract', { ...base, units: 1 }, '/contractId'],
      ['a contract that there is not', { ...base, contractId: randomUUID(), units: 1 }, '/contractId'],
      ['a contract that is no id', { ...base, contractId: 'x', units: 1 }, '/contractId'],
      ['no units', { ...base, contractId: 'known' }, '/units'],
      ['negative units', { ...base, contractId: 'known', units: -1 }, '/units'],
      ['half a unit', { ...base, contractId: 'known', units: 0.5 }, '/units'],
      ['units in words', { ...base, contractId: 'known', units: 'two' }, '/units'],
      ['more units than any contract has', { ...base, contractId: 'known', units: 1e15 }, '/units'],
      [
        'a contract for advice',
        { outcome: 'advice_only', reason: 'Fits', contractId: 'known', units: 1 },
        '/contractId',
      ],
      ['no coded reason to decline', { outcome: 'decline', reason: 'Fits' }, '/declineReason'],
      [
        'an unknown reason to decline',
        { outcome: 'decline', reason: 'Fits', declineReason: 'dislike' },
        '/declineReason',
      ],
      [
        'a reason to decline without declining',
        { outcome: 'advice_only', reason: 'Fits', declineReason: 'outside_remit' },
        '/declineReason',
      ],
    ])('names the field of %s', async (_, body, pointer) => {
      const one = await casework.aCase();
      const contractId = await casework.aContract();
      const session = await aSession([one]);
      const sent = 'contractId' in body && body.contractId === 'known' ? { ...body, contractId } : body;
      const response = await decide(session.urls[0], sent);
      expect(response.status).toBe(422);
      expect(response.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      await nothingWritten(one, contractId);
    });

    it('names a contract that the panel does not allocate, is not in force on its day, or is another authority’s', async () => {
      const one = await casework.aCase();
      const session = await aSession([one]);
      const authorityId = await casework.anAuthority();
      const [provider] = await casework.rows<{ id: string }>(
        "insert into providers (authority_id, name) values ($1, 'Elsewhere') returning id",
        [authorityId],
      );
      const contracts = {
        contract_not_allocated_by_panel: await casework.aContract({ is_allocated_by_panel: false }),
        contract_not_in_force: await casework.aContract({ starts_on: '2026-09-01', ends_on: today }),
        contract_unknown: await casework.aContract({ authority_id: authorityId, provider_id: provider?.id }),
      };
      for (const [code, contractId] of Object.entries(contracts)) {
        const response = await decide(session.urls[0], agree(contractId));
        expect(response.status).toBe(422);
        expect(response.body.errors).toMatchObject([{ pointer: '/contractId', code }]);
        await nothingWritten(one, contractId);
      }
    });
  });

  it('waits for the panel to be in session', async () => {
    const one = await casework.aCase();
    const session = await aSession([one], 'papers_published');
    const response = await decide(session.urls[0], { outcome: 'advice_only', reason: 'Enough' });
    expect(response.status).toBe(409);
    expect(response.body.code).toBe('decisions_not_open');
  });

  it('can be the chair’s before the meeting, for an urgent case whose papers are out', async () => {
    const [urgent, usual] = [await casework.aCase({ isUrgent: true }), await casework.aCase()];
    const contractId = await casework.aContract();
    const session = await aSession([urgent, usual], 'papers_published');
    const action = { ...agree(contractId), outcome: 'urgent_chairs_action' };
    expect((await decide(session.urls[0], action)).status).toBe(201);
    const refused = await decide(session.urls[1], action);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('referral_move_refused');
    expect(await casework.ledgerOf(contractId)).toMatchObject({ takenUnits: 1, ledgerUnits: 1 });
  });

  it.each(['continue', 'extend', 'vary', 'end', 'reconsidered'])(
    'cannot be “%s”: that is decided at another stage',
    async (outcome) => {
      const one = await casework.aCase();
      const contractId = await casework.aContract();
      const session = await aSession([one]);
      const more = outcome === 'extend' ? { contractId, units: 1 } : {};
      expect((await decide(session.urls[0], { outcome, reason: 'Fits', ...more })).status).toBe(409);
      await nothingWritten(one, contractId);
    },
  );

  it('is the coordinator’s, of a case on this agenda, within the authority', async () => {
    const [one, other] = [await casework.aCase(), await casework.aCase()];
    const session = await aSession([one]);
    const elsewhere = await aSession([other]);
    const body = { outcome: 'advice_only', reason: 'Enough' };
    for (const role of ['senco', 'panel_member', 'provider', 'contract_manager', 'board_member'] as const) {
      expect((await decide(session.urls[0], body, await casework.signIn(role))).status).toBe(403);
    }
    const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    expect((await decide(session.urls[0], body, stranger)).status).toBe(404);
    expect((await decide(`/panels/${session.id}/agenda/${elsewhere.items[0]}/decision`, body)).status).toBe(404);
    expect((await coordinator.post(session.urls[0] ?? '', body)).status).toBe(400);
    expect(await statusOf(one)).toBe('ready_for_panel');
  });
});
