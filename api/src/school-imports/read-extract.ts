import {
  GIAS_LINK_COLUMNS,
  GIAS_OPTIONAL_COLUMNS,
  GIAS_REQUIRED_COLUMNS,
  type GiasCellError,
  type GiasColumn,
  giasCell,
  type GiasHeader,
  type GiasHeaderProblem,
  readGiasHeader,
  readGiasLink,
  readGiasSchool,
  type RegisterLink,
  type RegisterSchool,
} from '@panel/reference';

import { CsvBroken, csvRows, type CsvProblem, decodeCsv, type TextEncodingName } from './csv-file.js';

export const SCHOOL_ROWS_MAX = 200_000;
const rowsNamed = 10;

/** Why a file cannot be read as what it should be. One class at a time: one cause often brings the others. */
export type ExtractProblem =
  | CsvProblem
  | GiasHeaderProblem
  | { readonly code: 'rows_missing' }
  | { readonly code: 'rows_too_many' }
  | { readonly code: 'row_lengths'; readonly rows: readonly number[]; readonly more: number }
  | { readonly code: 'rows_of_other_authorities' };

export interface ExtractRow {
  readonly number: number;
  readonly school: RegisterSchool;
}

export interface WrongExtractRow {
  readonly number: number;
  readonly urn: string;
  readonly name: string;
  readonly errors: readonly GiasCellError[];
}

export interface Extract {
  readonly encoding: TextEncodingName;
  readonly rows: number;
  readonly skipped: number;
  readonly schools: readonly ExtractRow[];
  readonly wrong: readonly WrongExtractRow[];
}

/** Told from time to time how far it is; false ends the work. */
export type OnProgress = (done: number, total: number) => Promise<boolean>;

const stepRows = 2_000;

interface Table {
  readonly header: GiasHeader;
  readonly encoding: TextEncodingName;
  /** Calls `onRow` for each row under the header. */
  each(onRow: (number: number, cells: readonly string[]) => void): Promise<ExtractProblem | 'cancelled' | null>;
}

/** Reads an extract: the schools of these authorities (none: of all), and what is wrong with the others' rows. */
export async function readExtract(
  bytes: Buffer,
  laCodes: readonly string[],
  onProgress: OnProgress,
): Promise<Extract | { readonly problem: ExtractProblem } | 'cancelled'> {
  const opened = await openTable(bytes, GIAS_REQUIRED_COLUMNS, GIAS_OPTIONAL_COLUMNS, onProgress);
  if ('problem' in opened) return opened;
  const { header, encoding } = opened;
  const wanted = new Set(laCodes);
  const [schools, wrong]: [ExtractRow[], WrongExtractRow[]] = [[], []];
  const firstRows = new Map<string, number>();
  let [rows, skipped] = [0, 0];
  const ended = await opened.each((number, cells) => {
    rows += 1;
    if (wanted.size > 0 && !wanted.has(giasCell(header, cells, 'LA (code)'))) {
      skipped += 1;
      return;
    }
    const read = readGiasSchool(header, cells);
    if (!read.isGood) {
      wrong.push({ number, urn: read.urn.slice(0, 100), name: read.name.slice(0, 500), errors: read.errors });
      return;
    }
    const { urn, name } = read.school;
    const first = firstRows.get(urn);
    if (first === undefined) {
      firstRows.set(urn, number);
      schools.push({ number, school: read.school });
    } else {
      const errors = [{ column: 'URN', message: `URN ${urn} is in row ${first} already` } as const];
      wrong.push({ number, urn, name, errors });
    }
  });
  if (ended === 'cancelled') return ended;
  if (ended) return { problem: ended };
  if (schools.length + wrong.length === 0) return { problem: { code: 'rows_of_other_authorities' } };
  return { encoding, rows, skipped, schools, wrong };
}

/** Reads the file of links; each link once. */
export async function readLinks(
  bytes: Buffer,
): Promise<readonly RegisterLink[] | { readonly problem: ExtractProblem }> {
  const opened = await openTable(bytes, GIAS_LINK_COLUMNS, [], async () => true);
  if ('problem' in opened) return opened;
  const links = new Map<string, RegisterLink>();
  const problem = await opened.each((_number, cells) => {
    const link = readGiasLink(opened.header, cells);
    if (link) links.set(`${link.predecessorUrn} ${link.successorUrn}`, link);
  });
  return problem === null || problem === 'cancelled' ? [...links.values()] : { problem };
}

async function openTable(
  bytes: Buffer,
  required: readonly GiasColumn[],
  optional: readonly GiasColumn[],
  onProgress: OnProgress,
): Promise<Table | { readonly problem: ExtractProblem }> {
  const decoded = decodeCsv(bytes);
  if ('problem' in decoded) return decoded;
  const text = decoded.text.replace(/^\uFEFF/, '');
  const first = await firstRow(text);
  if ('problem' in first) return first;
  const read = readGiasHeader(first.cells, required, optional);
  if ('problem' in read) return read;
  const total = countLines(text) - 1;
  return {
    header: read.header,
    encoding: decoded.encoding,
    each: (onRow) => eachRow(text, { width: first.cells.length, total }, onRow, onProgress),
  };
}

async function eachRow(
  text: string,
  { width, total }: { readonly width: number; readonly total: number },
  onRow: (number: number, cells: readonly string[]) => void,
  onProgress: OnProgress,
): Promise<ExtractProblem | 'cancelled' | null> {
  const otherLengths: number[] = [];
  let rows = -1;
  try {
    for await (const { number, cells } of csvRows(text)) {
      rows += 1;
      if (rows === 0) continue; // the header
      if (rows > SCHOOL_ROWS_MAX) return { code: 'rows_too_many' };
      if (cells.length !== width) otherLengths.push(number);
      else if (otherLengths.length === 0) onRow(number, cells);
      if (rows % stepRows === 0 && !(await onProgress(rows, Math.max(rows, total)))) return 'cancelled';
    }
  } catch (error) {
    if (error instanceof CsvBroken) return { code: 'csv_broken', row: error.row };
    throw error; // of the worker, not of the file
  }
  if (rows < 1) return { code: 'rows_missing' };
  if (otherLengths.length > 0) {
    return {
      code: 'row_lengths',
      rows: otherLengths.slice(0, rowsNamed),
      more: Math.max(0, otherLengths.length - rowsNamed),
    };
  }
  return (await onProgress(rows, rows)) ? null : 'cancelled';
}

async function firstRow(
  text: string,
): Promise<{ readonly cells: readonly string[] } | { readonly problem: ExtractProblem }> {
  try {
    for await (const row of csvRows(text)) return row;
  } catch (error) {
    if (error instanceof CsvBroken) return { problem: { code: 'csv_broken', row: error.row } };
    throw error; // of the worker, not of the file
  }
  return { problem: { code: 'file_empty' } };
}

function countLines(text: string): number {
  let count = text.endsWith('\n') ? 0 : 1;
  for (let place = text.indexOf('\n'); place >= 0; place = text.indexOf('\n', place + 1)) count += 1;
  return count;
}
