import { type CycleAnswers, type ReferralAnswers } from './answers/sections.js';

/** The day on which the specs take place. */
export const TODAY = '2026-11-24';

/** A cycle with every answer. */
export function aCycle(changes: Partial<CycleAnswers> = {}): CycleAnswers {
  return {
    key: '1',
    strategy: 'Daily check-in with a key adult',
    startedOn: '2026-1-12',
    endedOn: '2026-3-27',
    timesPerWeek: '5',
    minutesPerWeek: '50',
    groupSize: '1',
    deliveredBy: 'Learning mentor',
    cost: '£412.50',
    whatChanged: 'Fewer incidents in the morning, none after lunch',
    ...changes,
  };
}

/** An invented referral that can be submitted on TODAY. */
export function completeAnswers(): ReferralAnswers {
  return {
    pupil: {
      legalForename: ' Robin ',
      legalSurname: 'Example',
      preferredName: '',
      upn: 'r857 000024001',
      bornOn: '2016-9-3',
      sex: 'M',
      ncYear: '',
      startedAtSchoolOn: '2021-09-01',
      homeAuthority: '',
      firstLanguage: 'ENG',
      needsInterpreter: 'no',
      interpreterLanguage: '',
      ethnicity: 'WBRI',
    },
    family: {
      contacts: [
        {
          key: '1',
          name: 'Sam Example',
          relationship: 'Mother',
          hasParentalResponsibility: 'yes',
          telephone: '01632 960001',
          email: '',
          address: '',
          safeContact: 'Never leave a message',
        },
      ],
    },
    consent: {
      agreedByName: 'Sam Example',
      relationship: 'Mother',
      hasParentalResponsibility: 'yes',
      agreedOn: '2026-11-20',
      method: 'in_person',
      explained: 'What the panel is and who reads the case',
      shareWithPanel: 'yes',
      shareWithProviders: 'no',
      expiresOn: '',
    },
    needs: {
      primaryNeed: 'SEMH',
      secondaryNeed: 'SpLD',
      senProvision: 'K',
      diagnosis: '',
      strengths: 'Kind to younger children',
      concerns: 'Leaves the classroom when work is hard',
      triggers: '',
      whatWorks: 'A quiet place',
    },
    flags: {
      pupilPremium: 'yes',
      lookedAfter: 'no',
      childPlan: 'none',
      hasSocialWorker: 'no',
      socialWorker: '',
      youngCarer: 'not_known',
      serviceChild: 'no',
    },
    attendance: {
      attendanceThisYear: '87.5',
      attendanceLastYear: '91%',
      reducedSessionsPerWeek: '',
      suspensions: '2',
      suspensionDays: '3.5',
      isAtRiskOfExclusion: 'no',
      exclusionRisk: '',
    },
    graduatedResponse: {
      cycles: [aCycle(), aCycle({ key: '2', startedOn: '2026-4-20', endedOn: '2026-7-17' })],
      agencies: [],
      teacherConsulted: 'yes',
      teacherConsultedOn: '2026-9-14',
      teacherAdvice: 'A calm start to the day',
      schoolSpending: '£4,200',
    },
    measures: {
      goals: [{ key: '1', goal: 'I stay in lessons', score: '3' }],
      sdqScores: [],
      boxallDevelopmental: '',
      boxallDiagnostic: '',
      boxallOn: '',
      leuvenWellbeing: '2',
      leuvenInvolvement: '',
      reading: 'below',
      writing: '',
      mathematics: '',
    },
    voice: { childsView: 'Wants a place to calm down', howChildWasHeard: '', parentsView: 'Hopes for calm mornings' },
    request: {
      support: 'semh_teacher',
      requestedSupport: 'Specialist teacher',
      desiredOutcomes: 'Stays in lessons',
      isUrgent: 'no',
      whyNow: '',
      schoolContribution: '',
      toolkit: [],
    },
  };
}
