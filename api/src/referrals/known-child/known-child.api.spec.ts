import { randomUUID } from 'node:crypto';

import { type ReferralAnswers } from '@panel/case-rules';

import { demoUpn } from '../../demo/demo-cohort-2021.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../../testing/test-application.js';

let test: TestApplication;
let schoolId: string;
let senco: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  schoolId = await test.rows.aSchool({ name: 'Own School' });
  senco = await test.signInAs('senco', { schoolId });
  await test.rows.grant(await test.rows.aMember('Kim Coordinator'), 'coordinator');
});

afterAll(() => test.close());

const lookUp = (upn: string, by = senco, school = schoolId) =>
  by.post('/referrals/known-child', { schoolId: school, upn });

async function anEarlierReferral(
  status: 'closed' | 'accepted' = 'closed',
  school = schoolId,
): Promise<{ readonly id: string; readonly answers: ReferralAnswers }> {
  const answers = test.rows.completeAnswers('2026-03-03');
  const id = await test.rows.aReferral({ schoolId: school, status, answers, submittedOn: '2026-03-03' });
  return { id, answers };
}

describe('looking a child up before a new referral', () => {
  it('finds the school’s own last referral by UPN, however it is typed', async () => {
    const { id, answers } = await anEarlierReferral();
    const { upn } = answers.pupil;
    const typed = `${upn.slice(0, 4)} ${upn.slice(4)}`.toLowerCase();
    const answer = await lookUp(typed).expect(200);
    expect(answer.body).toEqual({
      earlier: expect.objectContaining({ id, sentOn: '2026-03-03' }),
      open: null,
    });
  });

  it('names an open referral of the school, and of another school only whom to ask', async () => {
    const own = await anEarlierReferral('accepted');
    expect((await lookUp(own.answers.pupil.upn).expect(200)).body.open).toMatchObject({ isOwn: true, id: own.id });
    const other = await anEarlierReferral('accepted', await test.rows.aSchool());
    expect((await lookUp(other.answers.pupil.upn).expect(200)).body).toEqual({
      earlier: null,
      open: { isOwn: false, id: null, reference: null, coordinatorName: 'Kim Coordinator' },
    });
  });

  it('names whose case it is, before whom the authority has named for questions', async () => {
    const { id, answers } = await anEarlierReferral('accepted', await test.rows.aSchool());
    const named = async () => (await lookUp(answers.pupil.upn).expect(200)).body.open.coordinatorName;
    const userId = await test.rows.aMember('Zoe Assigned');
    await test.rows.grant(userId, 'coordinator');
    await test.rows.query(
      `insert into contact_details (authority_id, version, service_name, service_email, service_phone, officer_name,
         officer_email, officer_phone, reply_working_days, changed_by, changed_at)
       values (1, 2, 'The partnership desk', 'desk@example.org', '', 'An Officer', 'officer@example.org', '', 5, $1, now())`,
      [userId],
    );
    expect(await named()).toBe('The partnership desk');
    await test.rows.query('update referrals set assigned_to = $2 where id = $1', [id, userId]);
    expect(await named()).toBe('Zoe Assigned');
    await test.rows.query('update users set is_active = false where id = $1', [userId]);
    expect(await named()).toBe('The partnership desk');
    await test.rows.query('delete from contact_details');
    expect(await named()).toBe('Kim Coordinator');
  });

  it('leads a coordinator to the open referral of whatever school it is', async () => {
    const { id, answers } = await anEarlierReferral('accepted', await test.rows.aSchool());
    const coordinator = await test.signInAs('coordinator');
    expect((await lookUp(answers.pupil.upn, coordinator).expect(200)).body.open).toMatchObject({ isOwn: false, id });
  });

  it('knows nothing of a child of another authority, nor of one whom nobody has referred', async () => {
    const elsewhere = await test.rows.anAuthority(`Elsewhere ${randomUUID()}`);
    const answers = test.rows.completeAnswers();
    await test.rows.aReferral({ authorityId: elsewhere, status: 'accepted', answers });
    for (const upn of [answers.pupil.upn, demoUpn(2088, 1)]) {
      expect((await lookUp(upn).expect(200)).body).toEqual({ earlier: null, open: null });
    }
  });

  it('refuses a UPN with a slip, another school, and who may not begin referrals', async () => {
    expect((await lookUp('R857000024002').expect(422)).body.errors[0]).toMatchObject({ pointer: '/upn' });
    expect((await lookUp('R857000024001', senco, await test.rows.aSchool()).expect(422)).body.errors[0].pointer).toBe(
      '/schoolId',
    );
    await lookUp('R857000024001', await test.signInAs('panel_member')).expect(403);
  });

  it('is audited without the UPN', async () => {
    const { id, answers } = await anEarlierReferral();
    await lookUp(answers.pupil.upn).expect(200);
    const [event] = await test.rows.query<{ detail: object }>(
      "select detail from audit_events where event = 'referral.child_looked_up' and subject_id = $1",
      [id],
    );
    expect(JSON.stringify(event)).not.toContain(answers.pupil.upn);
  });
});

