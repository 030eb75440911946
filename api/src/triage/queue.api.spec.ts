import { randomUUID } from 'node:crypto';

import { QUEUE_TABS } from '@panel/case-rules';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let schoolId: string;
let coordinator: SignedIn;
let colleague: { readonly signedIn: SignedIn; readonly userId: string };
let me: string;

beforeAll(async () => {
  test = await startTestApplication();
  schoolId = await test.rows.aSchool({ name: 'Queue School' });
  me = await test.rows.aUser('Judith Marsh');
  coordinator = test.as(await test.rows.aSession('coordinator', {}, me));
  const userId = await test.rows.aUser('Sam Colleague');
  colleague = { userId, signedIn: test.as(await test.rows.aSession('coordinator', {}, userId)) };
});

afterAll(() => test.close());

interface Item {
  readonly id: string;
  readonly [key: string]: unknown;
}

const auditOf = async (referralId: string): Promise<string[]> =>
  (
    await test.rows.query<{ event: string }>('select event from audit_events where subject_id = $1 order by id', [
      referralId,
    ])
  ).map(({ event }) => event);

const list = async (
  query: string,
): Promise<{ items: Item[]; counts: Record<string, number>; nextAfter: string | null }> => {
  const { body } = await coordinator.get(`/queue?${query}`).expect(200);
  return {
    ...body,
    counts: Object.fromEntries(body.counts.map(({ tab, count }: { tab: string; count: number }) => [tab, count])),
  };
};

async function wholeList(query: string): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(`${query}${after ? `&after=${after}` : ''}`);
    all.push(...page.items);
    after = page.nextAfter;
  } while (after !== null);
  return all;
}

