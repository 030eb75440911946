import { randomUUID } from 'node:crypto';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let schoolId: string;
let senco: SignedIn;
let coordinator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  schoolId = await test.rows.aSchool({ name: 'Own School' });
  senco = await test.signInAs('senco', { schoolId });
  coordinator = await test.signInAs('coordinator');
});

afterAll(() => test.close());

const auditOf = async (referralId: string): Promise<string[]> =>
  (
    await test.rows.query<{ event: string }>('select event from audit_events where subject_id = $1 order by id', [
      referralId,
    ])
  ).map(({ event }) => event);

const questions = [
  { section: 'graduatedResponse', field: 'cycles', question: 'What changed after the second cycle?' },
  { section: 'consent', field: 'agreedOn', question: 'Which day is right?' },
];

const mails = (reference: string): Promise<{ body: string; link_path: string }[]> =>
  test.rows.query('select body, link_path from outbox_mails where body like $1', [`%${reference}%`]);

describe('returning a referral', () => {
  it('asks the school exactly these questions, tells it by mail without saying which, and says by when', async () => {
    const id = await test.rows.aReferral({ schoolId });
    const answer = await coordinator
      .post(`/referrals/${id}/return`, { reason: '', items: questions }, { version: 1 })
      .expect(200);
    expect(answer.body).toMatchObject({ status: 'returned', nextStep: { dueOn: '2026-12-08' } });
    expect(answer.body.returnReason).toContain('2 questions');
    const { body } = await senco.get(`/referrals/${id}/return-items`).expect(200);
    expect(body).toMatchObject({ latestRound: 1, canAnswer: true });
    expect(
      body.items.map(({ section, field, question }: Record<string, string>) => ({ section, field, question })),
    ).toEqual(questions);
    const [mail] = await mails(answer.body.reference);
    expect(mail?.body).toContain('8 December 2026');
    expect(mail?.body).not.toMatch(/second cycle|Robin/);
    expect(mail?.link_path).toBe(`/referrals/${id}/tasks`);
    expect(await auditOf(id)).toEqual(['referral.returned', 'return_item.listed']);
  });

  it('is refused without a question, with a field that is none, to a SENCo, of another authority and for a stale version', async () => {
    const id = await test.rows.aReferral({ schoolId });
    const none = await coordinator
      .post(`/referrals/${id}/return`, { reason: 'More, please.', items: [] }, { version: 1 })
      .expect(422);
    expect(none.body.errors[0].pointer).toBe('/items');
    const odd = [{ section: 'needs', field: '../x', question: 'What?' }];
    const wrong = await coordinator
      .post(`/referrals/${id}/return`, { reason: '', items: odd }, { version: 1 })
      .expect(422);
    expect(wrong.body.errors[0].pointer).toBe('/items/0/field');
    const blank = [{ section: 'needs', field: '', question: ' ' }];
    const empty = await coordinator
      .post(`/referrals/${id}/return`, { reason: '', items: blank }, { version: 1 })
      .expect(422);
    expect(empty.body.errors[0].pointer).toBe('/items/0/question');
    const body = { reason: '', items: questions };
    await senco.post(`/referrals/${id}/return`, body, { version: 1 }).expect(403);
    await coordinator.post(`/referrals/${id}/return`, body, { version: 9 }).expect(412);
    await coordinator.post(`/referrals/${id}/return`, body).expect(428);
    const closed = await test.rows.aReferral({ status: 'closed' });
    await coordinator.post(`/referrals/${closed}/return`, body, { version: 1 }).expect(409);
    const elsewhere = await test.rows.anAuthority('Returnshire');
    const foreign = await test.rows.aReferral({ authorityId: elsewhere });
    await coordinator.post(`/referrals/${foreign}/return`, body, { version: 1 }).expect(404);
    expect(await test.rows.query('select 1 from return_items where referral_id = $1', [id])).toEqual([]);
  });
});

