export { METHODOLOGY_VERSION } from './methodology-version.js';
export { type OutcomeCategory } from './outcome-categories.js';
export {
  assertRateCard,
  MAX_WEEKLY_HOURS_HUNDREDTHS,
  type RateBand,
  type RateCard,
  type RateCardAmounts,
  rateCardInForce,
  type Rounding,
} from './rate-card.js';
export { annualValue, type AnnualValue } from './annual-value.js';
export { annualValueWorking, type AnnualValueWorking } from './annual-value-working.js';
export {
  type AnalysisPeriod,
  type CohortChild,
  type CohortFunnel,
  type CohortLine,
  type CohortResult,
  type CohortTotals,
  type Exclusion,
  EXCLUSIONS,
} from './cohort.js';
export { analyseCohort, type CohortAnalysis, startAnalysis } from './cohort-analysis.js';
export { canonicalInputs } from './canonical-inputs.js';
export { type StatedChange } from './reconcile/changes.js';
export { type StatedBand, type StatedInputs } from './reconcile/stated-inputs.js';
export { reconcile, type Reconciliation } from './reconcile/reconcile.js';
