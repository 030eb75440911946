import { type GiasColumn, type GiasHeader } from './gias-columns.js';
import { dateFromParts, type IsoDate } from './dates.js';

/** The phases by which we sort schools; the register knows special schools and alternative provision by their type only. */
export const REGISTER_PHASES = [
  { code: 'nursery', label: 'Nursery' },
  { code: 'primary', label: 'Primary' },
  { code: 'secondary', label: 'Secondary' },
  { code: 'all_through', label: 'All-through' },
  { code: 'sixteen_plus', label: '16 plus' },
  { code: 'special', label: 'Special' },
  { code: 'alternative_provision', label: 'Alternative provision' },
  { code: 'not_applicable', label: 'Not applicable' },
] as const;
export type RegisterPhase = (typeof REGISTER_PHASES)[number]['code'];

export const SCHOOL_STATUSES = [
  { code: 'open', label: 'Open' },
  { code: 'closed', label: 'Closed' },
  { code: 'proposed_to_close', label: 'Open, but proposed to close' },
  { code: 'proposed_to_open', label: 'Proposed to open' },
] as const;
export type SchoolStatus = (typeof SCHOOL_STATUSES)[number]['code'];

/** A school as the national register has it. */
export interface RegisterSchool {
  readonly urn: string;
  readonly laCode: string;
  /** Four digits; null for schools that have none, such as some proposed ones. */
  readonly establishmentNumber: string | null;
  readonly name: string;
  readonly typeCode: string;
  readonly typeName: string;
  readonly phase: RegisterPhase;
  readonly status: SchoolStatus;
  readonly openedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly street: string;
  readonly town: string;
  readonly postcode: string;
  readonly headTeacher: string;
  readonly trustUid: string | null;
  readonly trustName: string | null;
}

/** What is wrong with a cell, in words for the person who has the file. */
export interface GiasCellError {
  readonly column: GiasColumn;
  readonly message: string;
}

export type GiasSchoolRow =
  | { readonly isGood: true; readonly school: RegisterSchool }
  | { readonly isGood: false; readonly urn: string; readonly name: string; readonly errors: readonly GiasCellError[] };

const specialTypes: ReadonlySet<string> = new Set(['07', '08', '10', '12', '33', '36', '44']);
const alternativeTypes: ReadonlySet<string> = new Set(['14', '38', '42', '43']);

const phasesByCode: Readonly<Record<string, RegisterPhase>> = {
  '0': 'not_applicable',
  '1': 'nursery',
  '2': 'primary',
  '3': 'primary',
  '4': 'secondary',
  '5': 'secondary',
  '6': 'sixteen_plus',
  '7': 'all_through',
};

/** Our phase of a school: by its type where that says special or alternative provision, else by the register's phase; null if unknown. */
export function registerPhase(phaseCode: string, typeCode: string): RegisterPhase | null {
  if (specialTypes.has(typeCode)) return 'special';
  if (alternativeTypes.has(typeCode)) return 'alternative_provision';
  return phasesByCode[phaseCode] ?? null;
}

/** The LAESTAB number as people write it, "857/2001"; null where the school has no establishment number. */
export function laestab(laCode: string | null, establishmentNumber: string | null): string | null {
  return laCode === null || establishmentNumber === null ? null : `${laCode}/${establishmentNumber}`;
}

/** A date of the register: dd-MM-yyyy, also with slashes. Empty is null; what is no date is undefined. */
export function readGiasDate(text: string): IsoDate | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(trimmed);
  if (!match) return undefined;
  return dateFromParts(Number(match[3]), Number(match[2]), Number(match[1])) ?? undefined;
}

/** The text of a cell, trimmed; `''` where the file has no such column. */
export function giasCell(header: GiasHeader, cells: readonly string[], column: GiasColumn): string {
  const place = header.get(column);
  return place === undefined ? '' : (cells[place] ?? '').trim();
}

