/** Whether each child's net amount is rounded to whole pounds (half up) before the sum. */
export type Rounding = 'none' | 'whole_pounds_half_up';

/** A number of weekly hours that plans usually name. */
export interface RateBand {
  /** Hours a week in hundredths: 3250 is 32.5 hours. */
  readonly weeklyHoursHundredths: number;
  /** A year's gross amount for these hours that replaces rate × hours × weeks, or null. */
  readonly fixedAnnualPence: number | null;
}

export interface RateCard {
  readonly startsOn: string;
  /** The last day it is in force, or null when no end is set. */
  readonly endsOn: string | null;
  readonly hourlyRatePence: number;
  /** Paid weeks a year in tenths: 380 is 38 weeks. */
  readonly weeksTenths: number;
  /** What the school pays for a pupil each year before the authority does. */
  readonly schoolContributionPence: number;
  readonly rounding: Rounding;
  readonly bands: readonly RateBand[];
}

/** The part of a rate card that decides amounts. */
export type RateCardAmounts = Pick<
  RateCard,
  'hourlyRatePence' | 'weeksTenths' | 'schoolContributionPence' | 'rounding' | 'bands'
>;

/** There are no more hours than this in a week, in hundredths. */
export const MAX_WEEKLY_HOURS_HUNDREDTHS = 16_800;

/**
 * The card in force on a day ('YYYY-MM-DD'; first and last day included): where several are, the one that started last, so
 * that a new card takes over without the old one being ended. Null when none is.
 */
export function rateCardInForce<Card extends Pick<RateCard, 'startsOn' | 'endsOn'>>(
  cards: readonly Card[],
  day: string,
): Card | null {
  let found: Card | null = null;
  for (const card of cards) {
    const isInForce = card.startsOn <= day && (card.endsOn === null || day <= card.endsOn);
    if (isInForce && (found === null || card.startsOn > found.startsOn)) found = card;
  }
  return found;
}

/**
 * Checks a card once, so that no calculation with it can lose a penny: every amount a whole number, and the largest product of
 * rate, hours and weeks below 2^53 with room for the changes that `reconcile` tries.
 *
 * @throws RangeError when an amount is negative, not whole or too large.
 */
export function assertRateCard(card: RateCardAmounts): void {
  assertCount(card.hourlyRatePence, 'hourly rate');
  assertCount(card.weeksTenths, 'weeks');
  assertCount(card.schoolContributionPence, 'school contribution');
  for (const band of card.bands) {
    assertWeeklyHours(band.weeklyHoursHundredths);
    if (band.fixedAnnualPence !== null) assertCount(band.fixedAnnualPence, 'fixed annual amount');
  }
  const largestProduct = card.hourlyRatePence * MAX_WEEKLY_HOURS_HUNDREDTHS * card.weeksTenths;
  if (!Number.isSafeInteger(2 * largestProduct)) throw new RangeError('The rate and weeks are too large to be exact');
}

/** @throws RangeError when the hours are not whole hundredths between 0 and a whole week. */
export function assertWeeklyHours(weeklyHoursHundredths: number): void {
  if (
    !Number.isInteger(weeklyHoursHundredths) ||
    weeklyHoursHundredths < 0 ||
    weeklyHoursHundredths > MAX_WEEKLY_HOURS_HUNDREDTHS
  ) {
    throw new RangeError(`Not hundredths of weekly hours: ${weeklyHoursHundredths}`);
  }
}

function assertCount(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not a usable ${name}: ${value}`);
}
