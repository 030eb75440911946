import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { aPersonWithApp, appCode, deviceOf, testPassword, tokenOf } from '../testing/test-sign-in.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

interface TwoHats {
  readonly userId: string;
  readonly schoolId: string;
  readonly session: SignedIn;
  readonly sencoHat: string;
  readonly panelHat: string;
}

/** A head teacher: SENCo of a school, and member of the panel. */
async function twoHats(): Promise<TwoHats> {
  const schoolId = await test.rows.aSchool({ name: 'Oak School' });
  const userId = await test.rows.aUser('Hel En');
  const session = test.as(await test.rows.aSession('senco', { schoolId }, userId));
  const panelHat = await test.rows.grant(userId, 'panel_member');
  const [senco] = await test.rows.query<{ id: string }>(
    "select id from role_grants where user_id = $1 and role = 'senco'",
    [userId],
  );
  return { userId, schoolId, session, sencoHat: senco?.id ?? '', panelHat };
}

const choose = async (session: SignedIn, hatId: string | null, authorityId = 1): Promise<SignedIn> =>
  test.as(tokenOf(await session.post('/account/hats/choose', { authorityId, hatId }).expect(200)));

/** Its papers are out: members may read the case. */
let panels = 0;
async function aCaseOnAnAgenda(schoolId: string): Promise<string> {
  const referralId = await test.rows.aReferral({ schoolId, status: 'ready_for_panel' });
  const author = await test.rows.aUser();
  const [panel] = await test.rows.query<{ id: string }>(
    `insert into panels (authority_id, held_on, venue, status, created_by, created_at)
     values (1, '2026-12-01'::date + $2::integer, 'Hall', 'papers_published', $1, now()) returning id`,
    [author, (panels += 1)],
  );
  await test.rows.query(
    'insert into agenda_items (authority_id, panel_id, referral_id, position) values (1, $1, $2, 1)',
    [panel?.id, referralId],
  );
  return referralId;
}

