import { emptyReferralAnswers } from '@panel/case-rules';

import { type SignedIn, startTestApplication, type TestApplication } from '../../testing/test-application.js';

let test: TestApplication;
let schoolId: string;
let senco: SignedIn;
let colleague: SignedIn;
let id: string;

beforeAll(async () => {
  test = await startTestApplication();
  schoolId = await test.rows.aSchool();
  const [first, second] = [await test.rows.aMember('Ada First'), await test.rows.aMember('Ben Second')];
  senco = test.as(await test.rows.aSession('senco', { schoolId }, first));
  colleague = test.as(await test.rows.aSession('senco', { schoolId }, second));
});
beforeEach(async () => {
  test.clock.set('2026-11-24T10:00:00Z');
  id = await test.rows.aReferral({ schoolId, status: 'draft' });
});

afterAll(() => test.close());

const announce = (by: SignedIn, section = 'needs') => by.post(`/referrals/${id}/sections/${section}/writers`);

describe('who writes in a section', () => {
  it('sees the others in it, and not those in another section', async () => {
    expect((await announce(senco).expect(200)).body.others).toEqual([]);
    expect((await announce(colleague).expect(200)).body.others).toEqual([
      { name: 'Ada First', seenAt: '2026-11-24T10:00:00.000Z' },
    ]);
    expect((await announce(colleague, 'voice').expect(200)).body.others).toEqual([]);
  });

  it('no longer sees who has not been heard of for three quarters of a minute', async () => {
    await announce(colleague).expect(200);
    test.clock.set('2026-11-24T10:00:46Z');
    expect((await announce(senco).expect(200)).body.others).toEqual([]);
  });

  it('hears of a newer version, by whom and when', async () => {
    expect((await announce(senco)).body).toMatchObject({ version: 0, savedAt: null, savedByName: null });
    await colleague.put(`/referrals/${id}/sections/needs`, emptyReferralAnswers().needs, 0).expect(200);
    expect((await announce(senco)).body).toMatchObject({ version: 1, savedByName: 'Ben Second' });
  });

  it('is nobody when the referral is sent, of another school, or not there', async () => {
    const other = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    expect((await announce(other)).status).toBe(404);
    expect((await announce(senco, 'secrets')).status).toBe(404);
    id = await test.rows.aReferral({ schoolId, status: 'submitted' });
    expect((await announce(senco)).body.code).toBe('referral_not_editable');
  });

  it('leaves no trace with the case', async () => {
    await announce(senco).expect(200);
    await test.rows.query('delete from referrals where id = $1', [id]);
    expect(await test.rows.query('select 1 from referral_section_writers where referral_id = $1', [id])).toEqual([]);
  });
});
