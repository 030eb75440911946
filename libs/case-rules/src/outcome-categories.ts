/** The categories of the 2021 analysis for what an intervention led to, from best to worst. */
export const OUTCOME_CATEGORIES = [
  'high_or_very_positive_impact',
  'continuing_to_improve',
  'limited_impact_other_pathway',
  'extra_support_may_progress_to_ehcp',
] as const;
export type OutcomeCategory = (typeof OUTCOME_CATEGORIES)[number];

const LABELS: Readonly<Record<OutcomeCategory, string>> = {
  high_or_very_positive_impact: 'High or very positive impact',
  continuing_to_improve: 'Continuing to improve',
  limited_impact_other_pathway: 'Limited impact, another pathway followed',
  extra_support_may_progress_to_ehcp: 'Extra support needed, may progress to an EHC plan',
};

/** The category as people see it. */
export function outcomeCategoryLabel(category: OutcomeCategory): string {
  return LABELS[category];
}

/** Whether a text is an outcome category. */
export function isOutcomeCategory(text: string): text is OutcomeCategory {
  return OUTCOME_CATEGORIES.some((category) => category === text);
}
