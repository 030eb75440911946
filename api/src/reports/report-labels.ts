import {
  isNcYearCode,
  isSenTypeCode,
  isSexCode,
  ncYearLabel as labelOfYear,
  senTypeLabel as labelOfNeed,
  sexLabel as labelOfSex,
} from '@panel/reference';

export { formatDate } from '@panel/reference';

/* Labels of codes as the database holds them; an unknown code is shown as it is rather than hidden. */

export const sexLabel = (code: string): string => (isSexCode(code) ? labelOfSex(code) : code);

export const ncYearLabel = (code: string): string => (isNcYearCode(code) ? labelOfYear(code) : code);

export const senTypeLabel = (code: string): string => (isSenTypeCode(code) ? labelOfNeed(code) : code);

const phases: Readonly<Record<string, string>> = {
  primary: 'Primary schools',
  secondary: 'Secondary schools',
  all_through: 'All-through schools',
  special: 'Special schools',
  nursery: 'Nursery schools',
  sixteen_plus: 'Schools for 16 and over',
  alternative_provision: 'Alternative provision',
  not_applicable: 'Other schools',
};

export const schoolPhaseName = (code: string): string => phases[code] ?? code;
