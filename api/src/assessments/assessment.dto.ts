import { EVIDENCE_STRENGTHS, type EvidenceStrength } from '@panel/risk';

import {
  DateOnly,
  Decimal,
  ListOf,
  Nested,
  OneOf,
  PenceField,
  Text,
  Uuid,
  WholeNumber,
  YesNo,
} from '../common/fields.js';

const levels = ['low', 'medium', 'high'] as const;
type Level = (typeof levels)[number];

export class AssessmentEvidence {
  @Text({ max: 60, min: 1, description: 'Code of a criterion of the version named beside it.' })
  criterion: string;

  @OneOf(EVIDENCE_STRENGTHS, { name: 'EvidenceStrength' })
  strength: EvidenceStrength;
}

class Judgement {
  @OneOf(levels, { name: 'RiskLevel' })
  riskLevel: Level;

  @WholeNumber({
    min: 0,
    max: 100,
    description: 'Per cent: an EHC needs assessment is requested within 12 months without the intervention.',
  })
  probabilityPercent: number;

  @YesNo()
  isPlanLikely: boolean;

  @Decimal({ places: 2, min: 0, max: 40, description: 'Teaching assistant hours a week then likely; 0 for none.' })
  weeklyHours: number;

  @OneOf(levels, { name: 'Confidence' })
  confidence: Level;

  @Text({ max: 5000, min: 1 })
  rationale: string;
}

export class CreateAssessment extends Judgement {
  @Text({ max: 20, min: 1, description: 'The published list of criteria in force.' })
  criteriaVersion: string;

  @ListOf(() => AssessmentEvidence, { max: 50, description: 'Each criterion of the list, in its order.' })
  evidence: AssessmentEvidence[];

  @WholeNumber({
    min: 0,
    nullable: true,
    description: 'Of the draft that this completes: refused when somebody has changed it since. Null without one.',
  })
  draftVersion: number | null;
}

/** Every step from hours to the annual value, in whole pence. */
export class AnnualValueWorking {
  @Decimal({ places: 2 })
  weeklyHours: number;

  @PenceField()
  hourlyRatePence: number;

  @Decimal({ places: 1 })
  weeksPerYear: number;

  @YesNo({ description: 'The rate card has a fixed annual amount for these hours, in place of hours × rate × weeks.' })
  isFixedAmount: boolean;

  @PenceField()
  grossPence: number;

  @PenceField()
  schoolContributionPence: number;

  @PenceField({ description: 'The contribution, but never more than the gross amount.' })
  paidBySchoolPence: number;

  @PenceField()
  beforeRoundingPence: number;

  @YesNo({ description: 'The contribution covers all of it: the value is zero, not negative.' })
  isClipped: boolean;

  @OneOf(['none', 'whole_pounds_half_up'], { name: 'Rounding' })
  rounding: 'none' | 'whole_pounds_half_up';

  @PenceField()
  netPence: number;
}

export class Assessment extends Judgement {
  @Uuid()
  id: string;

  @Uuid()
  referralId: string;

  @WholeNumber({ description: '1 for the first, counting up; none is overwritten.' })
  number: number;

  @Text({ max: 20, nullable: true, description: 'The list of criteria it was made with; null before there was one.' })
  criteriaVersion: string | null;

  @ListOf(() => AssessmentEvidence)
  evidence: AssessmentEvidence[];

  @PenceField({ description: 'Before the school’s contribution.' })
  grossAnnualPence: number;

  @PenceField({ description: 'Computed: hours × rate × weeks less the school’s contribution, never below zero.' })
  annualValuePence: number;

  @Nested(() => AnnualValueWorking)
  working: AnnualValueWorking;

  @Uuid()
  rateCardId: string;

  @Text({ max: 200 })
  rateCardName: string;

  @DateOnly()
  assessedOn: string;

  @Text({ max: 200 })
  assessedByName: string;
}

export class AssessmentList {
  @ListOf(() => Assessment)
  items: Assessment[];
}
