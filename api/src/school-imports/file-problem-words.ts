import type { StoredFileProblem } from './school-imports.repository.js';
import type { ExtractProblem } from './read-extract.js';

/** What is wrong with a file as a whole, in words that say what to do. */
export function fileProblemInWords(problem: ExtractProblem, file: 'extract' | 'links'): StoredFileProblem {
  const { message, details } = words(problem);
  return { code: problem.code, message: file === 'links' ? `In the file of links: ${message}` : message, details };
}

function words(problem: ExtractProblem): { readonly message: string; readonly details: readonly string[] } {
  switch (problem.code) {
    case 'file_empty':
      return { message: 'The file is empty. Download the extract again.', details: [] };
    case 'file_is_spreadsheet':
      return {
        message: 'The file is an Excel workbook. Save it as CSV, or upload the file that the register gave.',
        details: [],
      };
    case 'file_not_text':
      return { message: 'The file is not a table of text. Upload the CSV that the register gave.', details: [] };
    case 'csv_broken':
      return {
        message: 'A quotation mark in the file is never closed, so its rows cannot be told apart.',
        details: [`It begins in or before row ${problem.row}`],
      };
    case 'columns_missing':
      return {
        message: 'The file does not have these columns. Upload the extract with all fields, with its first row.',
        details: problem.columns,
      };
    case 'columns_repeated':
      return { message: 'The file has these columns more than once. Leave each once.', details: problem.columns };
    case 'rows_missing':
      return { message: 'The file has a header and no rows under it.', details: [] };
    case 'rows_too_many':
      return {
        message: 'The file has more rows than all schools of England. Upload the extract of schools.',
        details: [],
      };
    case 'row_lengths':
      return {
        message:
          'These rows have more or fewer cells than the header. A comma or a quotation mark may be in the wrong place.',
        details: [
          ...problem.rows.map((row) => `Row ${row}`),
          ...(problem.more > 0 ? [`and ${problem.more} more`] : []),
        ],
      };
    case 'rows_of_other_authorities':
      return { message: 'No row of the file is of these local authorities. Check the codes.', details: [] };
  }
}
