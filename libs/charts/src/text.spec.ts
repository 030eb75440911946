import { escapeXml, textWidth, wrapped } from './text.js';

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

  it('is never measured narrower than Arial draws it', () => {
    // Widths of Arial at 16 px.
    expect(textWidth('Communication and interaction')).toBeGreaterThanOrEqual(203);
    expect(textWidth('£356,795.80')).toBeGreaterThanOrEqual(84);
    expect(textWidth('WWW')).toBeGreaterThanOrEqual(44);
  });

  it('breaks between words only', () => {
    expect(wrapped('Social, emotional and mental health', 150)).toEqual(['Social, emotional', 'and mental health']);
    expect(wrapped('Incomprehensibilities', 20)).toEqual(['Incomprehensibilities']);
    expect(wrapped('  ', 20)).toEqual([]);
  });
});
