import { divideHalfUp } from '@panel/money';

import { assertWeeklyHours, type RateCardAmounts } from './rate-card.js';

/** What a plan with some weekly hours would cost in a year, in whole pence. */
export interface AnnualValue {
  /** The whole cost: rate × hours × weeks, or the band's fixed annual amount. */
  readonly grossPence: number;
  /** The authority's part: gross less the school's contribution, never below zero. */
  readonly netPence: number;
}

/** Hundredths of hours × tenths of weeks. */
const unitsInAnHourWeek = 1_000;
const penceInAPound = 100;

/**
 * What the likely hours of one child cost in a year, in whole pence (docs/methodology/cost-avoidance.md).
 *
 * Gross is rounded to whole pence, half up. Net is clipped at zero for this child, then rounded to whole pounds, half up, when
 * the card says so. Nothing else is rounded, here or later.
 *
 * @throws RangeError when the hours are not whole hundredths within a week or an amount cannot be exact.
 */
export function annualValue(rateCard: RateCardAmounts, weeklyHoursHundredths: number): AnnualValue {
  assertWeeklyHours(weeklyHoursHundredths);
  const fixedAnnualPence = rateCard.bands.find(
    (band) => band.weeklyHoursHundredths === weeklyHoursHundredths,
  )?.fixedAnnualPence;
  const grossPence =
    fixedAnnualPence ??
    divideHalfUp(rateCard.hourlyRatePence * weeklyHoursHundredths * rateCard.weeksTenths, unitsInAnHourWeek);
  const clippedPence = Math.max(0, grossPence - rateCard.schoolContributionPence);
  const netPence =
    rateCard.rounding === 'whole_pounds_half_up'
      ? divideHalfUp(clippedPence, penceInAPound) * penceInAPound
      : clippedPence;
  return { grossPence, netPence };
}
