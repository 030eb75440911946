import { scaleLinear } from 'd3-scale';
import { seriesColour } from './palette.js';
import { type ChartFrame, isNarrow, rectangle, svgDocument, textLines, verticalLine } from './svg.js';
import { lineHeight, textWidth, wrapped } from './text.js';

/** Something that lasted for a time, or happened on a day. */
export interface TimelineSpan {
  /** Says also what kind of thing it is: colour alone says nothing. */
  readonly label: string;
  /** Days since any fixed day, whole. */
  readonly from: number;
  /** The last day; the same as `from` for what happened on one day. */
  readonly to: number;
  /** The days as they are read: "8 January to 20 March 2026". */
  readonly formatted: string;
  /** Which of the kinds it is, 0 to 3: its colour. */
  readonly series: number;
}

export interface TimelineChart extends ChartFrame {
  readonly spans: readonly TimelineSpan[];
}

const barHeight = 16;
const rowGap = 12;
/** Thick enough to be seen where a year is a hand wide. */
const leastWidth = 8;
const labelGap = 8;

/**
 * What was done when: one row each, from top to bottom in the order given, all on one scale of time. Label and days stand above
 * the bar on a narrow chart, else the label beside it. Throws a RangeError on a span that ends before it begins or on a
 * series past the fourth. The same input gives the same text.
 */
export function timelineChart(chart: TimelineChart): string {
  const { spans, width } = chart;
  if (spans.length === 0) return svgDocument(chart, lineHeight, [textLines(['Nothing to show'], 0, 0)]);
  const narrow = isNarrow(width);
  const labelWidth = narrow
    ? 0
    : Math.min(Math.max(...spans.map(({ label }) => textWidth(label))) + labelGap, width * 0.45);
  const first = Math.min(...spans.map(({ from }) => from));
  const last = Math.max(...spans.map(({ from, to }) => checkedEnd(from, to)));
  const scale = scaleLinear([first, Math.max(last, first + 1)], [labelWidth, width - leastWidth]);

  const parts: string[] = [];
  let y = 0;
  for (const { label, from, to, formatted, series } of spans) {
    const beside = wrapped(label, labelWidth - labelGap);
    const above = narrow ? wrapped(`${label}, ${formatted}`, width) : wrapped(formatted, width - labelWidth);
    parts.push(
      ...(narrow ? [] : [textLines(beside, labelWidth - labelGap, y, { anchor: 'end' })]),
      textLines(above, narrow ? 0 : textStart(scale(from), above, width), y),
      rectangle(
        scale(from),
        y + above.length * lineHeight,
        Math.max(scale(to) - scale(from), leastWidth),
        barHeight,
        seriesColour(series),
      ),
    );
    const height = above.length * lineHeight + barHeight;
    y += (narrow ? height : Math.max(height, beside.length * lineHeight)) + rowGap;
  }
  const bottom = y - rowGap;
  return svgDocument(chart, bottom, narrow ? parts : [...parts, verticalLine(labelWidth, 0, bottom)]);
}

/** Where the bar begins, or so much further left that the words stay inside. */
function textStart(x: number, lines: readonly string[], width: number): number {
  return Math.min(x, width - Math.max(...lines.map(textWidth)));
}

function checkedEnd(from: number, to: number): number {
  if (to < from) throw new RangeError('A span of time ends before it begins');
  return to;
}
