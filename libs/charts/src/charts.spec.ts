import { type Bar, barChart, funnelChart, palette, stackedBar } from './index.js';

const frame = { title: 'Most need SEMH support', description: 'Children by primary need', width: 640 };
const bars: readonly Bar[] = [
  { label: 'Social, emotional and mental health', value: 38, formatted: '38' },
  { label: 'Autism', value: 12, formatted: '12' },
];

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

function rectangles(svg: string): readonly Drawn[] {
  return [
    ...svg.matchAll(/<rect class="chart-bar" x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)" fill="(.*?)"/g),
  ].map(([, x, y, width, height, fill]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
    fill: fill ?? '',
  }));
}

function texts(svg: string): readonly { x: number; y: number; isEnd: boolean; text: string }[] {
  return [...svg.matchAll(/<text x="(.*?)" y="(.*?)"(.*?)>(.*?)<\/text>/g)].map(([, x, y, rest, text]) => ({
    x: Number(x),
    y: Number(y),
    isEnd: (rest ?? '').includes('end'),
    text: text ?? '',
  }));
}

const size = (svg: string, side: 'width' | 'height'): number =>
  Number(new RegExp(` ${side}="([\\d.]+)"`).exec(svg)?.[1]);

describe('a bar chart', () => {
  it('is one picture with a name and a description', () => {
    expect(barChart({ ...frame, bars })).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" .*?><title>Most need SEMH support<\/title><desc>Children by primary need<\/desc>/,
    );
  });

  it('draws bars as long as their values from one line', () => {
    const [first, second] = rectangles(barChart({ ...frame, bars }));
    expect(first?.x).toBe(second?.x);
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(38 / 12, 2);
  });

  it('writes the numbers outside the bars and inside the picture', () => {
    const svg = barChart({ ...frame, bars });
    const bar = rectangles(svg)[0];
    const value = texts(svg).find(({ text }) => text === '38');
    expect(value?.x).toBeGreaterThan((bar?.x ?? 0) + (bar?.width ?? 0));
    expect(value?.x).toBeLessThan(640 - 16);
  });

  it('puts labels beside the bars from 480 px on, and above them below that', () => {
    const wide = barChart({ ...frame, width: 480, bars });
    expect(texts(wide).filter(({ isEnd }) => isEnd).length).toBeGreaterThan(0);
    expect(rectangles(wide)[0]?.x).toBeGreaterThan(100);

    const narrow = barChart({ ...frame, width: 479, bars });
    expect(texts(narrow).every(({ isEnd }) => !isEnd)).toBe(true);
    expect(rectangles(narrow)[0]?.x).toBe(0);
    expect(texts(narrow)[0]?.y).toBeLessThan(rectangles(narrow)[0]?.y ?? 0);
  });

  it('shows the words of a hidden number and no bar', () => {
    const svg = barChart({ ...frame, bars: [...bars, { label: 'Other', value: null, formatted: 'c' }] });
    expect(rectangles(svg)).toHaveLength(2);
    expect(texts(svg).some(({ text }) => text === 'c')).toBe(true);
  });

  it('draws negative values to the left, with room for their numbers', () => {
    const svg = barChart({ ...frame, bars: [...bars, { label: 'Loss', value: -20, formatted: '−£20,000.00' }] });
    const [first, , loss] = rectangles(svg);
    expect((loss?.x ?? 0) + (loss?.width ?? 0)).toBeCloseTo(first?.x ?? 0, 1);
    const number = texts(svg).find(({ text }) => text.includes('20,000'));
    expect(number?.isEnd).toBe(true);
    expect(number?.x).toBeLessThan(loss?.x ?? 0);
  });

  it('says so when there is nothing to show', () => {
    expect(texts(barChart({ ...frame, bars: [] })).map(({ text }) => text)).toEqual(['No figures to show']);
    expect(rectangles(barChart({ ...frame, bars: [{ label: 'None', value: 0, formatted: '0' }] }))).toEqual([]);
  });

  it('says above the bars what is counted', () => {
    expect(texts(barChart({ ...frame, bars, unit: 'Number of children' }))[0]?.text).toBe('Number of children');
  });

  it.each([Number.NaN, Infinity])('refuses the value %p', (value) => {
    expect(() => barChart({ ...frame, bars: [{ label: 'A', value, formatted: '?' }] })).toThrow(RangeError);
  });

  it.each([199, Number.NaN])('refuses the width %p', (width) => {
    expect(() => barChart({ ...frame, width, bars })).toThrow(RangeError);
  });

  it('lets no text become markup', () => {
    const evil = '"/><script>alert(1)</script>';
    const svg = barChart({
      title: evil,
      description: evil,
      unit: evil,
      width: 640,
      bars: [{ label: evil, value: 1, formatted: evil }],
    });
    expect(svg).not.toContain('<script');
    expect(svg.match(/&lt;script&gt;/g)).toHaveLength(5);
  });
});

