import type { OutcomeCategory } from './outcome-categories.js';

/** The days a review must lie in to count, first and last included ('YYYY-MM-DD'). */
export interface AnalysisPeriod {
  readonly from: string;
  readonly to: string;
}

/** What the analysis knows of a child. A child counts once, whatever the number of referrals and reviews. */
export interface CohortChild {
  readonly childId: string;
  readonly reviewedOn: string | null;
  /** The coordinator's judgement before the intervention, never a later one. */
  readonly riskLevelAtStart: 'low' | 'medium' | 'high' | null;
  readonly weeklyHoursHundredthsAtStart: number | null;
  readonly assessedOn: string | null;
  readonly outcomeCategory: OutcomeCategory | null;
  /** The day an EHC plan was issued, at whatever time, or null. */
  readonly planIssuedOn: string | null;
}

/** Why a child is not analysed, in the order of the funnel; a child has the first reason that holds. */
export const EXCLUSIONS = [
  'not_reviewed_in_period',
  'no_risk_level_at_start',
  'not_high_risk',
  'no_assessment_at_start',
  'no_hours_at_start',
  'no_outcome_at_review',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** The reason why a child is not analysed, or null when it is. */
export function exclusionOf(child: CohortChild, period: AnalysisPeriod): Exclusion | null {
  const { reviewedOn } = child;
  if (reviewedOn === null || reviewedOn < period.from || reviewedOn > period.to) return 'not_reviewed_in_period';
  if (child.riskLevelAtStart === null) return 'no_risk_level_at_start';
  if (child.riskLevelAtStart !== 'high') return 'not_high_risk';
  if (child.assessedOn === null) return 'no_assessment_at_start';
  if (child.weeklyHoursHundredthsAtStart === null) return 'no_hours_at_start';
  if (child.outcomeCategory === null) return 'no_outcome_at_review';
  return null;
}

/** One child's line in a result. An excluded child has a reason and no money. */
export interface CohortLine {
  readonly childId: string;
  readonly exclusion: Exclusion | null;
  /** The outcome is high impact or continuing improvement, and no EHC plan was issued. */
  readonly isAvoided: boolean;
  readonly grossPence: number;
  readonly netPence: number;
}

/** How the reviewed children became the analysed ones; each step is a part of the one before. */
export interface CohortFunnel {
  readonly reviewed: number;
  readonly deemedHighRisk: number;
  /** High risk, assessed at the start with hours, and reviewed with an outcome. */
  readonly consistentData: number;
  readonly analysed: number;
  /** The reasons that occurred, in the order of the funnel. */
  readonly exclusions: readonly { readonly reason: Exclusion; readonly count: number }[];
}

/** Sums over the analysed children, in whole pence. Avoided (high), continuing and not avoided add up to the potential. */
export interface CohortTotals {
  readonly potentialPence: number;
  readonly avoidedHighPence: number;
  readonly continuingPence: number;
  /** The other outcomes, and every child with a plan whatever the outcome. */
  readonly notAvoidedPence: number;
  readonly childrenWithPlan: number;
  /** Fewest hours first. */
  readonly byHoursBand: readonly {
    readonly weeklyHoursHundredths: number;
    readonly children: number;
    readonly netPence: number;
  }[];
  /** All four categories, best first, with or without a plan. */
  readonly byOutcome: readonly {
    readonly category: OutcomeCategory;
    readonly children: number;
    readonly netPence: number;
  }[];
}

export interface CohortResult {
  readonly methodologyVersion: string;
  readonly funnel: CohortFunnel;
  readonly totals: CohortTotals;
}
