/**
 * Weekly hours of teaching-assistant support in hundredths of an hour (32.5 hours are 3250), so that hours are multiplied
 * exactly. At most two decimals exist.
 */
export type HoursHundredths = number;

/** The most hours a week that can be entered: a school week has fewer, so more is a slip. */
export const MAX_WEEKLY_HOURS_HUNDREDTHS: HoursHundredths = 4000;

/** The hours that the councils' formula knows, besides none. */
export const USUAL_WEEKLY_HOURS_HUNDREDTHS: readonly HoursHundredths[] = [2500, 3250];

const DECIMAL = /^(\d{1,6})(?:\.(\d{1,2}))?$/;

/**
 * Reads hours a week, typed or as a number, exactly: "32.5" and 32.5 are 3250.
 *
 * @returns the hours in hundredths, or null when it is no decimal of at most two places, or is negative.
 */
export function toHoursHundredths(hours: string | number): HoursHundredths | null {
  // The shortest decimal text of a number is what was meant by it; 32.55 * 100 would be 3254.9999….
  const match = DECIMAL.exec(typeof hours === 'number' ? String(hours) : hours.trim());
  if (match === null) return null;
  const [, whole = '', decimals = ''] = match;
  return Number(whole + decimals.padEnd(2, '0'));
}

/**
 * Hours as the decimal number that the contract carries: 3250 is 32.5.
 *
 * @throws RangeError when the hundredths are negative or not whole.
 */
export function fromHoursHundredths(hundredths: HoursHundredths): number {
  if (!Number.isSafeInteger(hundredths) || hundredths < 0) throw new RangeError(`Not hours: ${hundredths} hundredths`);
  return hundredths / 100;
}

/** Hours as people read them: "None", "1 hour", "32.5 hours". */
export function formatWeeklyHours(hundredths: HoursHundredths): string {
  if (hundredths === 0) return 'None';
  const hours = fromHoursHundredths(hundredths);
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