describe('a person with two hats', () => {
  it('wears both together until they choose one, and sees what there is to choose', async () => {
    const { session } = await twoHats();
    const body = (await session.get('/session').expect(200)).body;
    expect(body).toMatchObject({ hasSeveralHats: true, actsInOneRole: false });
    expect(body.roles.map(({ role }: { role: string }) => role)).toEqual(['panel_member', 'senco']);
    const [authority] = (await session.get('/account/hats').expect(200)).body.authorities;
    expect(authority).toMatchObject({ authorityName: 'Testshire', isCurrent: true });
    expect(authority.hats).toMatchObject([
      { role: 'panel_member', organisationName: null, isWorn: false },
      { role: 'senco', organisationName: 'Oak School', isWorn: false },
    ]);
  });

  it('may and sees what the hat does, from the next request on; the old token is dead', async () => {
    const { session, sencoHat, panelHat, schoolId } = await twoHats();
    const own = await test.rows.aReferral({ schoolId });
    await session.get('/panels').expect(200);
    await session.get(`/referrals/${own}`).expect(200);

    const member = await choose(session, panelHat);
    await session.get('/session').expect(401);
    await member.get('/panels').expect(200);
    await member.get('/referrals').expect(403);
    await member.get(`/referrals/${own}`).expect(404);

    const senco = await choose(member, sencoHat);
    await senco.get('/panels').expect(403);
    await senco.get(`/referrals/${own}`).expect(200);
    expect((await senco.get('/session')).body).toMatchObject({
      actsInOneRole: true,
      roles: [{ role: 'senco', organisationName: 'Oak School' }],
    });

    const both = await choose(senco, null);
    await both.get('/panels').expect(200);
    await both.get(`/referrals/${own}`).expect(200);
  });

  it('stays conflicted for their school whatever hat they wear', async () => {
    const { session, panelHat, schoolId } = await twoHats();
    const own = await aCaseOnAnAgenda(schoolId);
    const other = await aCaseOnAnAgenda(await test.rows.aSchool());
    const member = await choose(session, panelHat);
    await member.get(`/referrals/${other}`).expect(200);
    await member.get(`/referrals/${own}`).expect(404);
  });

  it('is in the trail with the role that was acted in', async () => {
    const { session, sencoHat, schoolId, userId } = await twoHats();
    const own = await test.rows.aReferral({ schoolId });
    const senco = await choose(session, sencoHat);
    await senco.get(`/referrals/${own}`).expect(200);
    const events = await test.rows.query(
      'select event, actor_roles as roles from audit_events where actor_user_id = $1 order by id',
      [userId],
    );
    expect(events).toEqual([
      { event: 'session.role_chosen', roles: ['senco'] },
      { event: 'referral.viewed', roles: ['senco'] },
    ]);
  });

  it('cannot put on the hat of somebody else, nor one of another authority', async () => {
    const mine = await twoHats();
    const theirs = await twoHats();
    await mine.session.post('/account/hats/choose', { authorityId: 1, hatId: theirs.sencoHat }).expect(404);
    const elsewhere = await test.rows.anAuthority(`Elsewhere ${mine.userId}`);
    await mine.session.post('/account/hats/choose', { authorityId: elsewhere, hatId: null }).expect(404);
    await mine.session.post('/account/hats/choose', { authorityId: elsewhere, hatId: mine.sencoHat }).expect(404);
  });

  it('who signs in again in the same browser goes on in the hat they wore there, and elsewhere in all of them', async () => {
    const { email, userId, key } = await aPersonWithApp(test);
    const panelHat = await test.rows.grant(userId, 'panel_member');
    let steps = 0;
    const signIn = async (device: string) => {
      test.clock.set(new Date(Date.parse('2026-11-24T10:00:00Z') + (steps += 1) * 60_000).toISOString());
      const waiting = tokenOf(await test.anonymous.post('/session', { email, password: testPassword }).expect(200));
      return test.anonymous
        .post('/session/second-factor', { factor: 'app_code', value: appCode(key, test.clock.now()) })
        .set('Cookie', `panel-session=${waiting}; panel-device=${device}`)
        .expect(200);
    };
    const first = await signIn('');
    const device = deviceOf(first);
    await choose(test.as(tokenOf(first)), panelHat);
    const rolesOf = (answer: { body: { session: { roles: { role: string }[] } } }): string[] =>
      answer.body.session.roles.map(({ role }) => role);
    expect(rolesOf(await signIn(device))).toEqual(['panel_member']);
    expect(rolesOf(await signIn(''))).toEqual(['coordinator', 'panel_member']);
    test.clock.set('2026-11-24T10:00:00Z');
  });

  it('is signed out when the hat they wear is taken away, and does not fall back to the others', async () => {
    const { session, sencoHat } = await twoHats();
    const senco = await choose(session, sencoHat);
    await test.rows.query('delete from role_grants where id = $1', [sencoHat]);
    await senco.get('/session').expect(401);
  });
});

describe('a person in two authorities', () => {
  it('is in one at a time, changes under a new token, and comes back to the last one at the next sign-in', async () => {
    const { session, userId } = await twoHats();
    const elsewhere = await test.rows.anAuthority(`Northshire ${userId}`);
    await test.rows.grant(userId, 'coordinator', { authorityId: elsewhere });
    const here = await test.rows.aReferral();
    const there = await test.rows.aReferral({ authorityId: elsewhere });
    const { authorities } = (await session.get('/account/hats')).body;
    expect(authorities).toHaveLength(2);

    await session.get(`/referrals/${there}`).expect(404);
    const moved = await choose(session, null, elsewhere);
    await moved.get(`/referrals/${there}`).expect(200);
    await moved.get(`/referrals/${here}`).expect(404);
    expect((await moved.get('/session')).body).toMatchObject({
      authority: { id: elsewhere },
      roles: [{ role: 'coordinator' }],
    });
  });
});
