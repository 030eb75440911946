import type { CohortChild, OutcomeCategory, RateCard } from './index.js';

/** The rate card that the published inputs describe. */
export const publishedRateCard: RateCard = {
  startsOn: '2020-02-24',
  endsOn: null,
  hourlyRatePence: 1126,
  weeksTenths: 380,
  schoolContributionPence: 600_000,
  rounding: 'none',
  bands: [
    { weeklyHoursHundredths: 0, fixedAnnualPence: null },
    { weeklyHoursHundredths: 2500, fixedAnnualPence: null },
    { weeklyHoursHundredths: 3250, fixedAnnualPence: null },
  ],
};

/** A child who is analysed unless a field says otherwise. */
export function aChild(fields: Partial<CohortChild> = {}): CohortChild {
  return {
    childId: 'a',
    reviewedOn: '2021-03-01',
    riskLevelAtStart: 'high',
    weeklyHoursHundredthsAtStart: 3250,
    assessedOn: '2020-09-01',
    outcomeCategory: 'high_or_very_positive_impact',
    planIssuedOn: null,
    ...fields,
  };
}

export interface PublishedCounts {
  readonly reviewed: number;
  readonly deemedHighRisk: number;
  readonly hours: readonly { readonly weeklyHours: number; readonly children: number }[];
  readonly outcomes: readonly { readonly category: OutcomeCategory; readonly children: number }[];
}

/** Invented children with the published counts: as many as were analysed have hours and an outcome, the others lack one. */
export function publishedCohort({ reviewed, deemedHighRisk, hours, outcomes }: PublishedCounts): CohortChild[] {
  const hoursOf = hours.flatMap(({ weeklyHours, children }) =>
    Array.from({ length: children }, () => weeklyHours * 100),
  );
  const outcomeOf = outcomes.flatMap(({ category, children }) => Array.from({ length: children }, () => category));
  return Array.from({ length: reviewed }, (_, index) =>
    aChild({
      childId: `child-${String(index).padStart(3, '0')}`,
      riskLevelAtStart: index < deemedHighRisk ? 'high' : 'medium',
      weeklyHoursHundredthsAtStart: hoursOf[index] ?? 2500,
      outcomeCategory: outcomeOf[index] ?? null,
    }),
  );
}
