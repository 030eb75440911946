import { csvRows, decodeCsv, toCsvLine } from './csv-file.js';

/** Lines handed on together. */
const linesAtOnce = 500;

/**
 * The table as it was uploaded, with a last column "Errors". In UTF-8 with its mark, so that Excel shows accents. Cells that
 * a spreadsheet would calculate are made harmless.
 */
export async function* errorsCopy(bytes: Buffer, errors: ReadonlyMap<number, string>): AsyncGenerator<string> {
  const decoded = decodeCsv(bytes);
  if ('problem' in decoded) return;
  let lines = '\uFEFF';
  let count = 0;
  for await (const { number, cells } of csvRows(decoded.text.replace(/^\uFEFF/, ''))) {
    lines += toCsvLine([...cells, number === 1 ? 'Errors' : (errors.get(number) ?? '')]);
    count += 1;
    if (count % linesAtOnce !== 0) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
