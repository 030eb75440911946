import { assertPence, sumPence } from '@panel/money';

import { annualValue } from '../annual-value.js';
import { assertRateCard, type RateCardAmounts, type Rounding } from '../rate-card.js';

/** Children of the published cohort with the same weekly hours. */
export interface StatedBand {
  readonly weeklyHoursHundredths: number;
  readonly children: number;
  /** The stated gross amount of a year, where it is not rate × hours × weeks. */
  readonly fixedAnnualPence: number | null;
}

/** The inputs that stand beside a published total. */
export interface StatedInputs {
  readonly hourlyRatePence: number;
  readonly weeksTenths: number;
  readonly schoolContributionPence: number;
  readonly rounding: Rounding;
  readonly bands: readonly StatedBand[];
}

/** @throws RangeError when an input is negative, not whole or too large. */
export function assertStatedInputs(stated: StatedInputs): void {
  assertRateCard(stated);
  for (const { children } of stated.bands) {
    if (!Number.isSafeInteger(children) || children < 0) throw new RangeError(`Not a number of children: ${children}`);
  }
}

/** The total that inputs give, in whole pence. */
export function totalPence(inputs: StatedInputs): number {
  return sumPence(inputs.bands.map((band) => bandTotalPence(inputs, band)));
}

/** A band's part of the total, with its own fixed amount: a band moved to another's hours keeps its own price. */
export function bandTotalPence(amounts: RateCardAmounts, band: StatedBand): number {
  const { netPence } = bandValue(amounts, band);
  return assertPence(band.children * netPence);
}

/** What a year of a band's hours costs for one child, gross and net, in whole pence. */
export function bandValue(amounts: RateCardAmounts, band: StatedBand): { grossPence: number; netPence: number } {
  return annualValue({ ...amounts, bands: [band] }, band.weeklyHoursHundredths);
}
