import fc from 'fast-check';

import { csvHeading, csvLine, csvText } from './index.js';

/** Reads CSV as RFC 4180 says, knowing nothing of how ours is written. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (text[at] === undefined) throw new Error('a quoted cell does not end');
        if (text[at] === '"') at += 1;
        cell += text[at];
        at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n') cell += text[at++];
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither a comma nor the end of a line at ${at}`);
  }
  return rows;
}

const dangerous = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t',
  '\r',
  '\n',
  '\u0000',
  ' ',
  "'",
  '"',
  ';',
  ',',
);
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(dangerous, fc.string()).map(([first, rest]) => first + rest),
  fc.tuple(dangerous, dangerous, fc.string()).map((parts) => parts.join('')),
  fc.constantFrom('=cmd|" /C calc"!A0', '-1+1', '-5', '-5.25', '12', '', ' =1+1', '+44 20 7946 0000', '@SUM(A1)'),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

describe('a table written as CSV', () => {
  it('is read back cell by cell, each as it was or with an apostrophe before it', () => {
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        const back = read(csvText(header, rows));
        expect(back).toHaveLength(rows.length + 1);
        [header, ...rows].forEach((cells, r) => {
          expect(back[r]).toHaveLength(cells.length);
          cells.forEach((original, c) => expect([original, `'${original}`]).toContain(back[r]?.[c]));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('has no cell that a spreadsheet runs, and no number that has become text', () => {
    fc.assert(
      fc.property(cell, (original) => {
        const [[back = ''] = []] = read(csvText([original], []));
        if (/^-?\d+(\.\d+)?$/.test(original)) expect(back).toBe(original);
        else expect(back.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        // eslint-disable-next-line no-control-regex -- the control characters are the point
        expect(back).not.toMatch(/^[\t\r\n\u0000]/);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same text when it is written line by line', () => {
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        expect([csvHeading(header), ...rows.map(csvLine)].join('')).toBe(csvText(header, rows));
      }),
    );
  });
});
