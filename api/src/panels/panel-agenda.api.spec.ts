import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';
import { addDays } from '@panel/reference';

import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';

jest.setTimeout(60_000);

describe('the agenda of a panel', () => {
  let casework: Casework;
  let coordinator: Person;

  beforeAll(async () => {
    casework = await startCasework();
    coordinator = await casework.signIn('coordinator');
  });

  afterAll(() => casework?.stop());

  const readyReferences = async (panelId: string): Promise<string[]> => {
    const response = await coordinator.get(`/panels/${panelId}/ready-cases`);
    return response.body.items.map((item: Case) => item.reference);
  };

  it('takes a case that is ready, which is then no longer offered to any panel', async () => {
    const one = await casework.aCase({ pupilName: 'Robin Example' });
    const panel = await casework.aPanel(coordinator, { heldOn: '2026-12-01', status: 'planned' });
    const next = await casework.aPanel(coordinator, { heldOn: '2026-12-02', status: 'planned' });
    const offered = (await coordinator.get(`/panels/${panel.id}/ready-cases`)).body.items;
    expect(offered).toContainEqual({
      referralId: one.id,
      reference: one.reference,
      pupilInitials: 'RE',
      schoolName: 'School 1',
      ncYear: '5',
      primaryNeed: 'SEMH',
      riskLevel: 'high',
      isUrgent: false,
      readySince: '2026-11-01',
    });

    const added = await coordinator.change(`/panels/${panel.id}/agenda`, 1, { referralId: one.id });
    expect(added.status).toBe(200);
    expect(added.body).toMatchObject({ version: 2, caseCount: 1, agenda: [{ position: 1, referralId: one.id }] });
    expect(await readyReferences(panel.id)).not.toContain(one.reference);
    expect(await readyReferences(next.id)).not.toContain(one.reference);
    expect(await casework.events(panel.id)).toContainEqual(expect.objectContaining({ event: 'panel.case_added' }));
    expect(await casework.changes(one.id)).toMatchObject([
      { event: 'panel.case_added', subjectType: 'referral', detail: { what: '1 December 2026' } },
    ]);
    const timeline = await coordinator.get(`/referrals/${one.id}/timeline`);
    expect(timeline.body.items[0].summary).toBe('Put on a panel agenda: 1 December 2026');
  });

  it('does not take a case twice, neither on one agenda nor on two', async () => {
    const one = await casework.aCase();
    const panel = await casework.aPanel(coordinator, { heldOn: '2026-12-03', cases: [one], status: 'planned' });
    const next = await casework.aPanel(coordinator, { heldOn: '2026-12-04', status: 'planned' });
    for (const { id } of [panel, next]) {
      const response = await coordinator.change(`/panels/${id}/agenda`, 1, { referralId: one.id });
      expect(response.status).toBe(409);
      expect(response.body).toMatchObject({
        code: 'case_on_agenda_already',
        detail: expect.stringContaining('3 December 2026'),
      });
    }
  });

  it('takes a case on one agenda only when two coordinators put it on two at once', async () => {
    const one = await casework.aCase();
    const panels = await Promise.all(
      ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'].map((heldOn) =>
        casework.aPanel(coordinator, { heldOn, status: 'planned' }),
      ),
    );
    const statuses = await Promise.all(
      panels.map(
        async ({ id }) => (await coordinator.change(`/panels/${id}/agenda`, 1, { referralId: one.id })).status,
      ),
    );
    expect(statuses.sort()).toEqual([200, 409, 409, 409]);
  });

  it.each(['draft', 'submitted', 'accepted', 'assessed', 'decided', 'withdrawn'] as const)(
    'does not take a case that is %s',
    async (status) => {
      const one = await casework.aCase({ status });
      const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), status: 'planned' });
      const response = await coordinator.change(`/panels/${panel.id}/agenda`, 1, { referralId: one.id });
      expect(response.status).toBe(409);
      expect(response.body.code).toBe('case_not_ready');
      expect((await coordinator.get(`/panels/${panel.id}`)).body).toMatchObject({ version: 1, agenda: [] });
    },
  );

  it('names the field of a case that there is not', async () => {
    const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), status: 'planned' });
    for (const referralId of [randomUUID(), 'not-an-id', 7, null]) {
      const response = await coordinator.change(`/panels/${panel.id}/agenda`, 1, { referralId });
      expect(response.status).toBe(422);
      expect(response.body.errors).toMatchObject([{ pointer: '/referralId' }]);
    }
  });

  it('lets cases be moved up and down, as far as there is another', async () => {
    const cases = [await casework.aCase(), await casework.aCase(), await casework.aCase()];
    const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), cases, status: 'planned' });
    const [first, second, third] = panel.items;
    const move = (item: string | undefined, direction: string, version: number) =>
      coordinator.change(`/panels/${panel.id}/agenda/${item}/move`, version, { direction });
    const orderOf = (body: { agenda: { id: string; position: number }[] }) => body.agenda.map(({ id }) => id);

    expect(orderOf((await move(third, 'up', 1)).body)).toEqual([first, third, second]);
    expect(orderOf((await move(first, 'down', 2)).body)).toEqual([third, first, second]);
    const tooFar = await move(third, 'up', 3);
    expect(tooFar.status).toBe(409);
    expect(tooFar.body).toMatchObject({ code: 'agenda_item_at_end', detail: 'It is the first on the agenda.' });
    expect((await move(second, 'down', 3)).body.detail).toBe('It is the last on the agenda.');
    expect((await move(second, 'sideways', 3)).body.errors).toMatchObject([{ pointer: '/direction' }]);
    expect(await casework.events(panel.id)).toContainEqual(expect.objectContaining({ event: 'panel.case_moved' }));
  });

  it('closes up when a case is taken off, which can then go to another panel', async () => {
    const cases = [await casework.aCase(), await casework.aCase(), await casework.aCase()];
    const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), cases, status: 'planned' });
    const removed = await coordinator.remove(`/panels/${panel.id}/agenda/${panel.items[1]}`, 1);
    expect(removed.status).toBe(200);
    expect(removed.headers['etag']).toBe('"2"');
    expect(removed.body.agenda).toMatchObject([
      { position: 1, referralId: cases[0]?.id },
      { position: 2, referralId: cases[2]?.id },
    ]);
    expect(await readyReferences(panel.id)).toContain(cases[1]?.reference);
    expect(await casework.changes(cases[1]?.id ?? '')).toMatchObject([{ event: 'panel.case_removed' }]);
  });

  it('stands once the papers are published', async () => {
    const cases = [await casework.aCase(), await casework.aCase()];
    const late = await casework.aCase();
    const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), cases, status: 'papers_published' });
    const item = `/panels/${panel.id}/agenda/${panel.items[0]}`;
    for (const response of [
      await coordinator.change(`/panels/${panel.id}/agenda`, panel.version, { referralId: late.id }),
      await coordinator.change(`${item}/move`, panel.version, { direction: 'down' }),
      await coordinator.remove(item, panel.version),
    ]) {
      expect(response.status).toBe(409);
      expect(response.body.code).toBe('agenda_frozen');
    }
  });

  it('changes only on the version that was read, for the coordinator, within the authority', async () => {
    const [one, other] = [await casework.aCase(), await casework.aCase()];
    const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), cases: [one], status: 'planned' });
    const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    const member = await casework.signIn('panel_member');
    const changes = (person: Person, version: number) => [
      person.change(`/panels/${panel.id}/agenda`, version, { referralId: other.id }),
      person.change(`/panels/${panel.id}/agenda/${panel.items[0]}/move`, version, { direction: 'up' }),
      person.remove(`/panels/${panel.id}/agenda/${panel.items[0]}`, version),
    ];
    const statuses = async (person: Person, version: number) =>
      (await Promise.all(changes(person, version))).map((response) => response.status);
    expect(await statuses(coordinator, 7)).toEqual([412, 412, 412]);
    expect(await statuses(stranger, 1)).toEqual([404, 404, 404]);
    expect(await statuses(member, 1)).toEqual([403, 403, 403]);
    expect((await coordinator.post(`/panels/${panel.id}/agenda`, { referralId: other.id })).status).toBe(428);
    expect((await member.get(`/panels/${panel.id}/ready-cases`)).status).toBe(403);
    expect((await stranger.get(`/panels/${panel.id}/ready-cases`)).status).toBe(404);
    expect((await coordinator.remove(`/panels/${panel.id}/agenda/${randomUUID()}`, 1)).status).toBe(404);
    expect((await coordinator.get(`/panels/${panel.id}`)).body).toMatchObject({ version: 1, caseCount: 1 });
  });
});

let day = 0;
/** Another day for every panel: there is one a day. */
function nextDay(): string {
  day += 1;
  return addDays('2027-01-01', day);
}
