import { inChildOrder } from './child-order.js';
import type { AnalysisPeriod, CohortChild } from './cohort.js';
import { METHODOLOGY_VERSION } from './methodology-version.js';
import type { RateCardAmounts } from './rate-card.js';

/**
 * Everything that decides a result, as text for the caller to hash: one line for the version, the amounts of the rate card and
 * the period, then one line a child in the order of their ids. Equal inputs give equal text, whatever the order of children,
 * bands or keys; a card's name and dates decide nothing and are left out.
 *
 * @throws RangeError when a child appears twice.
 */
export function* canonicalInputs(
  rateCard: RateCardAmounts,
  period: AnalysisPeriod,
  children: readonly CohortChild[],
): Iterable<string> {
  const bands = rateCard.bands
    .map((band) => [band.weeklyHoursHundredths, band.fixedAnnualPence] as const)
    .toSorted(([a], [b]) => a - b);
  yield line({
    methodologyVersion: METHODOLOGY_VERSION,
    hourlyRatePence: rateCard.hourlyRatePence,
    weeksTenths: rateCard.weeksTenths,
    schoolContributionPence: rateCard.schoolContributionPence,
    rounding: rateCard.rounding,
    bands,
    from: period.from,
    to: period.to,
  });
  for (const child of inChildOrder(children)) {
    yield line([
      child.childId,
      child.reviewedOn,
      child.riskLevelAtStart,
      child.weeklyHoursHundredthsAtStart,
      child.assessedOn,
      child.outcomeCategory,
      child.planIssuedOn,
    ]);
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
