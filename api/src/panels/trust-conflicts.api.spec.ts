import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let member: SignedIn;
let sister: string;
let stranger: string;
let panelId: string;

async function aTrust(uid: string, ...schoolIds: readonly string[]): Promise<void> {
  const [trust] = await test.rows.query<{ id: string }>(
    "insert into trusts (authority_id, uid, name) values (1, $1, 'A trust') returning id",
    [uid],
  );
  await test.rows.query('update schools set trust_id = $1 where id = any($2::uuid[])', [trust?.id, schoolIds]);
}

beforeAll(async () => {
  test = await startTestApplication();
  const [own, sisterSchool, otherSchool] = [
    await test.rows.aSchool(),
    await test.rows.aSchool(),
    await test.rows.aSchool(),
  ];
  await aTrust('1', own, sisterSchool);
  await aTrust('2', otherSchool);
  sister = await test.rows.aReferral({ schoolId: sisterSchool, status: 'ready_for_panel' });
  stranger = await test.rows.aReferral({ schoolId: otherSchool, status: 'ready_for_panel' });
  const clerk = await test.rows.aMember();
  const [panel] = await test.rows.query<{ id: string }>(
    `insert into panels (authority_id, held_on, venue, status, created_by, created_at) values (1, '2027-01-12', 'Room', 'papers_published', $1, now())
     returning id`,
    [clerk],
  );
  panelId = panel?.id ?? '';
  await test.rows.query(
    `insert into agenda_items (authority_id, panel_id, referral_id, position) values (1, $1, $2, 1), (1, $1, $3, 2)`,
    [panelId, sister, stranger],
  );
  member = await test.signInAs('panel_member', { schoolId: own });
});

afterAll(() => test.close());

describe('a panel member whose school belongs to a trust', () => {
  it('is in a conflict about the cases of its other schools, and about no others', async () => {
    const { body } = await member.get(`/panels/${panelId}`).expect(200);
    expect(body.agenda.map(({ isConflicted }: { isConflicted: boolean }) => isConflicted)).toEqual([true, false]);
    await member.get(`/referrals/${sister}`).expect(404);
    await member.get(`/referrals/${stranger}`).expect(200);
  });

  it('is in one no longer when the school leaves the trust', async () => {
    await test.rows.query(
      'update schools set trust_id = null where id = (select school_id from referrals where id = $1)',
      [sister],
    );
    await member.get(`/referrals/${sister}`).expect(200);
  });
});
