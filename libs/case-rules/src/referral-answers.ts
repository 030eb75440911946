/**
 * The answers of a referral exactly as they were typed: '' is not answered, dates are 'YYYY-MM-DD' in which parts may be
 * missing ('2015-9-'). Nothing is refused while a draft is saved; `findReferralGaps` says what is wrong.
 */
export interface PupilAnswers {
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly preferredName: string;
  readonly upn: string;
  readonly bornOn: string;
  readonly sex: string;
  readonly ncYear: string;
  readonly startedAtSchoolOn: string;
}

/** Yes-or-no answers are 'yes', 'no' or ''. */
export interface ConsentAnswers {
  readonly agreedByName: string;
  readonly relationship: string;
  readonly hasParentalResponsibility: string;
  readonly agreedOn: string;
  /** One of CONSENT_METHODS or ''. */
  readonly method: string;
  /** What was explained to the family. */
  readonly explained: string;
  readonly shareWithPanel: string;
  readonly shareWithProviders: string;
}

export interface NeedsAnswers {
  readonly primaryNeed: string;
  readonly secondaryNeed: string;
  readonly senProvision: string;
  readonly diagnosis: string;
  readonly strengths: string;
  readonly concerns: string;
  readonly whatWorks: string;
}

/** One assess-plan-do-review cycle. */
export interface CycleAnswers {
  readonly strategy: string;
  readonly startedOn: string;
  readonly endedOn: string;
  readonly minutesPerWeek: string;
  readonly groupSize: string;
  readonly deliveredBy: string;
  readonly whatChanged: string;
}

export interface GraduatedResponseAnswers {
  readonly cycles: readonly CycleAnswers[];
}

export interface RequestAnswers {
  readonly requestedSupport: string;
  readonly desiredOutcomes: string;
  readonly isUrgent: string;
  readonly whyNow: string;
  readonly schoolContribution: string;
  readonly childsView: string;
  readonly parentsView: string;
}

/** The five sections of a referral. */
export interface ReferralAnswers {
  readonly pupil: PupilAnswers;
  readonly consent: ConsentAnswers;
  readonly needs: NeedsAnswers;
  readonly graduatedResponse: GraduatedResponseAnswers;
  readonly request: RequestAnswers;
}

export const REFERRAL_SECTIONS = ['pupil', 'consent', 'needs', 'graduatedResponse', 'request'] as const;
export type ReferralSection = (typeof REFERRAL_SECTIONS)[number];

/** How the family agreed. */
export const CONSENT_METHODS = ['in_person', 'by_phone', 'in_writing'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

const SECTION_LABELS: Readonly<Record<ReferralSection, string>> = {
  pupil: 'Pupil',
  consent: 'Consent',
  needs: 'Needs',
  graduatedResponse: 'What the school has done',
  request: 'What the school asks for',
};

const CONSENT_METHOD_LABELS: Readonly<Record<ConsentMethod, string>> = {
  in_person: 'In person',
  by_phone: 'By phone',
  in_writing: 'In writing',
};

/** Longest texts that are kept, in characters. */
export const SHORT_TEXT_MAX = 200;
export const LONG_TEXT_MAX = 5000;

/** How many assess-plan-do-review cycles a referral must show and may hold. */
export const CYCLES_MIN = 2;
export const CYCLES_MAX = 12;

/** The longest text of each field, in characters, by section and field; the fields of a cycle stand under `cycle`. */
export const ANSWER_MAX_LENGTHS = {
  pupil: {
    legalForename: SHORT_TEXT_MAX,
    legalSurname: SHORT_TEXT_MAX,
    preferredName: SHORT_TEXT_MAX,
    upn: SHORT_TEXT_MAX,
    bornOn: SHORT_TEXT_MAX,
    sex: SHORT_TEXT_MAX,
    ncYear: SHORT_TEXT_MAX,
    startedAtSchoolOn: SHORT_TEXT_MAX,
  },
  consent: {
    agreedByName: SHORT_TEXT_MAX,
    relationship: SHORT_TEXT_MAX,
    hasParentalResponsibility: SHORT_TEXT_MAX,
    agreedOn: SHORT_TEXT_MAX,
    method: SHORT_TEXT_MAX,
    explained: LONG_TEXT_MAX,
    shareWithPanel: SHORT_TEXT_MAX,
    shareWithProviders: SHORT_TEXT_MAX,
  },
  needs: {
    primaryNeed: SHORT_TEXT_MAX,
    secondaryNeed: SHORT_TEXT_MAX,
    senProvision: SHORT_TEXT_MAX,
    diagnosis: SHORT_TEXT_MAX,
    strengths: LONG_TEXT_MAX,
    concerns: LONG_TEXT_MAX,
    whatWorks: LONG_TEXT_MAX,
  },
  cycle: {
    strategy: LONG_TEXT_MAX,
    startedOn: SHORT_TEXT_MAX,
    endedOn: SHORT_TEXT_MAX,
    minutesPerWeek: SHORT_TEXT_MAX,
    groupSize: SHORT_TEXT_MAX,
    deliveredBy: SHORT_TEXT_MAX,
    whatChanged: LONG_TEXT_MAX,
  },
  request: {
    requestedSupport: LONG_TEXT_MAX,
    desiredOutcomes: LONG_TEXT_MAX,
    isUrgent: SHORT_TEXT_MAX,
    whyNow: LONG_TEXT_MAX,
    schoolContribution: LONG_TEXT_MAX,
    childsView: LONG_TEXT_MAX,
    parentsView: LONG_TEXT_MAX,
  },
} as const satisfies {
  readonly pupil: Record<keyof PupilAnswers, number>;
  readonly consent: Record<keyof ConsentAnswers, number>;
  readonly needs: Record<keyof NeedsAnswers, number>;
  readonly cycle: Record<keyof CycleAnswers, number>;
  readonly request: Record<keyof RequestAnswers, number>;
};

/** The name of a section as people see it. */
export function referralSectionLabel(section: ReferralSection): string {
  return SECTION_LABELS[section];
}

/** The way of agreeing as people see it. */
export function consentMethodLabel(method: ConsentMethod): string {
  return CONSENT_METHOD_LABELS[method];
}

/** Whether a text is a way of agreeing. */
export function isConsentMethod(text: string): text is ConsentMethod {
  return CONSENT_METHODS.some((method) => method === text);
}
