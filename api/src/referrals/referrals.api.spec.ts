import { randomUUID } from 'node:crypto';

import { REFERRAL_SECTIONS } from '@panel/case-rules';

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

describe('creating a referral', () => {
  it('gives a SENCo a draft of their own school with a reference and everything still to do', async () => {
    const answer = await senco.post('/referrals', { schoolId }).expect(201);
    expect(answer.body).toMatchObject({ status: 'draft', version: 1, school: { name: 'Own School' } });
    expect(answer.body.reference).toMatch(/^EIP-2026-\d{4}$/);
    expect(answer.body.gaps.length).toBeGreaterThan(5);
    expect(answer.headers['etag']).toBe('"1"');
    expect(await auditOf(answer.body.id)).toEqual(['referral.created']);
  });

  it('gives the same referral when the same request is repeated', async () => {
    const key = randomUUID();
    const first = await senco.post('/referrals', { schoolId }, { key }).expect(201);
    const again = await senco.post('/referrals', { schoolId }, { key }).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const other = await test.rows.aSchool();
    const refused = await senco.post('/referrals', { schoolId: other }, { key }).expect(422);
    expect(refused.body.code).toBe('idempotency_key_reused');
  });

  it('makes one referral of twenty identical requests at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => senco.post('/referrals', { schoolId }, { key })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('is refused for a school that the SENCo does not work for, whether it exists or not', async () => {
    const other = await test.rows.aSchool();
    for (const unknown of [other, randomUUID()]) {
      const answer = await senco.post('/referrals', { schoolId: unknown }).expect(422);
      expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/schoolId', code: 'school_not_found' })]);
    }
  });

  it('is refused to other roles and to nobody', async () => {
    await coordinator.post('/referrals', { schoolId }).expect(403);
    await test.anonymous.post('/referrals', { schoolId }).expect(401);
  });
});

async function aCompleteDraft(answers = test.rows.completeAnswers()): Promise<string> {
  const { body } = await senco.post('/referrals', { schoolId }).expect(201);
  for (const section of REFERRAL_SECTIONS) {
    await senco.put(`/referrals/${body.id}/sections/${section}`, answers[section], 0).expect(200);
  }
  const signature = { role: 'Head teacher', hasConfirmed: true };
  const { status } = await senco.post(`/referrals/${body.id}/sign-offs/sign`, signature, { version: 1 });
  // Answers with a gap are not signed.
  expect([200, 422]).toContain(status);
  return body.id;
}