describe('a referral that begins with a copy', () => {
  const begin = (copyFromId: string, by = senco) => by.post('/referrals', { schoolId, copyFromId });

  it('has what still holds, marked with where it comes from, and asks all else anew', async () => {
    const { id, answers } = await anEarlierReferral();
    await test.rows.query(
      "update children set legal_surname = 'Corrected' where id = (select child_id from referrals where id = $1)",
      [id],
    );
    const { body } = await begin(id).expect(201);
    expect(body.pupilName).toBe('Robin Corrected');
    const { pupil, family, needs, consent, measures, voice, request } = body.sections;
    expect(pupil.answers).toEqual({ ...answers.pupil, legalSurname: 'Corrected', ncYear: '' });
    expect(pupil.copiedFrom).toMatchObject({ sentOn: '2026-03-03', reference: expect.stringMatching(/^EIP-/) });
    expect(pupil.copiedFrom.answers).toContain('legalSurname');
    expect(family.answers).toEqual(answers.family);
    expect(needs.answers).toEqual({ ...answers.needs, concerns: '' });
    for (const section of [consent, measures, voice, request]) {
      expect(section).toMatchObject({ version: 0, copiedFrom: null });
    }
  });

  it('no longer marks an answer that somebody has changed', async () => {
    const { id } = await anEarlierReferral();
    const { body } = await begin(id).expect(201);
    const { answers, version } = body.sections.needs;
    await senco
      .put(`/referrals/${body.id}/sections/needs`, { ...answers, strengths: 'Sings, too' }, version)
      .expect(200);
    const { needs } = (await senco.get(`/referrals/${body.id}`)).body.sections;
    expect(needs.copiedFrom.answers).toContain('triggers');
    expect(needs.copiedFrom.answers).not.toContain('strengths');
  });

  it('no longer marks an answer that somebody has found to hold, and leaves the section as it is', async () => {
    const { id } = await anEarlierReferral();
    const { body } = await begin(id).expect(201);
    const answers = ['strengths', 'no/such/answer', 'concerns'];
    await senco.post(`/referrals/${body.id}/sections/needs/confirm`, { answers }).expect(204);
    const { needs } = (await senco.get(`/referrals/${body.id}`)).body.sections;
    expect(needs).toMatchObject({ version: 1, answers: body.sections.needs.answers });
    expect(needs.copiedFrom.answers).not.toContain('strengths');
    expect(needs.changes.map(({ path }: { path: string }) => path)).toEqual(['strengths']);
  });

  it('copies nothing of another school, of a draft, or of what there is not', async () => {
    const other = await anEarlierReferral('closed', await test.rows.aSchool());
    const draft = await test.rows.aReferral({ schoolId, status: 'draft' });
    for (const copyFromId of [other.id, draft, randomUUID()]) {
      const refused = await begin(copyFromId).expect(422);
      expect(refused.body.errors[0]).toMatchObject({ pointer: '/copyFromId', code: 'earlier_referral_not_found' });
    }
  });
});
