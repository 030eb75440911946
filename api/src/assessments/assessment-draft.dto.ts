import { Instant, ListOf, Nested, Text, Uuid, WholeNumber } from '../common/fields.js';
import { AnnualValueWorking } from './assessment.dto.js';

export class DraftEvidence {
  @Text({ max: 60, description: 'Code of a criterion.' })
  criterion: string;

  @Text({ max: 20, description: 'How strong; empty while nothing is chosen.' })
  strength: string;
}

/** As it is typed and chosen; nothing is checked before the assessment is made. */
export class AssessmentAnswers {
  @Text({ max: 20 })
  criteriaVersion: string;

  @ListOf(() => DraftEvidence, { max: 50 })
  evidence: DraftEvidence[];

  @Text({ max: 20 })
  riskLevel: string;

  @Text({ max: 20 })
  probabilityPercent: string;

  @Text({ max: 20 })
  isPlanLikely: string;

  @Text({ max: 20, description: 'A usual number of hours, or `other`.' })
  hours: string;

  @Text({ max: 20 })
  weeklyHours: string;

  @Text({ max: 20 })
  confidence: string;

  @Text({ max: 20_000 })
  rationale: string;
}

export class SavedAssessmentDraft {
  @Uuid()
  referralId: string;

  @WholeNumber()
  version: number;

  @Instant()
  savedAt: string;

  @Text({ max: 200 })
  savedByName: string;
}

export class AssessmentDraft {
  @Uuid()
  referralId: string;

  @WholeNumber({ description: '0: nothing was ever saved.' })
  version: number;

  @Instant({ nullable: true })
  savedAt: string | null;

  @Text({ max: 200, nullable: true })
  savedByName: string | null;

  @Nested(() => AssessmentAnswers)
  answers: AssessmentAnswers;

  @Nested(() => AnnualValueWorking, {
    nullable: true,
    description: 'Of the hours that are chosen, by the rate card in force today; null without either.',
  })
  working: AnnualValueWorking | null;

  @Text({ max: 200, nullable: true, description: 'The rate card in force today; null when there is none.' })
  rateCardName: string | null;
}
