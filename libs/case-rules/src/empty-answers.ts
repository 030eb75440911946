import {
  type ConsentAnswers,
  type CycleAnswers,
  CYCLES_MIN,
  type GraduatedResponseAnswers,
  type NeedsAnswers,
  type PupilAnswers,
  type ReferralAnswers,
  type RequestAnswers,
} from './referral-answers.js';

/** The pupil section before anything is typed. */
export function emptyPupilAnswers(): PupilAnswers {
  return {
    legalForename: '',
    legalSurname: '',
    preferredName: '',
    upn: '',
    bornOn: '',
    sex: '',
    ncYear: '',
    startedAtSchoolOn: '',
  };
}

/** The consent section before anything is typed. */
export function emptyConsentAnswers(): ConsentAnswers {
  return {
    agreedByName: '',
    relationship: '',
    hasParentalResponsibility: '',
    agreedOn: '',
    method: '',
    explained: '',
    shareWithPanel: '',
    shareWithProviders: '',
  };
}

/** The needs section before anything is typed. */
export function emptyNeedsAnswers(): NeedsAnswers {
  return {
    primaryNeed: '',
    secondaryNeed: '',
    senProvision: '',
    diagnosis: '',
    strengths: '',
    concerns: '',
    whatWorks: '',
  };
}

/** One cycle before anything is typed. */
export function emptyCycleAnswers(): CycleAnswers {
  return {
    strategy: '',
    startedOn: '',
    endedOn: '',
    minutesPerWeek: '',
    groupSize: '',
    deliveredBy: '',
    whatChanged: '',
  };
}

/** The graduated response with as many empty cycles as a referral must show. */
export function emptyGraduatedResponseAnswers(): GraduatedResponseAnswers {
  return { cycles: Array.from({ length: CYCLES_MIN }, emptyCycleAnswers) };
}

/** The request section before anything is typed. */
export function emptyRequestAnswers(): RequestAnswers {
  return {
    requestedSupport: '',
    desiredOutcomes: '',
    isUrgent: '',
    whyNow: '',
    schoolContribution: '',
    childsView: '',
    parentsView: '',
  };
}

/** A referral that was just begun. */
export function emptyReferralAnswers(): ReferralAnswers {
  return {
    pupil: emptyPupilAnswers(),
    consent: emptyConsentAnswers(),
    needs: emptyNeedsAnswers(),
    graduatedResponse: emptyGraduatedResponseAnswers(),
    request: emptyRequestAnswers(),
  };
}
