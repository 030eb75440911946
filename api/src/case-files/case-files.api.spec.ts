import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;
let otherSenco: Person;
let member: Person;
let provider: Person;
let day = 1;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
  otherSenco = await casework.signIn('senco', { schoolId: await casework.aSchool() });
  member = await casework.signIn('panel_member');
  provider = await casework.signIn('provider');
});

afterAll(() => casework.stop());

const note = (person: Person, { id }: Case, visibility: string) =>
  person.create(`/referrals/${id}/notes`, { visibility, text: `For ${visibility}` });
const task = (person: Person, { id }: Case, assignedRole: string) =>
  person.create(`/referrals/${id}/case-tasks`, {
    title: `For ${assignedRole}`,
    detail: '',
    dueOn: '2026-12-01',
    assignedRole,
    assignedProviderId: null,
    assignedUserId: null,
  });

/** In published papers, so that the panel sees it, too. */
async function aCaseOnPanel(): Promise<Case> {
  const item = await casework.aCase();
  const heldOn = `2027-05-${String(day++).padStart(2, '0')}`;
  await casework.aPanel(coordinator, { heldOn, cases: [item], status: 'papers_published' });
  return item;
}

interface Event {
  readonly event: string;
  readonly kind: string;
  readonly link: string | null;
  readonly seq: number;
}

const eventsOf = async (person: Person, { id }: Case, query = ''): Promise<Event[]> =>
  (await person.get(`/referrals/${id}/timeline${query}`)).body.items;

