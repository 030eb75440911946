import { emergencyPermissions } from '../auth/emergency-reading.js';
import { routesOf } from '../testing/routes.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { EmergencyAccessesService } from './emergency-accesses.service.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

beforeEach(() => test.clock.set('2026-11-24T10:00:00Z'));

async function aCase(): Promise<{ id: string; reference: string }> {
  const id = await test.rows.aReferral({ status: 'accepted' });
  const [row] = await test.rows.query<{ reference: string }>('select reference from referrals where id = $1', [id]);
  return { id, reference: row?.reference ?? '' };
}

const body = (reference: string) => ({
  reference,
  reasonCode: 'safeguarding',
  reason: 'The school cannot be reached.',
});

async function anAccess(officer?: SignedIn) {
  const person = officer ?? (await test.signInAs('data_protection_officer'));
  const one = await aCase();
  const access = (await person.post('/emergency-accesses', body(one.reference)).expect(201)).body;
  return { officer: person, one, access };
}

const eventsOf = (accessId: string) =>
  test.rows.query<{ event: string; reason: string | null; subject_referral_id: string; detail: object }>(
    `select event, reason, subject_referral_id, detail from audit_events where subject_id = $1 and event like 'emergency_access.%' order by seq`,
    [accessId],
  );

describe('an emergency access', () => {
  it('opens one case for reading, marks every view, and opens no other', async () => {
    const { officer, one, access } = await anAccess();
    expect(access).toMatchObject({ isLiving: true, isOwn: true, canEnd: true, canReview: false, views: 0 });
    expect(access.expiresAt).toBe('2026-11-24T11:00:00.000Z');
    await officer.get(`/referrals/${one.id}`).expect(200);
    await officer.get(`/referrals/${one.id}/timeline`).expect(200);
    await officer.get(`/referrals/${one.id}/assessments`).expect(200);
    await officer.get(`/referrals/${one.id}/reviews`).expect(200);
    await officer.get(`/referrals/${(await aCase()).id}`).expect(404);
    const views = await test.rows.query<{ event: string }>(
      'select event from audit_events where emergency_access_id = $1 order by seq',
      [access.id],
    );
    expect(views.map(({ event }) => event)).toEqual([
      'referral.viewed',
      'referral.timeline_viewed',
      'assessment.viewed',
      'review.viewed',
    ]);
    expect((await officer.get(`/emergency-accesses/${access.id}`).expect(200)).body.views).toBe(4);
    expect((await officer.get(`/audit-events?accessId=${access.id}`).expect(200)).body.items).toHaveLength(4);
  });

  it('changes nothing: every route that it opens only reads', () => {
    const opened: readonly string[] = emergencyPermissions;
    const changing = routesOf(test.app).filter(
      ({ permission, method }) => permission !== null && opened.includes(permission) && method !== 'get',
    );
    expect(changing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('lets a school change nothing either, when somebody holds both roles', async () => {
    const userId = await test.rows.aUser();
    const schoolId = await test.rows.aSchool();
    await test.rows.grant(userId, 'senco', { schoolId });
    const both = test.as(await test.rows.aSession('data_protection_officer', {}, userId));
    const { one } = await anAccess(both);
    const { version } = (await both.get(`/referrals/${one.id}`).expect(200)).body;
    await both.post(`/referrals/${one.id}/withdraw`, { reason: 'x' }, { version }).expect(404);
  });

  it('is recorded with the code of its reason and not its words, and all who oversee are told without naming a child', async () => {
    const userId = await test.rows.aUser('Ann Coordinator');
    await test.rows.grant(userId, 'coordinator');
    const { one, access } = await anAccess();
    expect(await eventsOf(access.id)).toEqual([
      {
        event: 'emergency_access.started',
        reason: null,
        subject_referral_id: one.id,
        detail: { reasonCode: 'safeguarding', minutes: 60 },
      },
    ]);
    const mails = await test.rows.query<{ user_id: string; body: string; link_path: string }>(
      'select user_id, body, link_path from outbox_mails where link_path = $1',
      [`/emergency-accesses/${access.id}`],
    );
    expect(mails.map((mail) => mail.user_id)).toContain(userId);
    expect(mails.map((mail) => mail.user_id)).not.toContain(access.userId);
    expect(mails[0]?.body).toContain(one.reference);
    expect(mails[0]?.body).not.toContain('Robin');
  });

  it('ends by itself', async () => {
    const { officer, one, access } = await anAccess();
    test.clock.set('2026-11-24T10:59:59Z');
    await test.rows.query("update sessions set last_seen_at = '2026-11-24T10:59:00Z'");
    await officer.get(`/referrals/${one.id}`).expect(200);
    test.clock.set('2026-11-24T11:00:00Z');
    await officer.get(`/referrals/${one.id}`).expect(403);
    await test.app.get(EmergencyAccessesService).endOver(1);
    await test.app.get(EmergencyAccessesService).endOver(1);
    expect((await eventsOf(access.id)).map(({ event }) => event)).toEqual([
      'emergency_access.started',
      'emergency_access.ended',
    ]);
    expect((await officer.get(`/emergency-accesses/${access.id}`)).body).toMatchObject({
      isLiving: false,
      endKind: 'expired',
      endedAt: '2026-11-24T11:00:00.000Z',
    });
  });

  it('ends by hand, once', async () => {
    const { officer, one, access } = await anAccess();
    const ended = (await officer.post(`/emergency-accesses/${access.id}/end`, {}, { version: 1 }).expect(200)).body;
    expect(ended).toMatchObject({ isLiving: false, endKind: 'by_hand' });
    await officer.get(`/referrals/${one.id}`).expect(403);
    await officer.post(`/emergency-accesses/${access.id}/end`, {}, { version: 2 }).expect(409);
    await officer.post(`/emergency-accesses/${access.id}/end`, {}, { version: 1 }).expect(412);
  });

  it('ends with the session it was started in', async () => {
    const userId = await test.rows.aUser();
    const first = test.as(await test.rows.aSession('data_protection_officer', {}, userId));
    const { one, access } = await anAccess(first);
    const second = test.as(await test.rows.aSession('administrator', {}, userId));
    await second.get(`/referrals/${one.id}`).expect(403);
    await first.send('delete', '/session').expect(204);
    await test.app.get(EmergencyAccessesService).endOver(1);
    expect((await second.get(`/emergency-accesses/${access.id}`).expect(200)).body).toMatchObject({
      isLiving: false,
      endKind: 'session_ended',
    });
  });

  it('is in the permissions of the session while it lives, so that pages show what it opens', async () => {
    const { officer, access } = await anAccess();
    expect((await officer.get('/session')).body.permissions).toContain('referral:read');
    await officer.post(`/emergency-accesses/${access.id}/end`, {}, { version: 1 }).expect(200);
    expect((await officer.get('/session')).body.permissions).not.toContain('referral:read');
  });
});

describe('starting one', () => {
  it('is refused for a case that is not there, a draft, a case of another authority, and twice', async () => {
    const officer = await test.signInAs('data_protection_officer');
    const refused = async (reference: string) => {
      const answer = await officer.post('/emergency-accesses', body(reference)).expect(422);
      expect(answer.body.errors).toMatchObject([{ pointer: '/reference', code: 'case_not_found' }]);
    };
    await refused('EIP-1900-0001');
    const referenceOf = async (id: string): Promise<string> => {
      const [row] = await test.rows.query<{ reference: string }>('select reference from referrals where id = $1', [id]);
      return row?.reference ?? '';
    };
    await refused(await referenceOf(await test.rows.aReferral({ status: 'draft' })));
    const authorityId = await test.rows.anAuthority(`Shire ${Math.random()}`);
    await refused(await referenceOf(await test.rows.aReferral({ authorityId })));
    const { one } = await anAccess(officer);
    const again = await officer.post('/emergency-accesses', body(one.reference)).expect(409);
    expect(again.body.code).toBe('emergency_access_living');
  });

  it('needs a reason in words, a recent sign-in and a role', async () => {
    const { reference } = await aCase();
    const officer = await test.signInAs('data_protection_officer');
    await officer.post('/emergency-accesses', { ...body(reference), reason: '  ' }).expect(422);
    await officer.post('/emergency-accesses', { ...body(reference), reasonCode: 'curiosity' }).expect(422);
    test.clock.set('2026-11-24T10:06:00Z');
    expect((await officer.post('/emergency-accesses', body(reference)).expect(403)).body.code).toBe(
      'confirmation_needed',
    );
    test.clock.set('2026-11-24T10:00:00Z');
    for (const role of ['senco', 'board_member', 'coordinator'] as const) {
      const person = await test.signInAs(role, role === 'senco' ? { schoolId: await test.rows.aSchool() } : {});
      await person.post('/emergency-accesses', body(reference)).expect(403);
    }
  });

  it('is open to the roles that the installation names', async () => {
    const narrow = await startTestApplication('2026-11-24', { emergencyAccessRoles: ['data_protection_officer'] });
    try {
      const administrator = await narrow.signInAs('administrator');
      const answer = await administrator.post('/emergency-accesses', body('EIP-2026-0001')).expect(403);
      expect(answer.body.code).toBe('emergency_access_not_for_role');
      expect((await administrator.get('/emergency-accesses').expect(200)).body.canStart).toBe(false);
    } finally {
      await narrow.close();
    }
  });
});

describe('the review', () => {
  it('is by somebody else, when it has ended, once', async () => {
    const { officer, access } = await anAccess(await test.signInAs('administrator'));
    const reviewer = await test.signInAs('data_protection_officer');
    const review = { outcome: 'justified', note: 'The child was at risk.' };
    const path = `/emergency-accesses/${access.id}/review`;
    await reviewer.post(path, review, { version: 1 }).expect(409);
    await officer.post(`/emergency-accesses/${access.id}/end`, {}, { version: 1 }).expect(200);
    await officer.post(path, review, { version: 2 }).expect(403);
    await reviewer.post(path, review, { version: 1 }).expect(412);
    const done = (await reviewer.post(path, review, { version: 2 }).expect(200)).body;
    expect(done.review).toMatchObject({ outcome: 'justified', note: 'The child was at risk.' });
    await reviewer.post(path, review, { version: 3 }).expect(409);
    expect((await eventsOf(access.id)).at(-1)).toMatchObject({
      event: 'emergency_access.reviewed',
      reason: null,
      detail: { outcome: 'justified' },
    });
  });

  it('is not by the person themselves', async () => {
    const { officer, access } = await anAccess();
    await officer.post(`/emergency-accesses/${access.id}/end`, {}, { version: 1 }).expect(200);
    const own = { outcome: 'justified', note: 'It was me.' };
    await officer.post(`/emergency-accesses/${access.id}/review`, own, { version: 2 }).expect(409);
  });

  it('waits on the start page of who oversees', async () => {
    const coordinator = await test.signInAs('coordinator');
    const waiting = async (): Promise<number> =>
      (await coordinator.get('/home').expect(200)).body.tasks.find(
        ({ link }: { link: string }) => link === '/emergency-accesses',
      ).count;
    const before = await waiting();
    await anAccess();
    expect(await waiting()).toBe(before + 1);
  });
});

describe('the list', () => {
  it('shows all of the authority to who oversees, and an administrator their own', async () => {
    const administrator = await test.signInAs('administrator');
    const { access: own } = await anAccess(administrator);
    const { access: other } = await anAccess();
    const ids = async (person: SignedIn): Promise<string[]> =>
      (await person.get('/emergency-accesses').expect(200)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids(await test.signInAs('coordinator'))).toEqual(expect.arrayContaining([own.id, other.id]));
    expect(await ids(administrator)).toEqual([own.id]);
    await administrator.get(`/emergency-accesses/${other.id}`).expect(404);
    const authorityId = await test.rows.anAuthority(`Shire ${Math.random()}`);
    expect(await ids(await test.signInAs('data_protection_officer', { authorityId }))).toEqual([]);
  });
});
