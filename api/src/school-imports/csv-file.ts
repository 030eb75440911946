import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

export type TextEncodingName = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** Why bytes are no table of text. */
export type CsvProblem =
  | { readonly code: 'file_empty' }
  | { readonly code: 'file_is_spreadsheet' }
  | { readonly code: 'file_not_text' }
  | { readonly code: 'csv_broken'; readonly row: number };

/**
 * The text of a file. The register writes Windows-1252; what has been through other programs is often UTF-8. Bytes that are
 * valid UTF-8 are taken for that: accented letters of Windows-1252 hardly ever are.
 */
export function decodeCsv(bytes: Buffer): { text: string; encoding: TextEncodingName } | { problem: CsvProblem } {
  if (bytes.length === 0) return { problem: { code: 'file_empty' } };
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    return { problem: { code: 'file_is_spreadsheet' } };
  }
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding: TextEncodingName =
    mark === 'fffe' || mark === 'feff' ? 'UTF-16' : isUtf8(bytes) ? 'UTF-8' : 'Windows-1252';
  const label = encoding === 'UTF-16' ? (mark === 'fffe' ? 'utf-16le' : 'utf-16be') : encoding;
  const text = new TextDecoder(label).decode(bytes);
  if (text.trim() === '') return { problem: { code: 'file_empty' } };
  return text.includes('\u0000') ? { problem: { code: 'file_not_text' } } : { text, encoding };
}

/** Letters given to the parser at once: between two pieces others may work, and a cancellation is noticed. */
const pieceLength = 64 * 1024;

/** A row of cells with its number as Excel has it. Empty lines count, but are left out. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows of a table, one by one. Throws `CsvBroken` where a quotation mark is never closed. */
export async function* csvRows(text: string): AsyncGenerator<CsvRow> {
  const parser = Readable.from(pieces(text)).pipe(
    parse({ relax_column_count: true, skip_empty_lines: false, max_record_size: 1_000_000 }),
  );
  let number = 0;
  try {
    for await (const record of parser) {
      const cells = cellsOf(record);
      number += 1;
      if (cells.length > 1 || cells[0]?.trim() !== '') yield { number, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvBroken(number + 1);
    throw error; // of the worker, not of the file
  } finally {
    parser.destroy();
  }
}

function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += pieceLength) yield text.slice(start, start + pieceLength);
}

function cellsOf(record: unknown): readonly string[] {
  if (!Array.isArray(record)) throw new TypeError('a row of a table is a list of cells');
  return record.map(String);
}

export class CsvBroken extends Error {
  constructor(readonly row: number) {
    super(`the table is broken in row ${row}`);
  }
}

/**
 * A row as CSV. Spreadsheets calculate what begins like a formula, so such a cell gets an apostrophe before it; quotation
 * marks alone do not keep them from it.
 */
export function toCsvLine(cells: readonly string[]): string {
  const line = cells.map((cell) => {
    const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  });
  return `${line.join(',')}\r\n`;
}
