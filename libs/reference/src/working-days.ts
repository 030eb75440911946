import { bankHolidaysOf } from './bank-holidays.js';
import { addDays, compareDates, dateParts, isoWeekday, type IsoDate } from './dates.js';

/** Whether a date is a working day in England: Monday to Friday and no bank holiday. */
export function isWorkingDay(date: IsoDate): boolean {
  return isoWeekday(date) <= 5 && !bankHolidaysOf(dateParts(date).year).includes(date);
}

/**
 * The date that lies so many working days after a date; the date itself is not counted, whether it is a working day or not.
 * Zero gives the date back.
 *
 * @throws RangeError when the number is negative or not whole.
 */
export function addWorkingDays(date: IsoDate, workingDays: number): IsoDate {
  return step(date, workingDays, 1);
}

/** The date that lies so many working days before a date; the counterpart of `addWorkingDays`. */
export function subtractWorkingDays(date: IsoDate, workingDays: number): IsoDate {
  return step(date, workingDays, -1);
}

/**
 * How many working days lie after the first date up to and including the second; negative, counted the other way round,
 * when the second is earlier. So `workingDaysBetween(d, addWorkingDays(d, n))` is n.
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  if (compareDates(from, to) > 0) return -workingDaysBetween(to, from);
  let count = 0;
  for (let date = from; date !== to;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) count += 1;
  }
  return count;
}

function step(date: IsoDate, workingDays: number, direction: 1 | -1): IsoDate {
  if (!Number.isSafeInteger(workingDays) || workingDays < 0) {
    throw new RangeError(`Not a number of working days: ${workingDays}`);
  }
  let result = date;
  for (let left = workingDays; left > 0;) {
    result = addDays(result, direction);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
}
