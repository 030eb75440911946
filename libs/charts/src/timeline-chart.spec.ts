import fc from 'fast-check';

import { timelineChart, type TimelineSpan } from './index.js';

const frame = { title: 'Support', description: 'What was done when' };
const span = (changes: Partial<TimelineSpan> = {}): TimelineSpan => ({
  label: 'Cycle: small group',
  from: 0,
  to: 70,
  formatted: '8 January to 20 March 2026',
  series: 0,
  ...changes,
});

const numbersOf = (svg: string, attribute: string): number[] =>
  [...svg.matchAll(new RegExp(`<rect[^>]* ${attribute}="([\\d.]+)"`, 'g'))].map(([, text]) => Number(text));

describe('a timeline', () => {
  it('draws what lasts longer longer, and one day so that it can be seen', () => {
    const svg = timelineChart({ ...frame, width: 640, spans: [span(), span({ from: 30, to: 30, series: 1 })] });
    const [long, day] = numbersOf(svg, 'width');
    expect(long).toBeGreaterThan(100);
    expect(day).toBe(8);
    expect(svg).toContain('Cycle: small group');
    expect(svg).toContain('8 January to 20 March 2026');
  });

  it.each([640, 280])('stays inside its %d pixels, whatever it shows', (width) => {
    const spans = fc.array(
      fc.record({
        label: fc.constantFrom('Cycle: small group in the afternoon', 'Report', 'Consultation'),
        from: fc.integer({ min: 0, max: 2_000 }),
        length: fc.integer({ min: 0, max: 400 }),
        series: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (all) => {
        const shown = all.map(({ from, length, ...others }) => span({ ...others, from, to: from + length }));
        const svg = timelineChart({ ...frame, width, spans: shown });
        const [lefts, widths] = [numbersOf(svg, 'x'), numbersOf(svg, 'width')];
        expect(lefts).toHaveLength(shown.length);
        for (const [index, left] of lefts.entries()) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + (widths[index] ?? 0)).toBeLessThanOrEqual(width + 0.01);
        }
        expect(timelineChart({ ...frame, width, spans: shown })).toBe(svg);
      }),
    );
  });

  it('says so when there is nothing, and refuses what ends before it begins', () => {
    expect(timelineChart({ ...frame, width: 640, spans: [] })).toContain('Nothing to show');
    expect(() => timelineChart({ ...frame, width: 640, spans: [span({ to: -1 })] })).toThrow(RangeError);
    expect(() => timelineChart({ ...frame, width: 640, spans: [span({ series: 4 })] })).toThrow(RangeError);
  });
});
