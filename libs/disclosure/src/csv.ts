/** Excel reads a CSV file as UTF-8 only when it begins with this mark. */
const byteOrderMark = '\uFEFF';

/**
 * What makes a spreadsheet read a cell as a formula: one of `= + - @` (also in their wide East Asian forms) as its first
 * visible character, or a tab, a line break or NUL at its beginning, which some programs drop before they look.
 */
// eslint-disable-next-line no-control-regex -- the control characters are the point
const formula = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n\u0000]/;
const plainNumber = /^-?\d+(\.\d+)?$/;
/** Also what separates cells in the spreadsheets of other countries, so that nothing splits there either. */
const mustBeQuoted = /[",;\t\r\n]/;

/**
 * A whole table as CSV (RFC 4180). Every export of the product goes through here, so that no cell that somebody typed runs
 * as a formula on the machine of somebody else: such a cell gets an apostrophe before it. A plain number, also a negative
 * one, stays as it is.
 */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${csvHeading(header)}${rows.map(csvLine).join('')}`;
}

/** The beginning of a file that is written line by line. */
export function csvHeading(header: readonly string[]): string {
  return `${byteOrderMark}${csvLine(header)}`;
}

/** One line with its end, of a file that is written line by line. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return mustBeQuoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
