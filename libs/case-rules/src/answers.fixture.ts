import { type CycleAnswers, type ReferralAnswers } from './referral-answers.js';

/** The day on which the specs take place. */
export const TODAY = '2026-11-24';

/** A cycle with every answer. */
export function aCycle(changes: Partial<CycleAnswers> = {}): CycleAnswers {
  return {
    strategy: 'Daily check-in with a key adult',
    startedOn: '2026-1-12',
    endedOn: '2026-3-27',
    minutesPerWeek: '50',
    groupSize: '1',
    deliveredBy: 'Learning mentor',
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
    },
    needs: {
      primaryNeed: 'SEMH',
      secondaryNeed: 'SpLD',
      senProvision: 'K',
      diagnosis: '',
      strengths: 'Kind to younger children',
      concerns: 'Leaves the classroom when work is hard',
      whatWorks: 'A quiet place',
    },
    graduatedResponse: { cycles: [aCycle(), aCycle({ startedOn: '2026-4-20', endedOn: '2026-7-17' })] },
    request: {
      requestedSupport: 'Specialist teacher',
      desiredOutcomes: 'Stays in lessons',
      isUrgent: 'no',
      whyNow: '',
      schoolContribution: '',
      childsView: 'Wants a place to calm down',
      parentsView: '',
    },
  };
}