describe('the queue', () => {
  beforeAll(async () => {
    const statuses = ['submitted', 'returned', 'accepted', 'assessed', 'ready_for_panel', 'closed', 'draft'] as const;
    for (let number = 0; number < 70; number += 1) {
      await test.rows.aReferral({
        schoolId: number % 5 === 0 ? await test.rows.aSchool() : schoolId,
        status: statuses[number % statuses.length] ?? 'submitted',
        submittedOn: `2026-11-${String(1 + (number % 24)).padStart(2, '0')}`,
        primaryNeed: number % 3 === 0 ? 'ASD' : 'SEMH',
        isUrgent: number % 4 === 0,
        timesReturned: number % 2,
      });
    }
  });

  const filters = [
    '',
    `schoolId=PLACE`,
    'primaryNeed=ASD',
    'assignee=nobody',
    'urgent=yes',
    'due=overdue',
    'due=today&primaryNeed=SEMH',
    'due=five_days&urgent=no',
  ];
  it.each(filters)('counts for each tab exactly what its list holds, filtered by “%s”', async (filter) => {
    const conditions = filter.replace('PLACE', schoolId);
    for (const sort of ['due', 'newest']) {
      for (const tab of QUEUE_TABS) {
        const { counts } = await list(`tab=${tab}&sort=${sort}&${conditions}`);
        const items = await wholeList(`tab=${tab}&sort=${sort}&${conditions}`);
        expect([tab, counts[tab]]).toEqual([tab, items.length]);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }
    }
  });

  it('holds what was submitted and has not come to a panel, each in one stage', async () => {
    const { counts } = await list('tab=all');
    const stages = ['new', 'resubmitted', 'returned', 'waiting'].map((tab) => counts[tab] ?? 0);
    expect(stages.reduce((sum, count) => sum + count, 0)).toBe(counts['all']);
    const [row] = await test.rows.query<{ count: string }>(
      "select count(*) from referrals where status in ('submitted', 'returned', 'accepted', 'assessed', 'ready_for_panel')",
    );
    expect(counts['all']).toBe(Number(row?.count));
  });

  it('says what each waits for, by when, and how many working days it is late', async () => {
    const id = await test.rows.aReferral({ submittedOn: '2026-11-09' });
    const [item] = (await wholeList('tab=overdue')).filter((each) => each.id === id);
    // Due on Monday 16 November; on Tuesday the 24th six working days have passed.
    expect(item).toMatchObject({
      stage: 'new',
      nextStep: 'Triage',
      dueOn: '2026-11-16',
      workingDaysLate: 6,
      requiredMissing: 0,
      assignee: null,
      mayBeDuplicate: false,
    });
  });

  it('has the earliest due date first, and what has none last', async () => {
    const dues = (await wholeList('tab=all')).map(({ dueOn }) => dueOn ?? '9999-12-31');
    expect(dues).toEqual([...dues].sort());
  });

  it('finds a case by name only without an address, and leaves a trace of the search', async () => {
    const [before] = await test.rows.query("select 1 from audit_events where event = 'referral.searched'");
    expect(before).toBeUndefined();
    await coordinator.get('/queue?search=Robin').expect(422);
    const { body } = await coordinator.post('/queue/search', { search: 'robin', tab: 'new' }).expect(200);
    expect(body.items.length).toBeGreaterThan(0);
    expect((await test.rows.query("select 1 from audit_events where event = 'referral.searched'")).length).toBe(1);
  });

  it('marks what may be another record of the same child', async () => {
    const answers = test.rows.completeAnswers();
    const twin = test.rows.completeAnswers();
    const id = await test.rows.aReferral({ answers });
    await test.rows.aReferral({
      status: 'closed',
      answers: {
        ...twin,
        pupil: {
          ...twin.pupil,
          legalForename: 'Robyn',
          legalSurname: answers.pupil.legalSurname,
          bornOn: answers.pupil.bornOn,
        },
      },
    });
    const item = (await wholeList('tab=new')).find((each) => each.id === id);
    expect(item?.['mayBeDuplicate']).toBe(true);
  });

  it.each([
    ['a tab that is none', 'tab=x', '/tab'],
    ['an assignee that is nobody', 'assignee=x', '/assignee'],
    ['a cursor that is none', 'after=x', '/after'],
  ])('refuses %s', async (_, query, pointer) => {
    const answer = await coordinator.get(`/queue?${query}`).expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('is the coordinators’, and of one authority', async () => {
    await (await test.signInAs('senco', { schoolId })).get('/queue').expect(403);
    await test.anonymous.get('/queue').expect(401);
    const elsewhere = await test.rows.anAuthority('Queueshire');
    const foreign = await test.rows.aReferral({ authorityId: elsewhere });
    expect((await wholeList('tab=all')).map(({ id }) => id)).not.toContain(foreign);
  });
});

describe('assigning cases', () => {
  it('gives them to a colleague, who is told by a mail without a child’s name, and takes them back', async () => {
    const id = await test.rows.aReferral();
    const given = await coordinator
      .post('/queue/assign', { items: [{ referralId: id, version: 1 }], assigneeId: colleague.userId })
      .expect(200);
    expect(given.body.items).toEqual([expect.objectContaining({ referralId: id, isDone: true, code: null })]);
    const mine = await colleague.signedIn.get('/queue?assignee=me').expect(200);
    expect(mine.body.items.map((item: Item) => item.id)).toEqual([id]);
    const [mail] = await test.rows.query<{ subject: string; body: string; link_path: string }>(
      "select subject, body, link_path from outbox_mails where kind = 'case_news' and user_id = $1",
      [colleague.userId],
    );
    expect(mail?.subject).toContain(given.body.items[0].reference);
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/Robin|Test\d/);
    expect(mail?.link_path).toBe('/queue?assignee=me');
    await coordinator.post('/queue/assign', { items: [{ referralId: id, version: 2 }], assigneeId: null }).expect(200);
    expect(await auditOf(id)).toEqual(['referral.assigned', 'referral.unassigned']);
  });

  it('is done to no one who is no coordinator of the council', async () => {
    const id = await test.rows.aReferral();
    for (const assigneeId of [randomUUID(), await test.rows.aMember()]) {
      const answer = await coordinator
        .post('/queue/assign', { items: [{ referralId: id, version: 1 }], assigneeId })
        .expect(422);
      expect(answer.body.errors[0]).toMatchObject({ pointer: '/assigneeId', code: 'assignee_unknown' });
    }
  });

  it('says of each case whether it was done, and leaves those that changed or are not there', async () => {
    const good = await test.rows.aReferral();
    const stale = await test.rows.aReferral();
    const over = await test.rows.aReferral({ status: 'closed' });
    const elsewhere = await test.rows.anAuthority('Assignshire');
    const foreign = await test.rows.aReferral({ authorityId: elsewhere });
    const items = [
      { referralId: foreign, version: 1 },
      { referralId: good, version: 1 },
      { referralId: stale, version: 7 },
      { referralId: over, version: 1 },
    ];
    const { body } = await coordinator.post('/queue/assign', { items, assigneeId: me }).expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      'referral_not_found',
      null,
      'version_stale',
      'case_not_open',
    ]);
    expect(body.items[0].reference).toBeNull();
    expect(await auditOf(stale)).toEqual([]);
  });

  it('does nothing twice when the same request is repeated', async () => {
    const id = await test.rows.aReferral();
    const key = randomUUID();
    const request = { items: [{ referralId: id, version: 1 }], assigneeId: me };
    const first = await coordinator.post('/queue/assign', request, { key }).expect(200);
    const again = await coordinator.post('/queue/assign', request, { key }).expect(200);
    expect(again.body).toEqual(first.body);
    expect(await auditOf(id)).toEqual(['referral.assigned']);
  });

  it('is refused to a SENCo, and for nothing', async () => {
    const id = await test.rows.aReferral({ schoolId });
    const senco = await test.signInAs('senco', { schoolId });
    await senco.post('/queue/assign', { items: [{ referralId: id, version: 1 }], assigneeId: null }).expect(403);
    await coordinator.post('/queue/assign', { items: [], assigneeId: null }).expect(422);
  });
});

