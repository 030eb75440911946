/** The categories of the 2021 analysis for what an intervention led to, from best to worst. */
export type OutcomeCategory =
  | 'high_or_very_positive_impact'
  | 'continuing_to_improve'
  | 'limited_impact_other_pathway'
  | 'extra_support_may_progress_to_ehcp';

/** In the order in which results list them. */
export const OUTCOME_ORDER: readonly OutcomeCategory[] = [
  'high_or_very_positive_impact',
  'continuing_to_improve',
  'limited_impact_other_pathway',
  'extra_support_may_progress_to_ehcp',
];