describe('a funnel', () => {
  const steps = [
    { label: 'Reviewed', value: 90, formatted: '90' },
    { label: 'High risk', value: 64, formatted: '64' },
    { label: 'Consistent data', value: 50, formatted: '50' },
  ];

  it('gives each step its share of the first, as in the published report', () => {
    const shown = texts(funnelChart({ ...frame, steps })).map(({ text }) => text);
    expect(shown).toEqual(expect.arrayContaining(['90', '64 (71%)', '50 (56%)']));
  });

  it('gives no share of what is empty or hidden, nor to what is hidden', () => {
    const zero = funnelChart({
      ...frame,
      steps: [
        { label: 'A', value: 0, formatted: '0' },
        { label: 'B', value: 0, formatted: '0' },
      ],
    });
    const hidden = funnelChart({
      ...frame,
      steps: [...steps.slice(0, 1), { label: 'B', value: null, formatted: 'c' }],
    });
    expect(zero + hidden).not.toContain('%');
  });
});

describe('a stacked bar', () => {
  const chart = {
    ...frame,
    series: ['High impact', 'Continuing', 'Limited', 'May progress'],
    rows: [{ label: 'All children', parts: [21, 18, 6, 5].map((value) => ({ value, formatted: String(value) })) }],
  };
  const parts = (svg: string): readonly Drawn[] => rectangles(svg).filter(({ height }) => height === 32);

  it('divides the whole width in the order of the series', () => {
    const drawn = parts(stackedBar(chart));
    expect(drawn.map(({ fill }) => fill)).toEqual([...palette]);
    expect(drawn[0]?.width).toBeCloseTo((640 * 21) / 50 - 2, 1);
    for (const [index, part] of drawn.entries()) {
      expect(part.x).toBeGreaterThanOrEqual((drawn[index - 1]?.x ?? -1) + (drawn[index - 1]?.width ?? 0));
    }
  });

  it('names every part with its number under the bar', () => {
    const shown = texts(stackedBar(chart)).map(({ text }) => text);
    expect(shown).toEqual(['All children', 'High impact: 21', 'Continuing: 18', 'Limited: 6', 'May progress: 5']);
  });

  it('draws several rows to one scale', () => {
    const row = (value: number) => ({ label: 'Row', parts: [{ value, formatted: String(value) }] });
    const drawn = parts(stackedBar({ ...frame, series: ['A'], rows: [row(100), row(50)] }));
    expect(drawn[0]?.width).toBeCloseTo(638);
    expect(drawn[1]?.width).toBeCloseTo(318);
  });

  it('refuses a fifth series, a row of another length and negative parts', () => {
    const row = (...values: number[]) => ({ label: 'Row', parts: values.map((value) => ({ value, formatted: '' })) });
    expect(() => stackedBar({ ...frame, series: ['A', 'B', 'C', 'D', 'E'], rows: [row(1, 1, 1, 1, 1)] })).toThrow(
      RangeError,
    );
    expect(() => stackedBar({ ...frame, series: ['A', 'B'], rows: [row(1)] })).toThrow(RangeError);
    expect(() => stackedBar({ ...frame, series: ['A'], rows: [row(-1)] })).toThrow(RangeError);
    expect(() => stackedBar({ ...frame, series: ['A'], rows: [row(Number.NaN)] })).toThrow(RangeError);
  });

  it('fits on a narrow screen', () => {
    const svg = stackedBar({ ...chart, width: 280 });
    expect(size(svg, 'width')).toBe(280);
    for (const { x, width } of rectangles(svg)) expect(x + width).toBeLessThanOrEqual(280);
    for (const { y } of texts(svg)) expect(y).toBeLessThan(size(svg, 'height'));
  });
});
