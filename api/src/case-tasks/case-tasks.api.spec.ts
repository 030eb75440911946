import { type Case, type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';

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

const task = {
  title: 'Ring Robin’s mother',
  detail: 'About the reduced timetable',
  dueOn: '2026-12-01',
  assignedRole: 'senco',
  assignedProviderId: null,
  assignedUserId: null,
};
const give = (person: Person, { id }: Case, changes: object = {}) =>
  person.create(`/referrals/${id}/case-tasks`, { ...task, ...changes });
const titlesOf = async (person: Person, path: string): Promise<string[]> =>
  ((await person.get(path)).body.items as { title: string }[]).map(({ title }) => title);
const mailsFor = (reference: string) =>
  casework.rows<{ userId: string; subject: string; body: string; link: string }>(
    `select user_id as "userId", subject, body, link_path as link from outbox_mails
      where kind = 'case_news' and subject like $1 order by id`,
    [`${reference}: Somebody gave you a task`],
  );

async function supportedCase(): Promise<{ item: Case; allocationId: string }> {
  const item = await casework.aCase();
  const heldOn = `2027-03-${String(day++).padStart(2, '0')}`;
  const panel = await casework.aPanel(coordinator, { heldOn, cases: [item], status: 'in_session' });
  const decided = await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0] ?? ''}/decision`, {
    outcome: 'agree_as_requested',
    reason: 'It fits',
    declineReason: null,
    contractId: await casework.aContract(),
    units: 1,
  });
  return { item, allocationId: decided.body.allocation.id };
}

describe('giving a task', () => {
  it('tells whoever has to do it, by mail, which case and by when, and not what', async () => {
    const item = await casework.aCase();
    const given = await give(coordinator, item);
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({
      ...task,
      version: 1,
      reference: item.reference,
      assigneeName: 'The SENCo of the school',
      workingDaysOverdue: 0,
      isMine: false,
      canChange: true,
      doneAt: null,
    });
    const mails = await mailsFor(item.reference);
    expect(mails.map(({ userId }) => userId)).toContain(senco.userId);
    expect(mails.map(({ userId }) => userId)).not.toContain(otherSenco.userId);
    expect(mails[0]).toMatchObject({
      subject: `${item.reference}: Somebody gave you a task`,
      body: expect.stringContaining('1 December 2026'),
      link: `/referrals/${item.id}/case-tasks`,
    });
    expect(JSON.stringify(mails)).not.toMatch(/Robin|mother|timetable/);
  });

  it('tells nobody who gives it to themselves, and one person alone when one is named', async () => {
    const item = await casework.aCase();
    await give(coordinator, item, { assignedRole: 'coordinator', assignedUserId: coordinator.userId });
    expect(await mailsFor(item.reference)).toEqual([]);
    await give(coordinator, item, { assignedUserId: senco.userId });
    expect((await mailsFor(item.reference)).map(({ userId }) => userId)).toEqual([senco.userId]);
  });

  it('names only people who work on the case, and a day that is not over', async () => {
    const item = await casework.aCase();
    for (const changes of [
      { assignedUserId: otherSenco.userId },
      { assignedUserId: coordinator.userId },
      { assignedRole: 'provider', assignedProviderId: casework.providerId },
      { assignedProviderId: casework.providerId },
    ]) {
      const refused = await give(coordinator, item, changes);
      expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'assignee_not_on_case']);
    }
    const late = await give(coordinator, item, { dueOn: '2026-11-23' });
    expect([late.status, late.body.errors[0].pointer]).toEqual([422, '/dueOn']);
    expect((await give(coordinator, item, { dueOn: today })).status).toBe(201);
    expect((await give(coordinator, item, { title: ' ' })).status).toBe(422);
  });

  it('is refused to panel members and providers, and for cases one does not see', async () => {
    const item = await casework.aCase();
    expect((await give(member, item)).status).toBe(403);
    expect((await give(provider, item)).status).toBe(403);
    expect((await give(otherSenco, item)).status).toBe(404);
    expect((await member.get(`/referrals/${item.id}/case-tasks`)).status).toBe(403);
    expect((await otherSenco.get(`/referrals/${item.id}/case-tasks`)).status).toBe(404);
  });

  it('leaves a trace without words, and happens once however often it is sent', async () => {
    const item = await casework.aCase();
    const key = '01890000-0000-7000-8000-000000000002';
    const path = `/referrals/${item.id}/case-tasks`;
    const first = await coordinator.create(path, task, key);
    expect((await coordinator.create(path, task, key)).body).toEqual(first.body);
    const changes = await casework.changes(item.id);
    expect(changes).toEqual([
      {
        event: 'case_task.created',
        detail: { role: 'senco', dueOn: '2026-12-01', caseTaskId: first.body.id },
        actorUserId: coordinator.userId,
        subjectType: 'referral',
      },
    ]);
    expect(JSON.stringify(await casework.events(item.id))).not.toContain('Robin');
  });
});

describe('the tasks of a case', () => {
  it('are seen by whom they concern: the school its own and those it gave, the provider its own', async () => {
    const { item, allocationId } = await supportedCase();
    await give(coordinator, item, { title: 'For coordinators', assignedRole: 'coordinator' });
    await give(coordinator, item, { title: 'For the school' });
    await give(senco, item, { title: 'From the school', assignedRole: 'coordinator' });
    const forProvider = await give(coordinator, item, {
      title: 'For the provider',
      assignedRole: 'provider',
      assignedProviderId: casework.providerId,
    });
    expect(forProvider.status).toBe(201);
    const path = `/referrals/${item.id}/case-tasks`;
    expect((await titlesOf(coordinator, path)).toSorted()).toEqual([
      'For coordinators',
      'For the provider',
      'For the school',
      'From the school',
    ]);
    expect((await titlesOf(senco, path)).toSorted()).toEqual(['For the school', 'From the school']);

    const own = (await provider.get('/case-tasks')).body;
    expect(own).toMatchObject({
      total: 1,
      overdue: 0,
      items: [{ title: 'For the provider', allocationId, referralId: null }],
    });
    const id = forProvider.body.id as string;
    expect((await senco.get(`/case-tasks/${id}`)).status).toBe(404);
    const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
    expect((await other.get(`/case-tasks/${id}`)).status).toBe(404);

    await casework.rows('update referrals set provider_consent = false where id = $1', [item.id]);
    expect((await provider.get('/case-tasks')).body.items).toEqual([]);
    expect((await provider.change(`/case-tasks/${id}/complete`, 1)).status).toBe(404);
  });

  it('can be given to the people on it: a school gives none to a provider', async () => {
    const { item } = await supportedCase();
    const rolesFor = async (person: Person) => [
      ...new Set(
        ((await person.get(`/referrals/${item.id}/case-tasks`)).body.assignees as { role: string }[]).map(
          ({ role }) => role,
        ),
      ),
    ];
    expect(await rolesFor(coordinator)).toEqual(['coordinator', 'senco', 'provider']);
    expect(await rolesFor(senco)).toEqual(['senco', 'coordinator']);
  });
});

describe('one’s own tasks', () => {
  it('are those of the role and those by name, overdue by working days', async () => {
    const schoolId = await casework.aSchool();
    const mine = await casework.signIn('senco', { schoolId });
    const colleague = await casework.signIn('senco', { schoolId });
    const item = await casework.aCase({ schoolId });
    await give(coordinator, item, { title: 'For all of us' });
    await give(coordinator, item, { title: 'For me', assignedUserId: mine.userId });
    await give(coordinator, item, { title: 'For my colleague', assignedUserId: colleague.userId });
    // A Thursday, two working days before today, a Tuesday: Friday and Monday have passed, and today has begun.
    await casework.rows("update case_tasks set due_on = '2026-11-19' where title = 'For me'");
    const own = (await mine.get('/case-tasks')).body;
    expect(own).toMatchObject({
      total: 2,
      overdue: 1,
      items: [
        { title: 'For me', workingDaysOverdue: 3 },
        { title: 'For all of us', workingDaysOverdue: 0 },
      ],
    });
    expect((await mine.get('/case-tasks?show=overdue')).body.items).toHaveLength(1);
    const [waiting] = ((await mine.get('/home')).body.tasks as { code: string }[]).filter(
      ({ code }) => code === 'case_tasks',
    );
    expect(waiting).toMatchObject({ count: 2, overdue: 1 });
  });
});

describe('doing a task', () => {
  it('marks it as done and open again, with who and when', async () => {
    const item = await casework.aCase();
    const { id } = (await give(coordinator, item)).body;
    const done = await senco.change(`/case-tasks/${id}/complete`, 1);
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ version: 2, doneAt: expect.any(String), canChange: false });
    const twice = await senco.change(`/case-tasks/${id}/complete`, 2);
    expect([twice.status, twice.body.code]).toEqual([409, 'case_task_done']);
    const changed = await coordinator.put(`/case-tasks/${id}`, task, 2);
    expect([changed.status, changed.body.code]).toEqual([409, 'case_task_done']);

    const open = await coordinator.change(`/case-tasks/${id}/reopen`, 2);
    expect(open.body).toMatchObject({ version: 3, doneAt: null, doneByName: null });
    const reopened = await coordinator.change(`/case-tasks/${id}/reopen`, 3);
    expect([reopened.status, reopened.body.code]).toEqual([409, 'case_task_not_done']);
    expect((await casework.changes(item.id)).map(({ event }) => event)).toEqual([
      'case_task.created',
      'case_task.completed',
      'case_task.reopened',
    ]);
  });

  it('is for whoever has it or gave it, and refuses a stale version', async () => {
    const item = await casework.aCase();
    const { id } = (await give(coordinator, item, { assignedUserId: senco.userId })).body;
    const colleague = await casework.signIn('senco');
    const refused = await colleague.change(`/case-tasks/${id}/complete`, 1);
    expect([refused.status, refused.body.code]).toEqual([409, 'case_task_of_somebody_else']);
    expect((await otherSenco.change(`/case-tasks/${id}/complete`, 1)).status).toBe(404);
    expect((await member.change(`/case-tasks/${id}/complete`, 1)).status).toBe(403);
    expect((await senco.change(`/case-tasks/${id}/complete`, 9)).status).toBe(412);
    expect((await senco.post(`/case-tasks/${id}/complete`)).status).toBe(428);
  });
});

describe('changing a task', () => {
  it('is for whoever gave it and for coordinators, and tells whoever has it now', async () => {
    const item = await casework.aCase();
    const { id } = (await give(senco, item, { assignedRole: 'coordinator', assignedUserId: coordinator.userId })).body;
    const changed = await senco.put(
      `/case-tasks/${id}`,
      { ...task, title: 'Write to the family', assignedUserId: senco.userId, dueOn: '2026-12-04' },
      1,
    );
    expect(changed.body).toMatchObject({ version: 2, title: 'Write to the family', isMine: true });
    await coordinator.put(`/case-tasks/${id}`, { ...task, assignedUserId: senco.userId }, 2);
    expect((await mailsFor(item.reference)).map(({ userId }) => userId)).toEqual([coordinator.userId]);

    const { id: given } = (await give(coordinator, item)).body;
    const refused = await senco.put(`/case-tasks/${given}`, task, 1);
    expect([refused.status, refused.body.code]).toEqual([409, 'case_task_of_somebody_else']);
    expect((await coordinator.put(`/case-tasks/${given}`, task, 4)).status).toBe(412);
    expect((await provider.put(`/case-tasks/${given}`, task, 1)).status).toBe(403);
    expect((await otherSenco.put(`/case-tasks/${given}`, task, 1)).status).toBe(404);
  });

  it('lets the day of an overdue task stand, but takes no other day that is over', async () => {
    const item = await casework.aCase();
    const { id } = (await give(coordinator, item)).body;
    await casework.rows("update case_tasks set due_on = '2026-11-10' where id = $1", [id]);
    expect((await coordinator.put(`/case-tasks/${id}`, { ...task, dueOn: '2026-11-11' }, 1)).status).toBe(422);
    expect((await coordinator.put(`/case-tasks/${id}`, { ...task, dueOn: '2026-11-10' }, 1)).status).toBe(200);
  });
});
