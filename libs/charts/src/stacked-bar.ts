import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { seriesColour } from './palette.js';
import { type ChartFrame, rectangle, svgDocument, textLines } from './svg.js';
import { lineHeight, textWidth, wrapped } from './text.js';

/** A part of a stacked bar; null where its number may not be shown. */
export interface StackedPart {
  readonly value: number | null;
  readonly formatted: string;
}

export interface StackedRow {
  readonly label: string;
  /** One part for each series, in their order. */
  readonly parts: readonly StackedPart[];
}

export interface StackedBar extends ChartFrame {
  /** Names of the parts; at most four. */
  readonly series: readonly string[];
  readonly rows: readonly StackedRow[];
}

const barHeight = 32;
const rowGap = 24;
const swatch = 14;
/** White between two parts: they stay apart without colour. */
const partGap = 2;

/**
 * Bars divided into parts, drawn to one scale. Under each bar stand the names and numbers of its parts in the same
 * order, so that nobody needs the colours. Throws a RangeError on more than four series, on a row with another number
 * of parts, and on a value that is negative or not finite.
 */
export function stackedBar(chart: StackedBar): string {
  const { series, rows, width } = chart;
  for (const { label, parts } of rows) {
    if (parts.length !== series.length) throw new RangeError(`"${label}" has ${parts.length} parts`);
    if (parts.some(({ value }) => value !== null && !(value >= 0)))
      throw new RangeError(`"${label}" has a negative part`);
  }
  const totals = rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + (value ?? 0), 0));
  const scale = scaleLinear([0, Math.max(...totals, 0) || 1], [0, width]);

  const drawn: string[] = [];
  let y = 0;
  for (const row of rows) {
    const label = wrapped(row.label, width);
    drawn.push(textLines(label, 0, y, { isBold: true }));
    y += label.length * lineHeight + 4;
    drawn.push(...drawnParts(row, scale, y));
    y += barHeight + 8;
    const key = drawnKey(row, series, y, width);
    drawn.push(...key.parts);
    y = key.bottom + rowGap;
  }
  if (rows.length === 0) {
    drawn.push(textLines(['No figures to show'], 0, 0));
    y = lineHeight + rowGap;
  }
  return svgDocument(chart, y - rowGap, drawn);
}

function drawnParts(row: StackedRow, scale: (value: number) => number, y: number): readonly string[] {
  const indexes = row.parts.map((_, index) => index);
  const layers = stack<StackedRow, number>()
    .keys(indexes)
    .value(({ parts }, index) => parts[index]?.value ?? 0)([row]);
  return layers.flatMap((layer, index) => {
    const [from, to] = [scale(layer[0]?.[0] ?? 0), scale(layer[0]?.[1] ?? 0)];
    return to - from > 0 ? [rectangle(from, y, Math.max(1, to - from - partGap), barHeight, seriesColour(index))] : [];
  });
}

/** Names and numbers of the parts, as many on a line as fit. */
function drawnKey(
  row: StackedRow,
  series: readonly string[],
  top: number,
  width: number,
): { readonly parts: readonly string[]; readonly bottom: number } {
  const parts: string[] = [];
  let [x, y] = [0, top];
  for (const [index, name] of series.entries()) {
    const lines = wrapped(`${name}: ${row.parts[index]?.formatted ?? ''}`, width - swatch - 6);
    const itemWidth = swatch + 6 + Math.max(...lines.map(textWidth));
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      y += lineHeight + 4;
    }
    parts.push(rectangle(x, y + (lineHeight - swatch) / 2, swatch, swatch, seriesColour(index)));
    parts.push(textLines(lines, x + swatch + 6, y));
    x += itemWidth + 20;
    y += (lines.length - 1) * lineHeight;
  }
  return { parts, bottom: y + lineHeight };
}