describe('the timeline of a case', () => {
  it('tells of notes and tasks only those who can read them', async () => {
    const item = await aCaseOnPanel();
    for (const visibility of ['council', 'council_and_school', 'everybody']) await note(coordinator, item, visibility);
    await task(coordinator, item, 'coordinator');
    await task(coordinator, item, 'senco');
    const count = async (person: Person, prefix: string): Promise<number> =>
      (await eventsOf(person, item)).filter(({ event }) => event.startsWith(prefix)).length;
    expect([await count(coordinator, 'note.'), await count(senco, 'note.'), await count(member, 'note.')]).toEqual([
      3, 2, 1,
    ]);
    expect([
      await count(coordinator, 'case_task.'),
      await count(senco, 'case_task.'),
      await count(member, 'case_task.'),
    ]).toEqual([2, 1, 0]);
  });

  it('does not tell a school that a note was taken back from it or written for the council before', async () => {
    const item = await casework.aCase();
    const { id } = (await note(coordinator, item, 'council')).body;
    await coordinator.change(`/notes/${id}/correct`, 1, { visibility: 'everybody', text: 'Now for all' });
    expect((await eventsOf(senco, item)).filter(({ kind }) => kind === 'notes')).toEqual([]);
    expect((await eventsOf(coordinator, item)).filter(({ kind }) => kind === 'notes')).toHaveLength(2);
  });

  it('can be narrowed to one kind, and leads to the thing where the reader may open it', async () => {
    const item = await aCaseOnPanel();
    await note(coordinator, item, 'everybody');
    await senco.create(`/referrals/${item.id}/consultations`, {
      heldOn: '2026-11-10',
      teacherName: 'Ms Grey',
      asked: 'during_case',
      advice: 'Quiet mornings',
    });
    const support = await eventsOf(senco, item, '?kind=support');
    expect(support).toMatchObject([
      { event: 'consultation.recorded', kind: 'support', link: `/referrals/${item.id}/support-history` },
    ]);
    expect((await eventsOf(senco, item, '?kind=notes'))[0]?.link).toBe(`/referrals/${item.id}/notes`);
    const unknown = await senco.get(`/referrals/${item.id}/timeline?kind=gossip`);
    expect(unknown.status).toBe(422);
  });

  it('comes in pages, the newest first, each event once', async () => {
    const item = await casework.aCase();
    for (let number = 0; number < 35; number += 1) await note(coordinator, item, 'council');
    const first = (await coordinator.get(`/referrals/${item.id}/timeline`)).body;
    const second = (await coordinator.get(`/referrals/${item.id}/timeline?before=${first.nextBefore}`)).body;
    expect([first.items.length, second.items.length, second.nextBefore]).toEqual([30, 5, null]);
    const seqs = [...first.items, ...second.items].map(({ seq }: Event) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(new Set(seqs).size).toBe(35);
    expect((await coordinator.get(`/referrals/${item.id}/timeline?before=x`)).status).toBe(422);
  });

  it('is nobody’s who does not see the case, and its reading is audited', async () => {
    const item = await casework.aCase();
    expect((await otherSenco.get(`/referrals/${item.id}/timeline`)).status).toBe(404);
    expect((await provider.get(`/referrals/${item.id}/timeline`)).status).toBe(403);
    await senco.get(`/referrals/${item.id}/timeline`);
    expect((await casework.events(item.id)).at(-1)).toMatchObject({ event: 'referral.timeline_viewed' });
  });
});

describe('the people of a case', () => {
  it('are those who work on it, with a way to reach them for whoever works with them', async () => {
    const item = await aCaseOnPanel();
    const read = async (person: Person) => (await person.get(`/referrals/${item.id}/people`)).body;
    const seen = await read(senco);
    expect(new Set(seen.items.map(({ role }: { role: string }) => role))).toEqual(new Set(['coordinator', 'senco']));
    expect(seen.items.every(({ email }: { email: string }) => email.includes('@'))).toBe(true);
    expect(seen).toMatchObject({
      nextRole: 'panel_member',
      panelHeldOn: expect.stringMatching(/^2027-05/),
      panelId: null,
    });
    expect((await read(coordinator)).panelId).toEqual(expect.any(String));
    const ofPanel = await read(member);
    expect(new Set(ofPanel.items.map(({ role }: { role: string }) => role))).toEqual(new Set(['coordinator']));
    expect((await casework.events(item.id)).at(-1)?.event).toBe('referral.people_viewed');
    expect((await otherSenco.get(`/referrals/${item.id}/people`)).status).toBe(404);
  });
});

describe('a case that is assigned', () => {
  it('names its coordinator first', async () => {
    const item = await casework.aCase();
    const lead = await casework.signIn('coordinator');
    await casework.rows('update referrals set assigned_to = $2 where id = $1', [item.id, lead.userId]);
    const { items } = (await senco.get(`/referrals/${item.id}/people`)).body;
    expect(items.filter(({ isLead }: { isLead: boolean }) => isLead)).toHaveLength(1);
    expect(items[0]).toMatchObject({ role: 'coordinator', isLead: true });
  });
});

describe('a case to print', () => {
  it('holds what the person may see of it, and nothing else, and is audited as an export', async () => {
    const item = await aCaseOnPanel();
    for (const visibility of ['council', 'council_and_school']) await note(coordinator, item, visibility);
    await task(coordinator, item, 'coordinator');
    const ofCouncil = (await coordinator.get(`/referrals/${item.id}/print`)).body;
    expect(ofCouncil).toMatchObject({ referral: { reference: item.reference }, printedAt: '2026-11-24T10:00:00.000Z' });
    expect([ofCouncil.notes.length, ofCouncil.caseTasks.length, ofCouncil.assessments.length]).toEqual([2, 1, 1]);

    const ofSchool = (await senco.get(`/referrals/${item.id}/print`)).body;
    expect([ofSchool.notes.length, ofSchool.caseTasks.length, ofSchool.assessments.length]).toEqual([1, 0, 0]);
    expect(JSON.stringify(ofSchool)).not.toMatch(/For council"|annualValue/);
    expect((await casework.events(item.id)).at(-1)).toMatchObject({
      event: 'referral.exported',
      actorUserId: senco.userId,
    });
  });

  it('is not for the panel, a provider or another school', async () => {
    const item = await aCaseOnPanel();
    expect((await member.get(`/referrals/${item.id}/print`)).status).toBe(403);
    expect((await provider.get(`/referrals/${item.id}/print`)).status).toBe(403);
    expect((await otherSenco.get(`/referrals/${item.id}/print`)).status).toBe(404);
  });
});
