import { OUTCOME_CATEGORIES } from '@panel/case-rules';

import { DateOnly, Decimal, ListOf, OneOf, Text, Uuid, WholeNumber } from '../common/fields.js';

const nextSteps = ['continue', 'extend', 'vary', 'end'] as const;
const ehcDecisions = ['assessment_agreed', 'assessment_refused', 'plan_issued', 'plan_refused'] as const;

export class CreateReview {
  @DateOnly()
  reviewedOn: string;

  @OneOf(OUTCOME_CATEGORIES, { name: 'OutcomeCategory' })
  outcomeCategory: (typeof OUTCOME_CATEGORIES)[number];

  @WholeNumber({ min: 0, max: 10, nullable: true })
  goalScoreBefore: number | null;

  @WholeNumber({ min: 0, max: 10, nullable: true })
  goalScoreNow: number | null;

  @OneOf(nextSteps, { name: 'ReviewNextStep' })
  nextStep: (typeof nextSteps)[number];

  @Text({ max: 5000 })
  note: string;
}

export class Review extends CreateReview {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  recordedByName: string;
}

export class ReviewList {
  @ListOf(() => Review)
  items: Review[];
}

export class RecordEhcFacts {
  @DateOnly({ nullable: true })
  requestedOn: string | null;

  @DateOnly({ nullable: true })
  decidedOn: string | null;

  @OneOf(ehcDecisions, { nullable: true, name: 'EhcDecision' })
  decision: (typeof ehcDecisions)[number] | null;

  @DateOnly({ nullable: true })
  planIssuedOn: string | null;

  @Decimal({ places: 2, min: 0, max: 40, nullable: true })
  weeklyHours: number | null;
}

export class EhcFacts extends RecordEhcFacts {
  @WholeNumber({ description: '0 until something is recorded.' })
  version: number;
}
