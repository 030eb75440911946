import { aCycle, completeAnswers, TODAY } from './answers.fixture.js';
import {
  CYCLES_MAX,
  emptyReferralAnswers,
  findReferralGaps,
  isSectionComplete,
  LONG_TEXT_MAX,
  readAnswers,
  type ReferralAnswers,
  toReferralFacts,
} from './index.js';

const answers = completeAnswers();
const [contact] = answers.family.contacts;

function gapsOf(changed: ReferralAnswers) {
  return findReferralGaps(changed, TODAY).map(({ pointer, code, message }) => ({ pointer, code, message }));
}

describe('findReferralGaps', () => {
  it('finds nothing in a complete referral', () => {
    expect(gapsOf(answers)).toEqual([]);
  });

  it('asks for everything that is required when nothing was typed, in the order of the form', () => {
    expect(gapsOf(emptyReferralAnswers()).map((gap) => gap.pointer)).toEqual([
      '/pupil/legalForename',
      '/pupil/legalSurname',
      '/pupil/upn',
      '/pupil/bornOn',
      '/pupil/sex',
      '/family/contacts',
      '/consent/agreedByName',
      '/consent/relationship',
      '/consent/hasParentalResponsibility',
      '/consent/agreedOn',
      '/consent/method',
      '/consent/explained',
      '/consent/shareWithPanel',
      '/consent/shareWithProviders',
      '/needs/primaryNeed',
      '/needs/senProvision',
      '/needs/strengths',
      '/needs/concerns',
      '/flags/pupilPremium',
      '/flags/lookedAfter',
      '/flags/childPlan',
      '/flags/hasSocialWorker',
      '/flags/youngCarer',
      '/flags/serviceChild',
      '/attendance/attendanceThisYear',
      '/attendance/suspensions',
      '/attendance/isAtRiskOfExclusion',
      '/graduatedResponse/cycles',
      '/graduatedResponse/teacherConsulted',
      '/measures/goals',
      '/voice/childsView',
      '/voice/parentsView',
      '/request/requestedSupport',
      '/request/desiredOutcomes',
    ]);
  });

  it('says why each answer matters', () => {
    for (const gap of findReferralGaps(emptyReferralAnswers(), TODAY)) expect(gap.why).toMatch(/\.$/);
  });

  it.each([
    [{ upn: '' }, 'upn_missing', 'Enter the child’s UPN'],
    [{ upn: 'R85700002400' }, 'upn_length', 'UPN must have 13 characters'],
    [
      { upn: 'A857000024001' },
      'upn_check_letter_wrong',
      'Check the UPN: the first letter should be R if the other characters are right',
    ],
    [{ upn: 'S857000024001' }, 'upn_check_letter_not_in_alphabet', /I, O or S/],
    [{ upn: 'A857000024O01' }, 'upn_characters_2_to_12_not_numeric', /must be numbers/],
    [{ upn: 'A85700002400I' }, 'upn_last_character_not_allowed', /last character/],
    [{ bornOn: '--' }, 'born_on_missing', 'Enter the child’s date of birth'],
    [{ bornOn: '2015-9-' }, 'born_on_incomplete', 'Date of birth must include a day'],
    [{ bornOn: '-9-' }, 'born_on_incomplete', 'Date of birth must include a day and year'],
    [{ bornOn: '2015-2-30' }, 'born_on_not_real', 'Date of birth must be a real date'],
    [
      { bornOn: '2026-11-25', startedAtSchoolOn: '' },
      'born_on_in_future',
      'Date of birth must be today or in the past',
    ],
    [{ bornOn: '2024-11-25', startedAtSchoolOn: '' }, 'born_on_out_of_range', /aged 2 to 25/],
    [{ bornOn: '2000-11-24' }, 'born_on_out_of_range', /aged 2 to 25/],
    [{ sex: 'boy' }, 'sex_missing', 'Select the child’s sex'],
    [{ ncYear: 'M' }, 'nc_year_unknown', /year group/],
    [{ startedAtSchoolOn: '2016-9-3' }, 'started_at_school_on_before_birth', /after the date of birth/],
    [{ startedAtSchoolOn: '2027-1-1' }, 'started_at_school_on_in_future', /today or in the past/],
  ])('pupil %j: %s', (change, code, message) => {
    const gaps = gapsOf({ ...answers, pupil: { ...answers.pupil, ...change } });
    expect(gaps).toEqual([
      { pointer: expect.stringMatching(/^\/pupil\//), code, message: expect.stringMatching(message) },
    ]);
  });

  it.each(['2024-11-24', '2000-11-25'])('takes a child born on %s as young or old enough', (bornOn) => {
    expect(gapsOf({ ...answers, pupil: { ...answers.pupil, bornOn, startedAtSchoolOn: '' } })).toEqual([]);
  });

  it.each([
    [{ agreedOn: '2026-11-25' }, 'agreed_on_in_future'],
    [{ method: 'by_post' }, 'consent_method_missing'],
    [{ explained: '  ' }, 'explained_missing'],
    [{ shareWithPanel: 'no' }, 'share_with_panel_refused'],
    [{ shareWithPanel: '' }, 'share_with_panel_missing'],
    [{ shareWithProviders: 'perhaps' }, 'share_with_providers_missing'],
    [{ hasParentalResponsibility: '' }, 'parental_responsibility_missing'],
  ])('consent %j: %s', (change, code) => {
    expect(gapsOf({ ...answers, consent: { ...answers.consent, ...change } })).toMatchObject([{ code }]);
  });

  it.each([
    [{ primaryNeed: 'BESD' }, 'primary_need_unknown'],
    [{ primaryNeed: 'NSA', senProvision: 'N' }, 'primary_need_needs_sen_support'],
    [{ secondaryNeed: 'semh' }, 'secondary_need_same_as_primary'],
    [{ secondaryNeed: 'BESD' }, 'secondary_need_unknown'],
    [{ secondaryNeed: 'NSA', senProvision: 'N' }, 'secondary_need_needs_sen_support'],
    [{ senProvision: 'E' }, 'sen_provision_is_plan'],
    [{ senProvision: 'S' }, 'sen_provision_missing'],
  ])('needs %j: %s', (change, code) => {
    expect(gapsOf({ ...answers, needs: { ...answers.needs, ...change } })).toMatchObject([{ code }]);
  });

  it('takes NSA with SEN support and a need without SEN support', () => {
    expect(gapsOf({ ...answers, needs: { ...answers.needs, primaryNeed: 'NSA' } })).toEqual([]);
    expect(gapsOf({ ...answers, needs: { ...answers.needs, senProvision: 'N' } })).toEqual([]);
  });

  it.each([
    [{ strategy: '' }, 'strategy', 'cycle_strategy_missing'],
    [{ startedOn: '2026-1-' }, 'startedOn', 'cycle_started_on_incomplete'],
    [{ endedOn: '' }, 'endedOn', 'cycle_ended_on_missing'],
    [{ endedOn: '2026-1-12' }, 'endedOn', 'cycle_ends_before_start'],
    [{ endedOn: '2026-12-1' }, 'endedOn', 'cycle_ended_on_in_future'],
    [{ minutesPerWeek: '0' }, 'minutesPerWeek', 'number_out_of_range'],
    [{ minutesPerWeek: '1e2' }, 'minutesPerWeek', 'number_out_of_range'],
    [{ groupSize: '61' }, 'groupSize', 'number_out_of_range'],
    [{ cost: 'a lot' }, 'cost', 'amount_wrong'],
    [{ whatChanged: '' }, 'whatChanged', 'cycle_what_changed_missing'],
  ])('cycle %j: %s', (change, field, code) => {
    const cycles = [aCycle(), aCycle(change)];
    const pointer = `/graduatedResponse/cycles/1/${field}`;
    expect(gapsOf({ ...answers, graduatedResponse: { ...answers.graduatedResponse, cycles } })).toMatchObject([
      { pointer, code },
    ]);
  });

  it('does not count a blank cycle and finds nothing wrong in it', () => {
    const [first, second] = answers.graduatedResponse.cycles;
    const [blank] = readAnswers('graduatedResponse', { cycles: [{ strategy: ' ', startedOn: '--' }] }).cycles;
    if (!first || !second || !blank) throw new Error('the fixture has two cycles');
    expect(
      gapsOf({ ...answers, graduatedResponse: { ...answers.graduatedResponse, cycles: [first, blank] } }),
    ).toMatchObject([{ pointer: '/graduatedResponse/cycles', code: 'cycles_too_few' }]);
    expect(
      gapsOf({ ...answers, graduatedResponse: { ...answers.graduatedResponse, cycles: [first, blank, second] } }),
    ).toEqual([]);
  });

  it('stops a list of cycles without end', () => {
    const cycles = Array.from({ length: CYCLES_MAX + 1 }, () => aCycle());
    expect(gapsOf({ ...answers, graduatedResponse: { ...answers.graduatedResponse, cycles } })).toMatchObject([
      { code: 'cycles_too_many' },
    ]);
  });

  it.each([
    ['family', { contacts: [{ ...contact, name: '' }] }, 'contact_name_missing'],
    ['family', { contacts: [{ ...contact, telephone: '' }] }, 'contact_unreachable'],
    ['family', { contacts: [{ ...contact, email: 'sam at home' }] }, 'contact_email_wrong'],
    ['family', { contacts: [{ ...contact, hasParentalResponsibility: '' }] }, 'contact_responsibility_missing'],
    ['family', { contacts: Array.from({ length: 7 }, () => contact) }, 'contacts_too_many'],
    ['consent', { expiresOn: '2026-11-23' }, 'expires_on_passed'],
    ['consent', { expiresOn: '2026-13-23' }, 'expires_on_not_real'],
    ['flags', { childPlan: '' }, 'child_plan_missing'],
    ['flags', { childPlan: 'some' }, 'choice_unknown'],
    ['attendance', { attendanceThisYear: '101' }, 'percentage_wrong'],
    ['attendance', { attendanceThisYear: 'good' }, 'percentage_wrong'],
    ['attendance', { suspensions: '1.5', suspensionDays: '' }, 'number_out_of_range'],
    ['attendance', { suspensionDays: '' }, 'suspension_days_missing'],
    ['attendance', { suspensionDays: '0.5' }, 'suspension_days_too_few'],
    ['attendance', { suspensionDays: '2.3' }, 'suspension_days_not_a_number'],
    ['attendance', { suspensions: '0' }, 'suspension_days_without_suspension'],
    ['graduatedResponse', { teacherAdvice: '' }, 'teacher_advice_missing'],
    ['graduatedResponse', { teacherConsultedOn: '2026-12-1' }, 'teacher_consulted_on_in_future'],
    ['graduatedResponse', { schoolSpending: 'nothing' }, 'amount_wrong'],
    [
      'graduatedResponse',
      { agencies: [{ key: '1', agency: '', reportedOn: '2026-1-1', advice: '' }] },
      'agency_missing',
    ],
    ['measures', { goals: [{ key: '1', goal: 'I stay', score: '' }] }, 'goal_score_missing'],
    ['measures', { goals: [{ key: '1', goal: 'I stay', score: '11' }] }, 'number_out_of_range'],
    ['measures', { leuvenWellbeing: '6' }, 'number_out_of_range'],
    ['measures', { boxallOn: '2026-2-30' }, 'date_not_real'],
    ['voice', { parentsView: ' ' }, 'parents_view_missing'],
  ] as const)('%s %j: %s', (section, change, code) => {
    expect(gapsOf({ ...answers, [section]: { ...answers[section], ...change } })).toMatchObject([{ code }]);
  });

  it('takes half days, whole percentages and agreements that end today', () => {
    expect(
      gapsOf({
        ...answers,
        consent: { ...answers.consent, expiresOn: TODAY },
        attendance: { ...answers.attendance, attendanceThisYear: '0', suspensions: '0', suspensionDays: '' },
      }),
    ).toEqual([]);
  });

  it('does not look at answers to questions that are no longer asked', () => {
    const graduatedResponse = { ...answers.graduatedResponse, teacherConsulted: 'no', teacherConsultedOn: '2031-1-1' };
    expect(gapsOf({ ...answers, graduatedResponse })).toEqual([]);
  });

  it('asks for each part without which an SDQ total means nothing', () => {
    const score = { key: '1', informant: '', ageForm: '', banding: '', total: '19', impact: '', completedOn: '' };
    expect(gapsOf({ ...answers, measures: { ...answers.measures, sdqScores: [score] } })).toMatchObject([
      { code: 'sdq_informant_missing' },
      { code: 'sdq_ageform_missing' },
      { code: 'sdq_banding_missing' },
    ]);
  });

  it('asks why now only when the case is urgent', () => {
    expect(gapsOf({ ...answers, request: { ...answers.request, isUrgent: 'yes' } })).toMatchObject([
      { pointer: '/request/whyNow', code: 'why_now_missing' },
    ]);
  });

  it('asks for long answers to be shortened and lets the longest pass', () => {
    const concerns = 'a'.repeat(LONG_TEXT_MAX);
    expect(gapsOf({ ...answers, needs: { ...answers.needs, concerns } })).toEqual([]);
    expect(gapsOf({ ...answers, needs: { ...answers.needs, concerns: `${concerns}a` } })).toMatchObject([
      { pointer: '/needs/concerns', message: 'Shorten this answer to 5,000 characters or fewer' },
    ]);
  });

  it('tells which sections are complete', () => {
    const gaps = findReferralGaps({ ...answers, request: emptyReferralAnswers().request }, TODAY);
    expect(isSectionComplete('pupil', gaps)).toBe(true);
    expect(isSectionComplete('request', gaps)).toBe(false);
  });
});

describe('toReferralFacts', () => {
  it('gives dates, codes and numbers of a complete referral', () => {
    const result = toReferralFacts(answers, TODAY);
    expect(result).toMatchObject({
      isComplete: true,
      facts: {
        pupil: {
          legalForename: 'Robin',
          preferredName: null,
          upn: 'R857000024001',
          bornOn: '2016-09-03',
          ncYear: '5',
          startedAtSchoolOn: '2021-09-01',
        },
        consent: { agreedOn: '2026-11-20', shareWithPanel: true, shareWithProviders: false },
        needs: { primaryNeed: 'SEMH', secondaryNeed: 'SPLD', senProvision: 'K', diagnosis: null },
        graduatedResponse: {
          cycles: [{ startedOn: '2026-01-12', minutesPerWeek: 50, groupSize: 1, costPence: 41_250 }, {}],
          schoolSpendingPence: 420_000,
        },
        measures: { goals: [{ goal: 'I stay in lessons', score: 3 }], leuvenWellbeing: 2, leuvenInvolvement: null },
        request: { isUrgent: false, whyNow: null },
      },
    });
  });

  it('keeps a year group that was chosen against the age', () => {
    const result = toReferralFacts({ ...answers, pupil: { ...answers.pupil, ncYear: '4' } }, TODAY);
    expect(result).toMatchObject({ facts: { pupil: { ncYear: '4' } } });
  });

  it('gives the gaps of an incomplete one', () => {
    expect(toReferralFacts(emptyReferralAnswers(), TODAY)).toEqual({
      isComplete: false,
      gaps: findReferralGaps(emptyReferralAnswers(), TODAY),
    });
  });
});
