import { annualValue, type AnnualValue } from './annual-value.js';
import { type RateCardAmounts, type Rounding } from './rate-card.js';

/** Every step from hours to the annual value of one child, so that it can be shown line by line. All money in whole pence. */
export interface AnnualValueWorking extends AnnualValue {
  readonly weeklyHoursHundredths: number;
  readonly hourlyRatePence: number;
  /** Weeks a year in tenths: 380 is 38 weeks. */
  readonly weeksTenths: number;
  /** The gross amount is the band's fixed annual amount, not hours × rate × weeks. */
  readonly isFixedAmount: boolean;
  readonly schoolContributionPence: number;
  /** What the school pays of the gross amount: the contribution, but never more than the whole. */
  readonly paidBySchoolPence: number;
  /** Gross less what the school pays, before the rounding of the card. Never below zero. */
  readonly beforeRoundingPence: number;
  /** The school's contribution covers all of it, so the value is zero and not negative. */
  readonly isClipped: boolean;
  readonly rounding: Rounding;
}

/**
 * The working of `annualValue` for one child, with the same rounding in the same places (docs/methodology/cost-avoidance.md).
 *
 * @throws RangeError as `annualValue`.
 */
export function annualValueWorking(rateCard: RateCardAmounts, weeklyHoursHundredths: number): AnnualValueWorking {
  const { grossPence, netPence } = annualValue(rateCard, weeklyHoursHundredths);
  const { hourlyRatePence, weeksTenths, schoolContributionPence, rounding, bands } = rateCard;
  const band = bands.find((each) => each.weeklyHoursHundredths === weeklyHoursHundredths);
  const paidBySchoolPence = Math.min(grossPence, schoolContributionPence);
  return {
    weeklyHoursHundredths,
    hourlyRatePence,
    weeksTenths,
    isFixedAmount: (band?.fixedAnnualPence ?? null) !== null,
    grossPence,
    schoolContributionPence,
    paidBySchoolPence,
    beforeRoundingPence: grossPence - paidBySchoolPence,
    isClipped: schoolContributionPence > grossPence,
    rounding,
    netPence,
  };
}
