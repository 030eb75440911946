import { addDays, dateFromParts, isoWeekday, type IsoDate } from './dates.js';

/**
 * Bank holidays of England and Wales as proclaimed, with substitute days. Source: the published list on GOV.UK
 * (bank-holidays.json) up to the year it covers, the Banking and Financial Dealings Act 1971 after that. Differences from the rule:
 * 8 May 2020 (VE Day) instead of 4 May; 2 and 3 June 2022 (Platinum Jubilee) instead of 30 May; 19 September 2022 (State
 * Funeral); 8 May 2023 (Coronation).
 */
export const BANK_HOLIDAYS: Readonly<Record<number, readonly IsoDate[]>> = {
  2019: days('2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26'),
  2020: days('2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28'),
  2021: days('2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28'),
  2022: days(
    '2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27',
  ),
  2023: days('2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26'),
  2024: days('2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26'),
  2025: days('2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26'),
  2026: days('2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28'),
  2027: days('2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28'),
  2028: days('2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26'),
};

function days(list: string): readonly IsoDate[] {
  return list.split(' ');
}

/**
 * The bank holidays of a year in England in date order: from the list, or by the standing rule for years that the list does not
 * cover, so that dates computed far ahead are right but for holidays nobody has proclaimed yet.
 */
export function bankHolidaysOf(year: number): readonly IsoDate[] {
  return BANK_HOLIDAYS[year] ?? bankHolidaysByRule(year);
}

/** New Year, Good Friday, Easter Monday, first and last Monday in May, last Monday in August, Christmas and Boxing Day. */
export function bankHolidaysByRule(year: number): readonly IsoDate[] {
  const easter = easterSunday(year);
  const christmas = date(year, 12, 25);
  const weekday = isoWeekday(christmas);
  // Each substitute is the next weekday that is not already a holiday: Friday 25 → Boxing Day on Monday 28; Saturday
  // 25 → 27 and 28; Sunday 25 → 26 stays and 27 stands for Christmas.
  const atChristmas =
    weekday === 5
      ? [christmas, date(year, 12, 28)]
      : weekday === 6
        ? [date(year, 12, 27), date(year, 12, 28)]
        : weekday === 7
          ? [date(year, 12, 26), date(year, 12, 27)]
          : [christmas, date(year, 12, 26)];
  return [
    weekdayOnOrAfter(date(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(date(year, 5, 1)),
    mondayOnOrAfter(date(year, 5, 25)),
    mondayOnOrAfter(date(year, 8, 25)),
    ...atChristmas,
  ].toSorted();
}

function weekdayOnOrAfter(day: IsoDate): IsoDate {
  const weekday = isoWeekday(day);
  return weekday <= 5 ? day : addDays(day, 8 - weekday);
}

function mondayOnOrAfter(day: IsoDate): IsoDate {
  return addDays(day, (8 - isoWeekday(day)) % 7);
}

/** Easter Sunday of the Gregorian calendar (the algorithm printed anonymously in Nature in 1876). */
function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const offset = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * offset) / 451);
  const sum = epact + offset - 7 * late + 114;
  return date(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function date(year: number, month: number, day: number): IsoDate {
  const result = dateFromParts(year, month, day);
  if (result === null) throw new RangeError(`No such day: ${year}-${month}-${day}`);
  return result;
}
