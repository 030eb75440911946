import {
  type ConsentAnswers,
  CYCLES_MAX,
  type GraduatedResponseAnswers,
  LONG_TEXT_MAX,
  type NeedsAnswers,
  type PupilAnswers,
  type RequestAnswers,
  SHORT_TEXT_MAX,
} from '@panel/case-rules';

import { Instant, ListOf, Nested, Text, Uuid, WholeNumber } from '../common/fields.js';

/*
 * Answers as they are typed: text that may be empty, half a date, a UPN with a slip. Only sizes and shapes are checked
 * here; what is missing or wrong is said by the gaps and stops the submission.
 */

export class PupilSection implements PupilAnswers {
  @Text({ max: SHORT_TEXT_MAX })
  legalForename: string;

  @Text({ max: SHORT_TEXT_MAX })
  legalSurname: string;

  @Text({ max: SHORT_TEXT_MAX })
  preferredName: string;

  @Text({ max: SHORT_TEXT_MAX })
  upn: string;

  @Text({ max: SHORT_TEXT_MAX, description: 'A date as typed, year-month-day.' })
  bornOn: string;

  @Text({ max: SHORT_TEXT_MAX })
  sex: string;

  @Text({ max: SHORT_TEXT_MAX })
  ncYear: string;

  @Text({ max: SHORT_TEXT_MAX })
  startedAtSchoolOn: string;
}

export class ConsentSection implements ConsentAnswers {
  @Text({ max: SHORT_TEXT_MAX })
  agreedByName: string;

  @Text({ max: SHORT_TEXT_MAX })
  relationship: string;

  @Text({ max: SHORT_TEXT_MAX })
  hasParentalResponsibility: string;

  @Text({ max: SHORT_TEXT_MAX })
  agreedOn: string;

  @Text({ max: SHORT_TEXT_MAX })
  method: string;

  @Text({ max: LONG_TEXT_MAX })
  explained: string;

  @Text({ max: SHORT_TEXT_MAX })
  shareWithPanel: string;

  @Text({ max: SHORT_TEXT_MAX })
  shareWithProviders: string;
}

export class NeedsSection implements NeedsAnswers {
  @Text({ max: SHORT_TEXT_MAX })
  primaryNeed: string;

  @Text({ max: SHORT_TEXT_MAX })
  secondaryNeed: string;

  @Text({ max: SHORT_TEXT_MAX })
  senProvision: string;

  @Text({ max: SHORT_TEXT_MAX })
  diagnosis: string;

  @Text({ max: LONG_TEXT_MAX })
  strengths: string;

  @Text({ max: LONG_TEXT_MAX })
  concerns: string;

  @Text({ max: LONG_TEXT_MAX })
  whatWorks: string;
}

export class GraduatedResponseCycle {
  @Text({ max: LONG_TEXT_MAX })
  strategy: string;

  @Text({ max: SHORT_TEXT_MAX })
  startedOn: string;

  @Text({ max: SHORT_TEXT_MAX })
  endedOn: string;

  @Text({ max: SHORT_TEXT_MAX })
  minutesPerWeek: string;

  @Text({ max: SHORT_TEXT_MAX })
  groupSize: string;

  @Text({ max: SHORT_TEXT_MAX })
  deliveredBy: string;

  @Text({ max: LONG_TEXT_MAX })
  whatChanged: string;
}

export class GraduatedResponseSection implements GraduatedResponseAnswers {
  @ListOf(() => GraduatedResponseCycle, { max: CYCLES_MAX })
  cycles: GraduatedResponseCycle[];
}

export class RequestSection implements RequestAnswers {
  @Text({ max: LONG_TEXT_MAX })
  requestedSupport: string;

  @Text({ max: LONG_TEXT_MAX })
  desiredOutcomes: string;

  @Text({ max: SHORT_TEXT_MAX })
  isUrgent: string;

  @Text({ max: LONG_TEXT_MAX })
  whyNow: string;

  @Text({ max: LONG_TEXT_MAX })
  schoolContribution: string;

  @Text({ max: LONG_TEXT_MAX })
  childsView: string;

  @Text({ max: LONG_TEXT_MAX })
  parentsView: string;
}

/** What is missing or wrong before the referral can be submitted, and why it matters. */
export class ReferralGapAnswer {
  @Text({ max: 40 })
  section: string;

  @Text({ max: 200, description: 'JSON pointer into the sections, for example /pupil/upn.' })
  pointer: string;

  @Text({ max: 60 })
  code: string;

  @Text({ max: 500 })
  message: string;

  @Text({ max: 500 })
  why: string;
}

class SectionState {
  @WholeNumber({ description: '0 until something is saved. Send it as If-Match with the next save.' })
  version: number;

  @Instant({ nullable: true })
  savedAt: string | null;

  @Text({ max: 200, nullable: true })
  savedByName: string | null;
}

export class SavedPupilSection extends SectionState {
  @Nested(() => PupilSection)
  answers: PupilSection;
}

export class SavedConsentSection extends SectionState {
  @Nested(() => ConsentSection)
  answers: ConsentSection;
}

export class SavedNeedsSection extends SectionState {
  @Nested(() => NeedsSection)
  answers: NeedsSection;
}

export class SavedGraduatedResponseSection extends SectionState {
  @Nested(() => GraduatedResponseSection)
  answers: GraduatedResponseSection;
}

export class SavedRequestSection extends SectionState {
  @Nested(() => RequestSection)
  answers: RequestSection;
}

export class ReferralSections {
  @Nested(() => SavedPupilSection)
  pupil: SavedPupilSection;

  @Nested(() => SavedConsentSection)
  consent: SavedConsentSection;

  @Nested(() => SavedNeedsSection)
  needs: SavedNeedsSection;

  @Nested(() => SavedGraduatedResponseSection)
  graduatedResponse: SavedGraduatedResponseSection;

  @Nested(() => SavedRequestSection)
  request: SavedRequestSection;
}

/** The answer to a save: what the next save must name, and what is still missing. */
export class SavedSection {
  @Uuid()
  referralId: string;

  @Text({ max: 40 })
  section: string;

  @WholeNumber()
  version: number;

  @Instant()
  savedAt: string;

  @Text({ max: 200 })
  savedByName: string;

  @ListOf(() => ReferralGapAnswer)
  gaps: ReferralGapAnswer[];
}
