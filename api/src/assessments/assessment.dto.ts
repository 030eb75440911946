import { DateOnly, Decimal, ListOf, OneOf, PenceField, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

const levels = ['low', 'medium', 'high'] as const;
type Level = (typeof levels)[number];

export class CreateAssessment {
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

export class Assessment extends CreateAssessment {
  @Uuid()
  id: string;

  @Uuid()
  referralId: string;

  @WholeNumber({ description: '1 for the first, counting up; none is overwritten.' })
  number: number;

  @PenceField({ description: 'Before the school’s contribution.' })
  grossAnnualPence: number;

  @PenceField({ description: 'Computed: hours × rate × weeks less the school’s contribution, never below zero.' })
  annualValuePence: number;

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