describe('answering the questions of a return', () => {
  async function returned(): Promise<{ id: string; items: { id: string; version: number }[] }> {
    const id = await test.rows.aReferral({ schoolId });
    await coordinator.post(`/referrals/${id}/return`, { reason: '', items: questions }, { version: 1 }).expect(200);
    const { body } = await senco.get(`/referrals/${id}/return-items`).expect(200);
    return { id, items: body.items };
  }

  it('is seen by the coordinator after the school has submitted again', async () => {
    const { id, items } = await returned();
    const [first] = items;
    await senco
      .post(
        `/referrals/${id}/return-items/${first?.id}/answer`,
        { isAnswered: true, answer: 'Written into the second cycle.' },
        { version: 1 },
      )
      .expect(200);
    const signature = { role: 'Head teacher', hasConfirmed: true };
    await senco.post(`/referrals/${id}/sign-offs/sign`, signature, { version: 2 }).expect(200);
    const submitted = await senco.post(`/referrals/${id}/submit`, {}, { version: 2 }).expect(200);
    expect(submitted.body.status).toBe('submitted');
    const { body } = await coordinator.get(`/referrals/${id}/triage`).expect(200);
    expect(body.returnItems.map(({ isAnswered, answer }: Record<string, unknown>) => [isAnswered, answer])).toEqual([
      [true, 'Written into the second cycle.'],
      [false, ''],
    ]);
    const queue = await coordinator.get('/queue?tab=resubmitted').expect(200);
    expect(queue.body.items.map((item: { id: string }) => item.id)).toContain(id);
    // Five working days from today, not from the first submission.
    expect(submitted.body.nextStep.dueOn).toBe('2026-12-01');
    // What has been submitted again is closed.
    await senco
      .post(`/referrals/${id}/return-items/${first?.id}/answer`, { isAnswered: false, answer: '' }, { version: 2 })
      .expect(409);
  });

  it('can be taken back, by the version that was seen, by the own school only', async () => {
    const { id, items } = await returned();
    const path = `/referrals/${id}/return-items/${items[0]?.id}/answer`;
    const body = { isAnswered: true, answer: '' };
    await senco.post(path, body, { version: 1 }).expect(200);
    await senco.post(path, body, { version: 1 }).expect(412);
    const again = await senco.post(path, { isAnswered: false, answer: '' }, { version: 2 }).expect(200);
    expect(again.body.items[0]).toMatchObject({ isAnswered: false, answeredAt: null, answeredByName: null });
    await coordinator.post(path, body, { version: 3 }).expect(403);
    const other = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    await other.post(path, body, { version: 3 }).expect(404);
    await other.get(`/referrals/${id}/return-items`).expect(404);
    await senco.post(`/referrals/${id}/return-items/${randomUUID()}/answer`, body, { version: 1 }).expect(404);
    expect(await auditOf(id)).toEqual(
      expect.arrayContaining(['return_item.answered', 'return_item.reopened', 'access.refused']),
    );
  });
});

describe('declining a referral', () => {
  const body = {
    reasonCode: 'threshold_not_met',
    explanation: 'The needs are met by what the school does.',
    nextSteps: 'Go on for a term.',
    resourceIds: [] as string[],
  };

  async function aResource(title: string, changes: { readonly validFrom?: string } = {}): Promise<string> {
    const answer = await coordinator
      .post('/toolkit', {
        title,
        summary: 'Short',
        body: 'Long',
        needs: [],
        phases: [],
        declineReasons: [],
        links: [],
        validFrom: '2026-01-01',
        validTo: null,
        ...changes,
      })
      .expect(201);
    return answer.body.id;
  }

  it('tells the school why, what it can do, where help is described and that the statutory route is open', async () => {
    const id = await test.rows.aReferral({ schoolId });
    const chosen = [await aResource('Second resource'), await aResource('A first resource')];
    const answer = await coordinator
      .post(`/referrals/${id}/decline`, { ...body, resourceIds: chosen }, { version: 1 })
      .expect(200);
    expect(answer.body).toMatchObject({ status: 'declined', declineReason: 'threshold_not_met' });
    const { notice } = (await senco.get(`/referrals/${id}/decline`).expect(200)).body;
    expect(notice).toMatchObject({
      reasonLabel: 'Threshold not met',
      explanation: body.explanation,
      nextSteps: body.nextSteps,
      declinedOn: '2026-11-24',
    });
    expect(notice.resources.map((resource: { id: string }) => resource.id)).toEqual(chosen);
    expect(notice.statutoryRoute).toMatch(/at any time/);
    expect(notice.reconsideration).toContain(answer.body.reference);
    const [mail] = await mails(answer.body.reference);
    expect(mail?.body).not.toMatch(/Threshold|Robin/);
    expect(mail?.link_path).toBe(`/referrals/${id}`);
    expect(await auditOf(id)).toEqual(['referral.declined', 'decline.viewed']);
  });

  it('is refused with an unknown reason, an unknown or coming resource, to a SENCo, and out of scope', async () => {
    const id = await test.rows.aReferral({ schoolId });
    const path = `/referrals/${id}/decline`;
    const reason = await coordinator.post(path, { ...body, reasonCode: 'because' }, { version: 1 }).expect(422);
    expect(reason.body.errors[0].pointer).toBe('/reasonCode');
    const coming = await aResource('A coming resource', { validFrom: '2027-01-01' });
    for (const resourceId of ['x', randomUUID(), coming]) {
      const answer = await coordinator.post(path, { ...body, resourceIds: [resourceId] }, { version: 1 }).expect(422);
      expect(answer.body.errors[0].pointer).toBe('/resourceIds');
    }
    await senco.post(path, body, { version: 1 }).expect(403);
    await coordinator.post(path, body, { version: 9 }).expect(412);
    const accepted = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.post(`/referrals/${accepted}/decline`, body, { version: 1 }).expect(409);
    const other = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    await other.get(path).expect(404);
    expect((await coordinator.get(path).expect(200)).body).toEqual({ notice: null });
    expect((await coordinator.get(`/referrals/${id}`)).body.status).toBe('submitted');
  });
});

