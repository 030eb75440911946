import { escapeXml, fontSize, lineHeight } from './text.js';

/** What every chart says to those who cannot see it, and how wide it is drawn. */
export interface ChartFrame {
  /** The message in a few words; the name of the picture. */
  readonly title: string;
  /** What the chart shows, in a sentence or two. */
  readonly description: string;
  /** Width in pixels, at least 200; under 480 the labels stand above the bars. */
  readonly width: number;
}

/** From this width on there is room for labels beside the bars. */
const wideFrom = 480;

/** Whether the labels must stand above the bars. */
export function isNarrow(width: number): boolean {
  return width < wideFrom;
}

/** A whole SVG document. Text takes the colour of the page around it; fonts are those of the service. */
export function svgDocument(
  { title, description, width }: ChartFrame,
  height: number,
  parts: readonly string[],
): string {
  if (!Number.isFinite(width) || width < 200) throw new RangeError('A chart is at least 200 pixels wide');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${number(width)}" height="${number(height)}"`,
    ` viewBox="0 0 ${number(width)} ${number(height)}" fill="currentColor" font-size="${fontSize}"`,
    ' font-family="Helvetica Neue, Helvetica, Arial, sans-serif">',
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** Lines of text; `y` is the top of the first. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  { anchor = 'start', isBold = false }: { anchor?: 'start' | 'end'; isBold?: boolean } = {},
): string {
  const attributes = `${anchor === 'end' ? ' text-anchor="end"' : ''}${isBold ? ' font-weight="700"' : ''}`;
  return lines
    .map((line, index) => {
      // The foot of the letters stands three quarters down the line.
      const baseline = y + index * lineHeight + lineHeight * 0.75;
      return `<text x="${number(x)}" y="${number(baseline)}"${attributes}>${escapeXml(line)}</text>`;
    })
    .join('');
}

/** A filled rectangle. The class lets a style sheet answer to forced colours. */
export function rectangle(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect class="chart-bar" x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${colour}"/>`;
}

/** A thin vertical line: where the bars begin. */
export function verticalLine(x: number, top: number, bottom: number): string {
  return `<line x1="${number(x)}" x2="${number(x)}" y1="${number(top)}" y2="${number(bottom)}" stroke="currentColor"/>`;
}

/** At most two decimals, so that the same chart is the same text on every machine. Throws on what is no number. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be drawn`);
  return String(Math.round(value * 100) / 100 + 0);
}
