/** Excel reads a CSV file as UTF-8 only when it begins with this mark. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180). A cell that a spreadsheet would run as a formula (it begins with `= + - @`, a tab or a
 * carriage return) gets an apostrophe before it; a plain number, also a negative one, stays as it is.
 */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
