import { csvText } from './index.js';

describe('a CSV file', () => {
  it('quotes what needs it and ends lines as Excel expects', () => {
    expect(csvText(['a', 'b'], [['x,y', 'say "hi"']])).toBe('\uFEFFa,b\r\n"x,y","say ""hi"""\r\n');
  });

  it.each(['=1+1', '+44', '-x', '@cmd', '\tx', '\rx'])('never gives a spreadsheet the formula %j', (cell) => {
    expect(csvText([cell], [])).toMatch(/^\uFEFF"?'/);
  });

  it.each(['-5', '-5.25', '12'])('leaves the number %s a number', (cell) => {
    expect(csvText([cell], [])).toBe(`\uFEFF${cell}\r\n`);
  });
});