describe('accepting several cases', () => {
  it('accepts those that are complete, and says why the others are not', async () => {
    const good = await test.rows.aReferral();
    const complete = test.rows.completeAnswers();
    const gappy = await test.rows.aReferral({
      answers: { ...complete, voice: { ...complete.voice, childsView: '' } },
    });
    const twin = test.rows.completeAnswers();
    const doubtful = await test.rows.aReferral({ answers: twin });
    const other = test.rows.completeAnswers();
    await test.rows.aReferral({
      status: 'closed',
      answers: {
        ...other,
        pupil: { ...other.pupil, legalSurname: twin.pupil.legalSurname, bornOn: twin.pupil.bornOn },
      },
    });
    const returned = await test.rows.aReferral({ status: 'returned' });
    const items = [good, gappy, doubtful, returned].map((referralId) => ({ referralId, version: 1 }));
    const { body } = await coordinator.post('/queue/accept', { items }).expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      null,
      'referral_incomplete',
      'possible_duplicate',
      'referral_move_refused',
    ]);
    expect(await auditOf(good)).toEqual(['referral.accepted']);
    expect(await auditOf(gappy)).toEqual([]);
    const read = await coordinator.get(`/referrals/${good}`).expect(200);
    // Ten working days for the assessment.
    expect(read.body).toMatchObject({ status: 'accepted', version: 2, nextStep: { dueOn: '2026-12-08' } });
    await (await test.signInAs('senco', { schoolId })).post('/queue/accept', { items }).expect(403);
  });
});

describe('marking cases urgent', () => {
  it('marks them, and unmarks them, each once', async () => {
    const id = await test.rows.aReferral();
    await coordinator
      .post('/queue/mark-urgent', { items: [{ referralId: id, version: 1 }], isUrgent: true })
      .expect(200);
    const [item] = (await wholeList('tab=urgent')).filter((each) => each.id === id);
    expect(item).toMatchObject({ isUrgent: true, version: 2 });
    await coordinator
      .post('/queue/mark-urgent', { items: [{ referralId: id, version: 2 }], isUrgent: false })
      .expect(200);
    expect(await auditOf(id)).toEqual(['referral.marked_urgent', 'referral.unmarked_urgent']);
    const provider = await test.signInAs('provider', { providerId: await test.rows.aProvider() });
    await provider.post('/queue/mark-urgent', { items: [{ referralId: id, version: 3 }], isUrgent: true }).expect(403);
  });
});
