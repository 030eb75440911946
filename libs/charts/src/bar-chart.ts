import { scaleLinear } from 'd3-scale';
import { palette } from './palette.js';
import { type ChartFrame, isNarrow, rectangle, svgDocument, textLines, verticalLine } from './svg.js';
import { boldTextWidth, lineHeight, textWidth, wrapped } from './text.js';

/** One bar. */
export interface Bar {
  readonly label: string;
  /** Length of the bar; null where the number may not be shown (disclosure control): then only the words stand there. */
  readonly value: number | null;
  /** The number as it is read: `£356,795.80`, `38`, `c`. */
  readonly formatted: string;
}

export interface BarChart extends ChartFrame {
  readonly bars: readonly Bar[];
  /** What is counted: "Number of children". Stands above the bars. */
  readonly unit?: string | undefined;
  /** The most that a value can be, where bars show a part of a whole: 10 for a score of 10. */
  readonly scaleMost?: number | undefined;
}

const barHeight = 24;
const rowGap = 16;
const labelGap = 8;

/**
 * Horizontal bars from a common line, each with its label and its number outside the bar. Negative values go to the
 * left. The same input gives the same text. Throws a RangeError on a value that is not finite.
 */
export function barChart(chart: BarChart): string {
  const { bars, unit, width, scaleMost = 0 } = chart;
  const narrow = isNarrow(width);
  const labelWidth = narrow ? 0 : labelColumn(bars, width);
  const scale = barScale(bars, labelWidth, width, scaleMost);
  const zero = scale(0);

  const parts: string[] = [];
  let y = 0;
  if (unit) {
    const lines = wrapped(unit, width);
    parts.push(textLines(lines, 0, y));
    y += lines.length * lineHeight + labelGap;
  }
  if (bars.length === 0) {
    parts.push(textLines(['No figures to show'], 0, y));
    return svgDocument(chart, y + lineHeight, parts);
  }

  const top = y;
  for (const bar of bars) {
    const lines = wrapped(bar.label, narrow ? width : labelWidth - labelGap);
    const labelHeight = lines.length * lineHeight;
    if (narrow) parts.push(textLines(lines, 0, y));
    const rowHeight = narrow ? barHeight : Math.max(barHeight, labelHeight);
    const rowTop = narrow ? y + labelHeight + 2 : y;
    if (!narrow) {
      parts.push(textLines(lines, labelWidth - labelGap, rowTop + (rowHeight - labelHeight) / 2, { anchor: 'end' }));
    }
    parts.push(drawnBar(bar, scale, rowTop + (rowHeight - barHeight) / 2));
    y = rowTop + rowHeight + rowGap;
  }
  const bottom = y - rowGap;
  if (!narrow) parts.push(verticalLine(zero, top, bottom));
  return svgDocument(chart, bottom, parts);
}

/** As wide as the longest label, but never more than two fifths of the chart. */
function labelColumn(bars: readonly Bar[], width: number): number {
  const longest = Math.max(0, ...bars.map(({ label }) => textWidth(label)));
  return Math.min(longest + labelGap, width * 0.4);
}

/** Leaves room for the numbers outside the bars, on both sides where there are negative ones. */
function barScale(bars: readonly Bar[], left: number, width: number, scaleMost: number): (value: number) => number {
  const values = bars.map(({ value }) => value ?? 0);
  const room = (isThere: (bar: Bar) => boolean): number =>
    Math.max(0, ...bars.filter(isThere).map(({ formatted }) => boldTextWidth(formatted) + labelGap));
  const hasNegative = values.some((value) => value < 0);
  const leftRoom = hasNegative ? room(({ value }) => (value ?? 0) < 0) : 0;
  const rightRoom = room(({ value }) => (value ?? 0) >= 0);
  const range = [left + leftRoom, Math.max(left + leftRoom + 20, width - rightRoom)];
  const [least, most] = [Math.min(0, ...values), Math.max(0, scaleMost, ...values)];
  // Nothing but zeros: the line stands at the left, and no bar has a length.
  return scaleLinear([least, most === least ? least + 1 : most], range);
}

function drawnBar({ value, formatted }: Bar, scale: (value: number) => number, y: number): string {
  const zero = scale(0);
  const end = scale(value ?? 0);
  const textTop = y + (barHeight - lineHeight) / 2;
  const bar = value ? rectangle(Math.min(zero, end), y, Math.abs(end - zero), barHeight, palette[0]) : '';
  const text =
    end < zero
      ? textLines([formatted], end - labelGap, textTop, { anchor: 'end', isBold: true })
      : textLines([formatted], end + labelGap, textTop, { isBold: true });
  return bar + text;
}