describe('the triage of a case', () => {
  it('shows what is missing, what would help, and other records and referrals of the child', async () => {
    const answers = test.rows.completeAnswers();
    const id = await test.rows.aReferral({
      schoolId,
      answers: {
        ...answers,
        voice: { ...answers.voice, childsView: '' },
        needs: { ...answers.needs, whatWorks: '' },
      },
    });
    const twin = test.rows.completeAnswers();
    await test.rows.aReferral({
      status: 'closed',
      answers: {
        ...twin,
        pupil: { ...twin.pupil, legalSurname: answers.pupil.legalSurname, bornOn: answers.pupil.bornOn },
      },
    });
    const { body } = await coordinator.get(`/referrals/${id}/triage`).expect(200);
    expect(body.requiredGaps.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/voice/childsView']);
    expect(body.optionalGaps.map(({ field }: { field: string }) => field)).toContain('whatWorks');
    expect(body.duplicates).toEqual([
      expect.objectContaining({ reason: 'same_name_and_birth', upn: twin.pupil.upn, bornOn: answers.pupil.bornOn }),
    ]);
    expect(body.duplicates[0].referrals).toHaveLength(1);
    expect(body).toMatchObject({ child: { upn: answers.pupil.upn }, otherCases: [], workingDaysLate: 0 });
    expect(await auditOf(id)).toEqual(['referral.triage_viewed']);
  });

  it('is the coordinators’, and of cases that they see', async () => {
    const id = await test.rows.aReferral({ schoolId });
    await senco.get(`/referrals/${id}/triage`).expect(403);
    const draft = await test.rows.aReferral({ schoolId, status: 'draft' });
    await coordinator.get(`/referrals/${draft}/triage`).expect(404);
  });
});

describe('the deadlines of the authority', () => {
  const longer = { triageWorkingDays: 7, returnWorkingDays: 15, assessmentWorkingDays: 12, readyWorkingDays: 6 };

  it('hold at once for the open cases, and for those to come', async () => {
    const administrator = await test.signInAs('administrator');
    const before = await test.rows.aReferral({ schoolId });
    const defaults = await coordinator.get('/case-deadlines').expect(200);
    expect(defaults.body).toMatchObject({ triageWorkingDays: 5, returnWorkingDays: 10, areDefaults: true, version: 0 });
    await administrator.put('/case-deadlines', longer, 0).expect(200);
    await administrator.put('/case-deadlines', longer, 0).expect(412);
    const changed = await administrator.put('/case-deadlines', longer, 1).expect(200);
    expect(changed.body).toMatchObject({ ...longer, areDefaults: false, version: 2 });
    const read = await coordinator.get(`/referrals/${before}`).expect(200);
    expect(read.body.nextStep).toMatchObject({ dueOn: '2026-12-03' });
    await coordinator.post(`/referrals/${before}/accept`, {}, { version: read.body.version }).expect(200);
    expect((await coordinator.get(`/referrals/${before}`)).body.nextStep.dueOn).toBe('2026-12-10');
    const events = await test.rows.query("select 1 from audit_events where event = 'case_deadlines.set'");
    expect(events).toHaveLength(2);
  });

  it('are between one and sixty working days, and not a school’s to set', async () => {
    for (const triageWorkingDays of [0, 61, 2.5]) {
      const answer = await coordinator.put('/case-deadlines', { ...longer, triageWorkingDays }, 2).expect(422);
      expect(answer.body.errors[0].pointer).toBe('/triageWorkingDays');
    }
    await senco.put('/case-deadlines', longer, 2).expect(403);
    await senco.get('/case-deadlines').expect(403);
  });
});
