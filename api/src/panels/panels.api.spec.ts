import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';

import { type Casework, type Person, startCasework } from '../testing/panel-casework.js';

jest.setTimeout(60_000);

describe('a panel', () => {
  let casework: Casework;
  let coordinator: Person;

  beforeAll(async () => {
    casework = await startCasework();
    coordinator = await casework.signIn('coordinator');
  });

  afterAll(() => casework?.stop());

  describe('plan', () => {
    it('is planned by the coordinator, with the days by which its papers close and are published', async () => {
      const response = await coordinator.create('/panels', { heldOn: '2026-12-15', venue: 'Room 2' });
      expect(response.status).toBe(201);
      expect(response.body).toMatchObject({
        heldOn: '2026-12-15',
        venue: 'Room 2',
        status: 'planned',
        version: 1,
        papersCloseOn: '2026-12-01',
        papersPublishedOn: '2026-12-08',
        papersHash: null,
        agenda: [],
        availableVerbs: ['publish_papers'],
      });
      expect(response.headers['etag']).toBe('"1"');
      expect(await casework.events(response.body.id)).toMatchObject([{ event: 'panel.planned', subjectType: 'panel' }]);
    });

    it('is planned once when the request is repeated', async () => {
      const key = randomUUID();
      const first = await coordinator.create('/panels', { heldOn: '2027-01-05', venue: 'Room 2' }, key);
      const again = await coordinator.create('/panels', { heldOn: '2027-01-05', venue: 'Room 2' }, key);
      expect(again.status).toBe(201);
      expect(again.body).toEqual(first.body);
      expect(await casework.events(first.body.id)).toHaveLength(1);
    });

    it('is refused on a day that has a panel already', async () => {
      await coordinator.create('/panels', { heldOn: '2027-01-12', venue: 'Room 2' });
      const response = await coordinator.create('/panels', { heldOn: '2027-01-12', venue: 'Room 3' });
      expect(response.status).toBe(409);
      expect(response.body).toMatchObject({
        code: 'panel_on_this_day_exists',
        detail: expect.stringContaining('12 January 2027'),
      });
    });

    it.each([
      ['a day that is over', { heldOn: '2026-11-23', venue: 'Room 2' }, '/heldOn', 'panel_in_past'],
      ['a day that is years ahead', { heldOn: '9999-12-31', venue: 'Room 2' }, '/heldOn', 'panel_too_far_ahead'],
      ['a day that does not exist', { heldOn: '2027-02-30', venue: 'Room 2' }, '/heldOn', 'is_real_date'],
      ['a number for a day', { heldOn: 20270101, venue: 'Room 2' }, '/heldOn', 'is_real_date'],
      ['no venue', { heldOn: '2027-02-02', venue: ' ' }, '/venue', 'matches'],
      [
        'a field that nobody asked for',
        { heldOn: '2027-02-02', venue: 'R', status: 'closed' },
        '/status',
        'field_unknown',
      ],
    ])('names the field of %s', async (_, body, pointer, code) => {
      const response = await coordinator.create('/panels', body);
      expect(response.status).toBe(422);
      expect(response.body.errors).toMatchObject([{ pointer, code }]);
    });

    it.each(['senco', 'panel_member', 'provider', 'contract_manager', 'board_member', 'administrator'] as const)(
      'is not for a %s',
      async (role) => {
        const person = await casework.signIn(role);
        expect((await person.create('/panels', { heldOn: '2027-03-02', venue: 'Room 2' })).status).toBe(403);
      },
    );

    it('needs a key under which it can be repeated', async () => {
      expect((await coordinator.post('/panels', { heldOn: '2027-03-02', venue: 'R' })).status).toBe(400);
    });
  });

  describe('from papers to close', () => {
    it('freezes the papers, so that a later assessment does not change what the panel reads', async () => {
      const one = await casework.aCase({ pupilName: 'Robin van Example' });
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-04-06', cases: [one], status: 'planned' });
      const published = await coordinator.change(`/panels/${panel.id}/publish-papers`, 1);
      expect(published.status).toBe(200);
      expect(published.body).toMatchObject({ status: 'papers_published', version: 2, availableVerbs: ['start'] });
      expect(published.body.papersHash).toMatch(/^[0-9a-f]{64}$/);

      await casework.anAssessment(one.id, 2, 'low');
      const read = await coordinator.get(`/panels/${panel.id}`);
      expect(read.body.papersHash).toBe(published.body.papersHash);
      expect(read.body.agenda).toMatchObject([
        {
          reference: one.reference,
          pupilInitials: 'RVE',
          ncYear: '5',
          primaryNeed: 'SEMH',
          riskLevel: 'high',
          weeklyHours: 32.5,
          annualValuePence: 778_260,
          requestedSupport: 'Specialist teacher',
          decision: null,
        },
      ]);
      const [item] = await casework.rows('select paper from agenda_items where panel_id = $1', [panel.id]);
      expect(JSON.stringify(item)).not.toContain('Example');
      expect((await casework.events(panel.id)).map(({ event }) => event)).toContain('panel.papers_published');
    });

    it('is not published without a case', async () => {
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-04-13', status: 'planned' });
      const response = await coordinator.change(`/panels/${panel.id}/publish-papers`, 1);
      expect(response.status).toBe(409);
      expect(response.body.code).toBe('panel_move_refused');
    });

    it('is started after its papers are published, not before', async () => {
      const one = await casework.aCase();
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-04-20', cases: [one], status: 'planned' });
      expect((await coordinator.change(`/panels/${panel.id}/start`, 1)).status).toBe(409);
      await coordinator.change(`/panels/${panel.id}/publish-papers`, 1);
      const started = await coordinator.change(`/panels/${panel.id}/start`, 2);
      expect(started.body).toMatchObject({ status: 'in_session', version: 3, availableVerbs: ['close'] });
    });

    it('says how many cases have no decision, and closes when all have one', async () => {
      const cases = [await casework.aCase(), await casework.aCase(), await casework.aCase()];
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-05-04', cases });
      const decide = (item: string | undefined) =>
        coordinator.create(`/panels/${panel.id}/agenda/${item}/decision`, { outcome: 'defer', reason: 'No time left' });
      await decide(panel.items[0]);

      const early = await coordinator.change(`/panels/${panel.id}/close`, panel.version);
      expect(early.status).toBe(409);
      expect(early.body).toMatchObject({
        code: 'panel_items_undecided',
        detail: expect.stringMatching(/^2 cases have/),
      });

      await decide(panel.items[1]);
      await decide(panel.items[2]);
      const closed = await coordinator.change(`/panels/${panel.id}/close`, panel.version);
      expect(closed.body).toMatchObject({ status: 'closed', caseCount: 3, decidedCount: 3, availableVerbs: [] });
    });

    it('closes over a case that the school has withdrawn meanwhile', async () => {
      const cases = [await casework.aCase(), await casework.aCase()];
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-05-11', cases });
      await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0]}/decision`, {
        outcome: 'advice_only',
        reason: 'The school can go on',
      });
      const senco = await casework.signIn('senco');
      const withdrawn = await senco.change(`/referrals/${cases[1]?.id}/withdraw`, 1, { reason: 'Moved away' });
      expect(withdrawn.status).toBe(200);
      expect((await coordinator.change(`/panels/${panel.id}/close`, panel.version)).status).toBe(200);
    });

    it.each(['publish-papers', 'start', 'close'])(
      '%s needs the version that was read, and the coordinator',
      async (verb) => {
        const [known] = (await coordinator.get('/panels')).body.items;
        expect((await coordinator.post(`/panels/${known.id}/${verb}`)).status).toBe(428);
        expect((await coordinator.change(`/panels/${known.id}/${verb}`, 99)).status).toBe(412);
        expect((await coordinator.change(`/panels/${randomUUID()}/${verb}`, 1)).status).toBe(404);
        const member = await casework.signIn('panel_member');
        expect((await member.change(`/panels/${known.id}/${verb}`, 1)).status).toBe(403);
        const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
        expect((await stranger.change(`/panels/${known.id}/${verb}`, 1)).status).toBe(404);
      },
    );
  });

  describe('read', () => {
    it('is hidden from members until the papers are out', async () => {
      const one = await casework.aCase();
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-06-01', cases: [one], status: 'planned' });
      const member = await casework.signIn('panel_member');
      expect((await member.get(`/panels/${panel.id}`)).status).toBe(404);
      expect((await member.get('/panels')).body.items).not.toContainEqual(expect.objectContaining({ id: panel.id }));
      await coordinator.change(`/panels/${panel.id}/publish-papers`, 1);
      expect((await member.get(`/panels/${panel.id}`)).status).toBe(200);
      expect((await member.get('/panels')).body.items).toContainEqual(expect.objectContaining({ id: panel.id }));
    });

    it('keeps a member from any detail of a case of their own school', async () => {
      const ownSchool = await casework.aSchool();
      const own = await casework.aCase({ schoolId: ownSchool });
      const other = await casework.aCase();
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-06-08', cases: [own, other] });
      const member = await casework.signIn('panel_member', { schoolId: ownSchool });
      const response = await member.get(`/panels/${panel.id}`);
      const [conflicted, open] = response.body.agenda;
      const { id, position, isConflicted, isConsentWithdrawn, ...details } = conflicted;
      expect({ id, position, isConflicted }).toEqual({ id: panel.items[0], position: 1, isConflicted: true });
      expect(isConsentWithdrawn).toBe(false);
      expect(new Set(Object.values(details))).toEqual(new Set([null]));
      expect(JSON.stringify(response.body)).not.toContain(own.reference);
      expect(open).toMatchObject({ isConflicted: false, reference: other.reference, riskLevel: 'high' });
    });

    it('shows a member the money only after the decision', async () => {
      const one = await casework.aCase();
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-06-15', cases: [one] });
      const member = await casework.signIn('panel_member');
      const value = async () => (await member.get(`/panels/${panel.id}`)).body.agenda[0].annualValuePence;
      expect(await value()).toBeNull();
      await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0]}/decision`, {
        outcome: 'advice_only',
        reason: 'The school can go on',
      });
      expect(await value()).toBe(778_260);
    });

    it('is audited for the panel, and for every case that a member could read', async () => {
      const ownSchool = await casework.aSchool();
      const own = await casework.aCase({ schoolId: ownSchool });
      const other = await casework.aCase();
      const panel = await casework.aPanel(coordinator, { heldOn: '2027-06-22', cases: [own, other] });
      const member = await casework.signIn('panel_member', { schoolId: ownSchool });
      await member.get(`/panels/${panel.id}`);
      const viewed = { event: 'panel.viewed', actorUserId: member.userId };
      expect(await casework.events(panel.id)).toContainEqual(expect.objectContaining(viewed));
      expect(await casework.events(other.id)).toContainEqual(expect.objectContaining(viewed));
      expect(await casework.events(own.id)).not.toContainEqual(expect.objectContaining(viewed));
    });

    it('is neither for other roles nor for another authority', async () => {
      const [known] = (await coordinator.get('/panels')).body.items;
      for (const role of ['senco', 'provider', 'board_member', 'contract_manager'] as const) {
        expect((await (await casework.signIn(role)).get(`/panels/${known.id}`)).status).toBe(403);
      }
      const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
      expect((await stranger.get(`/panels/${known.id}`)).status).toBe(404);
      expect((await stranger.get('/panels')).body).toEqual({ items: [] });
      expect((await coordinator.get('/panels/not-an-id')).status).toBe(404);
    });
  });
});
