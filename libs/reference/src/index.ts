export {
  academicYearStart,
  addDays,
  addMonths,
  addWeeks,
  ageInYears,
  compareDates,
  dateFromParts,
  dateParts,
  dayNumber,
  dateOfDayNumber,
  daysBetween,
  daysInMonth,
  formatDate,
  isIsoDate,
  isoWeekday,
  type DateParts,
  type IsoDate,
} from './dates.js';
export { readTypedDate, type DatePartName, type TypedDate } from './typed-date.js';
export { BANK_HOLIDAYS, bankHolidaysByRule, bankHolidaysOf } from './bank-holidays.js';
export { addWorkingDays, isWorkingDay, subtractWorkingDays, workingDaysBetween } from './working-days.js';
export { checkUpn, normaliseUpn, UPN_CHECK_LETTERS, upnCheckLetter, type UpnCheck, type UpnProblem } from './upn.js';
export { type SdqBand, type SdqBanding, SDQ_TOTAL_BANDINGS, sdqTotalBand } from './sdq-bands.js';
export { UPN_LA_CODES } from './upn-la-codes.js';
export { isNcYearCode, NC_YEARS, ncYearFor, ncYearLabel, ncYearOrder, type NcYearCode } from './nc-year.js';
export { codeLabel, findCode, isCodeValidOn, type Code } from './codes.js';
export {
  BROAD_AREAS_OF_NEED,
  broadAreaOfNeed,
  isSenTypeAllowedWith,
  isSenTypeCode,
  SEN_TYPES,
  senTypeLabel,
  type BroadAreaOfNeed,
  type SenTypeCode,
} from './sen-types.js';
export { ETHNICITIES } from './ethnicities.js';
export { LANGUAGES } from './languages.js';
export {
  ethnicityLabel,
  GIAS_PHASES,
  giasPhaseLabel,
  isSchoolPhaseCode,
  isSenProvisionCode,
  isSexCode,
  languageLabel,
  SCHOOL_PHASES,
  schoolPhaseLabel,
  SEN_PROVISIONS,
  senProvisionLabel,
  SEXES,
  sexLabel,
  type GiasPhaseCode,
  type SchoolPhaseCode,
  type SenProvisionCode,
  type SexCode,
} from './code-sets.js';
export {
  GIAS_LINK_COLUMNS,
  GIAS_OPTIONAL_COLUMNS,
  GIAS_REQUIRED_COLUMNS,
  readGiasHeader,
  type GiasColumn,
  type GiasHeader,
  type GiasHeaderProblem,
} from './gias-columns.js';
export {
  giasCell,
  laestab,
  readGiasDate,
  readGiasSchool,
  REGISTER_PHASES,
  registerPhase,
  SCHOOL_STATUSES,
  type GiasCellError,
  type GiasSchoolRow,
  type RegisterPhase,
  type RegisterSchool,
  type SchoolStatus,
} from './gias-schools.js';
export { readGiasLink, type RegisterLink } from './gias-links.js';
export { contrastWithWhite, isHexColour, LEAST_TEXT_CONTRAST } from './colours.js';