describe('submitting a referral', () => {
  it('moves a complete draft to the coordinator and says what happens next and when', async () => {
    const id = await aCompleteDraft();
    const answer = await senco.post(`/referrals/${id}/submit`, {}, { version: 1 }).expect(200);
    expect(answer.body).toMatchObject({
      status: 'submitted',
      version: 2,
      submittedOn: '2026-11-24',
      ncYear: '6',
      primaryNeed: 'SEMH',
      gaps: [],
    });
    expect(answer.body.nextStep).toEqual({ text: expect.stringContaining('coordinator'), dueOn: '2026-12-01' });
    expect(await auditOf(id)).toContain('referral.submitted');
  });

  it('names every gap by its pointer and changes nothing', async () => {
    const complete = test.rows.completeAnswers();
    const id = await aCompleteDraft({
      ...complete,
      pupil: { ...complete.pupil, upn: `I${complete.pupil.upn.slice(1)}` },
      consent: { ...complete.consent, agreedByName: '' },
      graduatedResponse: { ...complete.graduatedResponse, cycles: complete.graduatedResponse.cycles.slice(0, 1) },
    });
    const answer = await senco.post(`/referrals/${id}/submit`, {}, { version: 1 }).expect(422);
    const pointers = answer.body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/pupil/upn', '/consent/agreedByName', '/graduatedResponse/cycles']),
    );
    expect((await senco.get(`/referrals/${id}`)).body).toMatchObject({ status: 'draft', version: 1 });
  });

  it('is refused for a version that is no longer the newest', async () => {
    const id = await aCompleteDraft();
    await senco.post(`/referrals/${id}/submit`, {}, { version: 1 }).expect(200);
    await senco.post(`/referrals/${id}/submit`, {}, { version: 1 }).expect(412);
    await senco.post(`/referrals/${id}/submit`, {}, { version: 2 }).expect(409);
  });

  it('refuses a second open referral of the child: with its reference inside the school, without any detail across schools', async () => {
    const answers = test.rows.completeAnswers();
    const first = await aCompleteDraft(answers);
    const submitted = await senco.post(`/referrals/${first}/submit`, {}, { version: 1 }).expect(200);
    const second = await aCompleteDraft(answers);
    const own = await senco.post(`/referrals/${second}/submit`, {}, { version: 1 }).expect(409);
    expect(own.body.code).toBe('open_referral_exists');
    expect(own.body.detail).toContain(submitted.body.reference);

    const elsewhere = await test.rows.aReferral({ status: 'accepted' });
    const [row] = await test.rows.query<{ upn: string }>(
      'select upn from children c join referrals r on r.child_id = c.id where r.id = $1',
      [elsewhere],
    );
    const third = await aCompleteDraft({ ...answers, pupil: { ...answers.pupil, upn: row?.upn ?? '' } });
    const other = await senco.post(`/referrals/${third}/submit`, {}, { version: 1 }).expect(409);
    expect(other.body.code).toBe('open_referral_exists_elsewhere');
    expect(other.body.detail).not.toMatch(/EIP-|School \d/);
  });

  it('lets one of two submissions for the same child win when they come in the same instant', async () => {
    const answers = test.rows.completeAnswers();
    const drafts = [await aCompleteDraft(answers), await aCompleteDraft(answers)];
    const outcomes = await Promise.all(drafts.map((id) => senco.post(`/referrals/${id}/submit`, {}, { version: 1 })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('what the coordinator does with a referral', () => {
  it('accepts it', async () => {
    const id = await test.rows.aReferral();
    const answer = await coordinator.post(`/referrals/${id}/accept`, {}, { version: 1 }).expect(200);
    expect(answer.body).toMatchObject({ status: 'accepted', version: 2 });
    expect(await auditOf(id)).toEqual(['referral.accepted']);
  });

  it('cannot make a case ready for a panel that was never assessed', async () => {
    const id = await test.rows.aReferral({ status: 'accepted' });
    await coordinator.post(`/referrals/${id}/ready-for-panel`, {}, { version: 1 }).expect(409);
  });

  it('is refused to a SENCo', async () => {
    const id = await test.rows.aReferral({ schoolId });
    await senco.post(`/referrals/${id}/accept`, {}, { version: 1 }).expect(403);
  });
});

describe('who sees a referral', () => {
  it('is the same 404 for another school, another authority, an absent one and a malformed id', async () => {
    const otherAuthority = await test.rows.anAuthority('Othershire');
    const foreign = await test.rows.aReferral({ authorityId: otherAuthority });
    const otherSchool = await test.rows.aReferral();
    for (const id of [foreign, otherSchool, randomUUID()]) {
      const answer = await senco.get(`/referrals/${id}`).expect(404);
      expect(answer.body.code).toBe('referral_not_found');
    }
    await coordinator.get(`/referrals/${foreign}`).expect(404);
    await coordinator.get('/referrals/nonsense').expect(404);
    await coordinator.post(`/referrals/${foreign}/accept`, {}, { version: 1 }).expect(404);
  });

  it('includes a panel member only from the day the papers are out, and never for their own school', async () => {
    const memberSchool = await test.rows.aSchool();
    const member = await test.signInAs('panel_member', { schoolId: memberSchool });
    const referralId = await test.rows.aReferral({ status: 'ready_for_panel' });
    const ownId = await test.rows.aReferral({ status: 'ready_for_panel', schoolId: memberSchool });
    const author = await test.rows.aUser();
    const [panel] = await test.rows.query<{ id: string }>(
      "insert into panels (authority_id, held_on, venue, created_by, created_at) values (1, '2026-12-01', 'Hall', $1, now()) returning id",
      [author],
    );
    let position = 1;
    for (const id of [referralId, ownId]) {
      await test.rows.query(
        'insert into agenda_items (authority_id, panel_id, referral_id, position) values (1, $1, $2, $3)',
        [panel?.id, id, position],
      );
      position += 1;
    }
    await member.get(`/referrals/${referralId}`).expect(404);
    await test.rows.query("update panels set status = 'papers_published' where id = $1", [panel?.id]);
    const read = await member.get(`/referrals/${referralId}`).expect(200);
    // The record of the child has more than the case.
    expect(read.body.childId).toBeNull();
    expect((await coordinator.get(`/referrals/${referralId}`)).body.childId).toMatch(/^[0-9a-f-]{36}$/);
    await member.get(`/referrals/${ownId}`).expect(404);
  });

  it('leaves a draft to its school until it is submitted', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    await senco.get(`/referrals/${id}`).expect(200);
    await coordinator.get(`/referrals/${id}`).expect(404);
    expect((await coordinator.get('/referrals?status=draft').expect(200)).body.total).toBe(0);
  });

  it('records every view', async () => {
    const id = await test.rows.aReferral();
    await coordinator.get(`/referrals/${id}`).expect(200);
    const [event] = await test.rows.query<{ event: string; actor_roles: string[] }>(
      'select event, actor_roles from audit_events where subject_id = $1',
      [id],
    );
    expect(event).toMatchObject({ event: 'referral.viewed', actor_roles: ['coordinator'] });
  });
});

describe('the list of referrals', () => {
  it('shows a SENCo the referrals of their school only and a coordinator all of the authority', async () => {
    const ownSchool = await test.rows.aSchool();
    const own = await test.rows.aReferral({ schoolId: ownSchool });
    await test.rows.aReferral();
    const mine = await (await test.signInAs('senco', { schoolId: ownSchool })).get('/referrals').expect(200);
    expect(mine.body.items.map((item: { id: string }) => item.id)).toEqual([own]);
    const all = await coordinator.get('/referrals').expect(200);
    expect(all.body.total).toBeGreaterThan(1);
  });

  it('filters by status, need, school and words, and pages by cursor without losing or repeating a row', async () => {
    const school = await test.rows.aSchool();
    const ids = [];
    for (let day = 1; day <= 60; day += 1) {
      ids.push(
        await test.rows.aReferral({
          schoolId: school,
          submittedOn: `2026-09-${String(1 + (day % 28)).padStart(2, '0')}`,
          status: day % 2 ? 'accepted' : 'submitted',
        }),
      );
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const path: string = `/referrals?schoolId=${school}&sort=oldest${after ? `&after=${after}` : ''}`;
      const { body } = await coordinator.get(path).expect(200);
      expect(body.total).toBe(60);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      after = body.nextAfter;
    } while (after !== null);
    expect([...seen].sort()).toEqual([...ids].sort());
    const conditions = { schoolId: school, status: 'accepted', primaryNeed: 'SEMH' };
    const accepted = await coordinator.post('/referrals/search', { ...conditions, search: 'Robin' }).expect(200);
    expect(accepted.body.total).toBe(30);
    const [one] = await test.rows.query<{ reference: string }>('select reference from referrals where id = $1', [
      ids[0],
    ]);
    expect((await coordinator.get(`/referrals?search=${one?.reference}`).expect(200)).body.total).toBe(1);
  });

  it.each([
    ['an unknown status', 'status=nonsense', '/status'],
    ['a cursor that is none', 'after=1', '/after'],
    ['a school that is no id', 'schoolId=1', '/schoolId'],
    ['a name, which must not stand in an address', 'search=Robin', '/search'],
    ['a parameter nobody knows', 'limit=9', '/limit'],
  ])('refuses %s', async (_, query, pointer) => {
    const answer = await coordinator.get(`/referrals?${query}`).expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});

describe('a request that does not come from our pages', () => {
  it('changes nothing without the header, or from another site', async () => {
    const id = await test.rows.aReferral();
    const forged = await coordinator
      .send('post', `/referrals/${id}/accept`, { version: 1 })
      .set('Sec-Fetch-Site', 'cross-site');
    expect(forged.status).toBe(403);
    expect(forged.body.code).toBe('request_not_from_this_site');
    expect(await test.rows.query('select status from referrals where id = $1', [id])).toEqual([
      { status: 'submitted' },
    ]);
  });
});
