import { emptyReferralAnswers } from '@panel/case-rules';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let schoolId: string;
let senco: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  schoolId = await test.rows.aSchool({ name: 'Own School' });
  senco = await test.signInAs('senco', { schoolId });
});

afterAll(() => test.close());

const auditOf = async (referralId: string): Promise<string[]> =>
  (
    await test.rows.query<{ event: string }>('select event from audit_events where subject_id = $1 order by id', [
      referralId,
    ])
  ).map(({ event }) => event);
describe('saving a section as it is typed', () => {
  const pupil = {
    ...emptyReferralAnswers().pupil,
    legalForename: 'Robin',
    legalSurname: 'Test',
    upn: 'not yet a UPN',
    bornOn: '2016-3-',
  };

  it('keeps what was typed, right or wrong, and says what is still missing', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    const answer = await senco.put(`/referrals/${id}/sections/pupil`, pupil, 0).expect(200);
    expect(answer.body).toMatchObject({ section: 'pupil', version: 1 });
    expect(answer.body.gaps).toContainEqual(expect.objectContaining({ pointer: '/pupil/upn' }));
    const read = await senco.get(`/referrals/${id}`).expect(200);
    expect(read.body.sections.pupil.answers).toEqual(pupil);
    expect(read.body.pupilName).toBe('Robin Test');
    expect(await auditOf(id)).toEqual(['referral.section_saved', 'referral.viewed']);
  });

  it('never overwrites what somebody else saved meanwhile', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    const colleague = await test.signInAs('senco', { schoolId });
    await senco.put(`/referrals/${id}/sections/pupil`, pupil, 0).expect(200);
    await colleague.put(`/referrals/${id}/sections/pupil`, { ...pupil, legalForename: 'Other' }, 0).expect(412);
    await colleague.put(`/referrals/${id}/sections/pupil`, { ...pupil, legalForename: 'Other' }, 1).expect(200);
    await senco.put(`/referrals/${id}/sections/pupil`, pupil, 1).expect(412);
    // Another section of the same referral is nobody's conflict.
    await senco.put(`/referrals/${id}/sections/needs`, emptyReferralAnswers().needs, 0).expect(200);
  });

  it('says who changed which answer last, and when', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    const colleague = await test.signInAs('senco', { schoolId });
    const { needs, graduatedResponse } = emptyReferralAnswers();
    await senco
      .put(`/referrals/${id}/sections/needs`, { ...needs, concerns: 'First', triggers: 'Noise' }, 0)
      .expect(200);
    const before = test.clock.now();
    test.clock.set(new Date(before.getTime() + 180_000).toISOString());
    await colleague.put(`/referrals/${id}/sections/needs`, { ...needs, concerns: 'Second', triggers: 'Noise' }, 1);
    test.clock.set(before.toISOString());
    const [first] = graduatedResponse.cycles;
    await senco.put(
      `/referrals/${id}/sections/graduatedResponse`,
      {
        ...graduatedResponse,
        cycles: [
          { ...first, strategy: 'A talk' },
          { ...first, key: 'new' },
        ],
      },
      0,
    );
    const { sections } = (await senco.get(`/referrals/${id}`).expect(200)).body;
    const [concerns, triggers] = sections.needs.changes;
    expect(concerns).toMatchObject({ path: 'concerns', byName: sections.needs.savedByName });
    expect(triggers).toMatchObject({ path: 'triggers', byName: sections.graduatedResponse.savedByName });
    expect(Date.parse(concerns.at) - Date.parse(triggers.at)).toBe(180_000);
    const paths = sections.graduatedResponse.changes.map((change: { path: string }) => change.path);
    expect(paths).toEqual(['cycles/1/strategy', 'cycles/2', 'cycles/new']);
  });

  it('answers 404 to a section that there is not', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    await senco.put(`/referrals/${id}/sections/secrets`, pupil, 0).expect(404);
  });

  it('reads sections that are older than some of their questions', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    await senco.put(`/referrals/${id}/sections/graduatedResponse`, emptyReferralAnswers().graduatedResponse, 0);
    await test.rows.query('update referral_sections set answers = $2 where referral_id = $1', [
      id,
      { cycles: [{ strategy: 'A talk', minutesPerWeek: '30' }, { strategy: 'A walk' }], forgotten: 'x' },
    ]);
    const { answers } = (await senco.get(`/referrals/${id}`)).body.sections.graduatedResponse;
    expect(answers).toMatchObject({
      cycles: [
        { key: '1', strategy: 'A talk', cost: '' },
        { key: '2', strategy: 'A walk' },
      ],
      agencies: [],
      teacherConsulted: '',
    });
    expect(answers).not.toHaveProperty('forgotten');
  });

  it('must say which version it changes', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    await senco.send('put', `/referrals/${id}/sections/pupil`, { body: pupil }).expect(428);
  });

  it('is refused once the referral is submitted', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'submitted' });
    const answer = await senco.put(`/referrals/${id}/sections/pupil`, pupil, 1).expect(409);
    expect(answer.body.code).toBe('referral_not_editable');
  });

  it.each([
    ['a field of the wrong type', { ...pupil, upn: 7 }, '/upn'],
    ['a field nobody asked for', { ...pupil, isAdmin: 'yes' }, '/isAdmin'],
    ['a text that is too long', { ...pupil, legalForename: 'x'.repeat(201) }, '/legalForename'],
    ['a missing field', { legalForename: 'Robin' }, '/upn'],
    ['a NUL character', { ...pupil, legalSurname: 'a\u0000b' }, '/legalSurname'],
  ])('refuses %s and points at it', async (_, body, pointer) => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    const answer = await senco.put(`/referrals/${id}/sections/pupil`, body, 0).expect(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(await test.rows.query('select 1 from referral_sections where referral_id = $1', [id])).toEqual([]);
  });

  it.each([
    ['ten megabytes of text', JSON.stringify({ legalForename: 'x'.repeat(10_000_000) }), 413],
    ['what is not JSON', '{"legalForename":', 400],
    ['a list instead of an object', '[]', 422],
    ['a bare word', '"hello"', 400],
  ])('refuses %s with problem details', async (_, body, status) => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    const answer = await senco
      .send('put', `/referrals/${id}/sections/pupil`, { version: 0 })
      .set('Content-Type', 'application/json')
      .send(body);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toEqual(expect.any(String));
  });

  it('refuses a cycle with a wrong field and points into the list', async () => {
    const id = await test.rows.aReferral({ schoolId, status: 'draft' });
    const response = test.rows.completeAnswers().graduatedResponse;
    const [cycle] = response.cycles;
    const answer = await senco
      .put(
        `/referrals/${id}/sections/graduatedResponse`,
        { ...response, cycles: [cycle, { ...cycle, strategy: 4 }] },
        0,
      )
      .expect(422);
    expect(answer.body.errors[0].pointer).toBe('/cycles/1/strategy');
  });
});
