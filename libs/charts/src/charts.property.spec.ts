import fc from 'fast-check';
import { barChart, funnelChart, stackedBar } from './index.js';
import { textWidth } from './text.js';

const label = fc.string({ unit: 'grapheme', maxLength: 60 });
const value = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: null });
const bars = fc.array(fc.record({ label, value, formatted: fc.string({ maxLength: 16 }) }), { maxLength: 12 });
const frame = fc.record({ title: label, description: label, width: fc.integer({ min: 200, max: 1200 }) });

/** Every tag is closed in its order, and no bare < or & stands in the text. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [A-Za-z0-9-]+="[^"<]*")*)(\/?)>/g,
    (_, closing, name: string, __, empty) => {
      if (closing) return open.pop() === name ? '' : '<';
      if (!empty) open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<]|&(?!(amp|lt|gt|quot|#39);)/.test(rest);
}

describe('every chart', () => {
  it('is well-formed, has no NaN and is the same text each time', () => {
    fc.assert(
      fc.property(frame, bars, (shape, steps) => {
        const positive = steps.map((step) => ({ ...step, value: step.value === null ? null : Math.abs(step.value) }));
        const rows = positive.slice(0, 3).map((step) => ({ label: step.label, parts: [step, step] }));
        const charts = (): readonly string[] => [
          barChart({ ...shape, bars: steps }),
          funnelChart({ ...shape, steps: positive }),
          stackedBar({ ...shape, series: ['<one>', 'two & three'], rows }),
        ];
        for (const svg of charts()) {
          expect(isWellFormed(svg)).toBe(true);
          expect(svg).not.toMatch(/="[^"]*(NaN|Infinity|undefined)/);
        }
        expect(charts()).toEqual(charts());
      }),
    );
  });

  it('draws bars inside the picture, in the order of their values', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 1200 }),
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 10 }),
        (width, values) => {
          const svg = barChart({
            title: '',
            description: '',
            width,
            bars: values.map((each) => ({ label: 'Label', value: each, formatted: String(each) })),
          });
          const drawn = [...svg.matchAll(/<rect class="chart-bar" x="(.*?)" y=".*?" width="(.*?)"/g)].map(
            ([, x, length]) => ({ x: Number(x), length: Number(length) }),
          );
          const shown = values.filter((each) => each > 0);
          expect(drawn).toHaveLength(shown.length);
          drawn.forEach(({ x, length }, index) => {
            expect(x + length + textWidth(String(shown[index]))).toBeLessThanOrEqual(width);
            drawn.forEach((other, otherIndex) => {
              if ((shown[index] ?? 0) > (shown[otherIndex] ?? 0)) expect(length).toBeGreaterThanOrEqual(other.length);
            });
          });
        },
      ),
    );
  });
});
