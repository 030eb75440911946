import { codeLabel, type Code } from './codes.js';
import { academicYearStart, dateParts, type IsoDate } from './dates.js';

/**
 * National curriculum years. `number` is the age on 31 August before the school year minus 4, null where the code says nothing
 * about age. `M` of the census stands for a class and never for a pupil, so it is left out.
 */
export const NC_YEARS = [
  { code: 'E1', label: 'Early first year', number: -4 },
  { code: 'E2', label: 'Early second year', number: -3 },
  { code: 'N1', label: 'Nursery first year', number: -2 },
  { code: 'N2', label: 'Nursery second year', number: -1 },
  { code: 'R', label: 'Reception', number: 0 },
  { code: '1', label: 'Year 1', number: 1 },
  { code: '2', label: 'Year 2', number: 2 },
  { code: '3', label: 'Year 3', number: 3 },
  { code: '4', label: 'Year 4', number: 4 },
  { code: '5', label: 'Year 5', number: 5 },
  { code: '6', label: 'Year 6', number: 6 },
  { code: '7', label: 'Year 7', number: 7 },
  { code: '8', label: 'Year 8', number: 8 },
  { code: '9', label: 'Year 9', number: 9 },
  { code: '10', label: 'Year 10', number: 10 },
  { code: '11', label: 'Year 11', number: 11 },
  { code: '12', label: 'Year 12', number: 12 },
  { code: '13', label: 'Year 13', number: 13 },
  { code: '14', label: 'Year 14', number: 14 },
  { code: 'X', label: 'National curriculum not followed', number: null },
] as const satisfies readonly (Code & { readonly number: number | null })[];

export type NcYearCode = (typeof NC_YEARS)[number]['code'];

/**
 * The year that a child is in by age on a date, or null where no code fits (older than Year 14, not yet born). A child may
 * be taught out of cohort, so a recorded year wins over this one.
 */
export function ncYearFor(bornOn: IsoDate, onDate: IsoDate): NcYearCode | null {
  const born = dateParts(bornOn);
  const cohort = born.year + (born.month >= 9 ? 1 : 0);
  const number = academicYearStart(onDate) - cohort - 4;
  return NC_YEARS.find((year) => year.number === number)?.code ?? null;
}

/** Whether a text is an NC year code of a pupil. */
export function isNcYearCode(code: string): code is NcYearCode {
  return NC_YEARS.some((year) => year.code === code);
}

/** "Year 5", "Reception"; an unknown code is given back. */
export function ncYearLabel(code: string): string {
  return codeLabel(NC_YEARS, code);
}

/** The place of a year from youngest to oldest, for sorting; unknown codes and X come last. */
export function ncYearOrder(code: string): number {
  const index = NC_YEARS.findIndex((year) => year.code === code);
  return index < 0 ? NC_YEARS.length : index;
}
