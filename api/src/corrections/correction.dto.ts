import { Instant, ListOf, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

export const CORRECTED_FIELDS = ['legalForename', 'legalSurname', 'preferredName', 'upn', 'bornOn', 'sex'] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];
export const CORRECTION_OUTCOMES = ['accepted', 'refused'] as const;

export class DecideCorrection {
  @OneOf(CORRECTED_FIELDS, { name: 'CorrectedField' })
  field: CorrectedField;

  @Text({ max: 200, description: 'What it should be; a date as YYYY-MM-DD, a sex as M, F or U.' })
  newValue: string;

  @Text({ max: 200, min: 1 })
  requestedByName: string;

  @Text({ max: 2000, min: 1, description: 'Why it is wrong, and what shows it.' })
  reason: string;

  @OneOf(CORRECTION_OUTCOMES, { name: 'CorrectionOutcome' })
  outcome: 'accepted' | 'refused';

  @Text({ max: 2000, description: 'Needed when it is refused.' })
  refusalReason: string;

  @Text({ max: 2000, description: 'What the person says who was refused.' })
  disagreement: string;
}

export class Correction {
  @Uuid()
  id: string;

  @OneOf(CORRECTED_FIELDS, { name: 'CorrectedField' })
  field: CorrectedField;

  @Text({ max: 200 })
  oldValue: string;

  @Text({ max: 200 })
  newValue: string;

  @Text({ max: 2000 })
  reason: string;

  @Text({ max: 200 })
  requestedByName: string;

  @OneOf(CORRECTION_OUTCOMES, { name: 'CorrectionOutcome' })
  outcome: 'accepted' | 'refused';

  @Text({ max: 2000, nullable: true })
  refusalReason: string | null;

  @Text({ max: 2000, nullable: true })
  disagreement: string | null;

  @Text({ max: 200 })
  decidedByName: string;

  @Instant()
  decidedAt: string;
}

export class Corrections {
  @WholeNumber({ description: 'The version of the referral.' })
  version: number;

  @YesNo({ description: 'False for a draft: its answers are changed where they are written.' })
  canCorrect: boolean;

  @ListOf(() => Correction, { description: 'The newest first.' })
  items: Correction[];
}
