import { boldTextWidth, escapeXml, textWidth, wrapped } from './text.js';

describe('text in a chart', () => {
  it('cannot become markup', () => {
    expect(escapeXml(`<script>alert("x" & 'y')</script>`)).toBe(
      '&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;',
    );
  });

  it.each(['\u0000', '\u000B', '\uD800', '\uFFFE'])('holds nothing that XML forbids: %j', (character) => {
    expect(escapeXml(`a${character}b`)).toBe('a\uFFFDb');
  });

  it('keeps letters of other scripts and pictures', () => expect(escapeXml('Éva 😀 日本')).toBe('Éva 😀 日本'));

  // Widths that Chromium gives for DejaVu Sans at 16 px, plain and bold.
  it.each([
    ['Communication and interaction', 252.9, 284],
    ['Social, emotional and mental health', 289.8, 326.5],
    ['With consistent data, analysed', 247.1, 280.3],
    ['abcdefghijklmnopqrstuvwxyz', 234.3, 264.6],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 279.5, 314],
    ['£356,795.80', 101.8, 112.4],
    ['WWW', 47.5, 52.9],
  ])('is never measured narrower than browsers draw it: %s', (text, plain, bold) => {
    expect(textWidth(text)).toBeGreaterThanOrEqual(plain);
    expect(textWidth(text)).toBeLessThan(plain * 1.15);
    expect(boldTextWidth(text)).toBeGreaterThanOrEqual(bold);
  });

  it('breaks between words only', () => {
    expect(wrapped('Social, emotional and mental health', 165)).toEqual(['Social, emotional', 'and mental health']);
    expect(wrapped('Incomprehensibilities', 20)).toEqual(['Incomprehensibilities']);
    expect(wrapped('  ', 20)).toEqual([]);
  });
});