/** Reads a row of the extract: the school, or everything that is wrong with its cells. */
export function readGiasSchool(header: GiasHeader, cells: readonly string[]): GiasSchoolRow {
  const cell = (column: GiasColumn): string => giasCell(header, cells, column);
  const errors: GiasCellError[] = [];
  const fail = (column: GiasColumn, message: string): void => void errors.push({ column, message });

  const urn = cell('URN');
  if (!/^\d{6}$/.test(urn)) fail('URN', 'URN must be 6 digits');
  const laCode = cell('LA (code)');
  if (!/^\d{3}$/.test(laCode)) fail('LA (code)', 'LA (code) must be 3 digits');
  const name = cell('EstablishmentName');
  if (name === '') fail('EstablishmentName', 'EstablishmentName must not be empty');
  if (name.length > 200) fail('EstablishmentName', 'EstablishmentName must be 200 characters or fewer');
  const number = cell('EstablishmentNumber');
  if (!/^(\d{1,4})?$/.test(number)) fail('EstablishmentNumber', 'EstablishmentNumber must be up to 4 digits');
  const typeCode = cell('TypeOfEstablishment (code)');
  if (!/^\d{1,2}$/.test(typeCode))
    fail('TypeOfEstablishment (code)', 'TypeOfEstablishment (code) must be 1 or 2 digits');
  const type = typeCode.padStart(2, '0');
  const phase = registerPhase(cell('PhaseOfEducation (code)') || '0', type);
  if (phase === null) fail('PhaseOfEducation (code)', 'PhaseOfEducation (code) must be a number from 0 to 7');
  const statusName = cell('EstablishmentStatus (name)').toLowerCase();
  const status = SCHOOL_STATUSES.find(({ label }) => label.toLowerCase() === statusName)?.code ?? null;
  if (status === null) {
    const labels = SCHOOL_STATUSES.map(({ label }) => `“${label}”`).join(', ');
    fail('EstablishmentStatus (name)', `EstablishmentStatus (name) must be one of ${labels}`);
  }
  const openedOn = dateOf(cell, fail, 'OpenDate');
  const closedOn = dateOf(cell, fail, 'CloseDate');
  if (openedOn !== null && closedOn !== null && closedOn < openedOn) {
    fail('CloseDate', 'CloseDate must not be before OpenDate');
  }
  const lowAge = ageOf(cell, fail, 'StatutoryLowAge');
  const highAge = ageOf(cell, fail, 'StatutoryHighAge');
  const trustUid = cell('Trusts (code)');
  if (!/^\d{0,10}$/.test(trustUid)) fail('Trusts (code)', 'Trusts (code) must be digits');
  if (errors.length > 0 || phase === null || status === null) return { isGood: false, urn, name, errors };

  const school = {
    ...{ urn, laCode, name, phase, status, openedOn, closedOn, lowAge, highAge },
    establishmentNumber: number === '' ? null : number.padStart(4, '0'),
    typeCode: type,
    typeName: cell('TypeOfEstablishment (name)').slice(0, 200),
    street: cell('Street').slice(0, 200),
    town: cell('Town').slice(0, 200),
    postcode: cell('Postcode').slice(0, 10),
    headTeacher: [cell('HeadTitle (name)'), cell('HeadFirstName'), cell('HeadLastName')]
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, 200),
    trustUid: trustUid === '' ? null : trustUid,
    trustName: trustUid === '' ? null : cell('Trusts (name)').slice(0, 200) || `Trust ${trustUid}`,
  };
  return { isGood: true, school };
}

type Cell = (column: GiasColumn) => string;
type Fail = (column: GiasColumn, message: string) => void;

function dateOf(cell: Cell, fail: Fail, column: 'OpenDate' | 'CloseDate'): IsoDate | null {
  const date = readGiasDate(cell(column));
  if (date === undefined) fail(column, `${column} must be a real date in the form DD-MM-YYYY`);
  return date ?? null;
}

function ageOf(cell: Cell, fail: Fail, column: 'StatutoryLowAge' | 'StatutoryHighAge'): number | null {
  const text = cell(column);
  if (text === '') return null;
  if (!/^\d{1,2}$/.test(text)) fail(column, `${column} must be a whole number of years`);
  return Number(text);
}
