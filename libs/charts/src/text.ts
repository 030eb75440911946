/** Size of all text in a chart, in pixels at its own width. */
export const fontSize = 16;
export const lineHeight = 20;

/** Text made safe inside XML, in content and in attributes. What XML cannot hold at all becomes a replacement mark. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]|\p{Cs}/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Width in pixels that a text takes at most, near enough: without a browser there is nothing to measure with. The steps
 * are those of DejaVu Sans, the widest font that a machine without Helvetica and Arial falls back to, so that a label
 * rather wraps too early than runs out of the picture.
 */
export function textWidth(text: string): number {
  let ems = 0;
  for (const character of text) {
    if (/[ijlI.,:;|!'’ ]/.test(character)) ems += 0.34;
    else if (/[frt\-/()[\]]/.test(character)) ems += 0.42;
    else if (/[mwMW@%—]/.test(character)) ems += 1;
    else if (/[A-Z£&]/.test(character)) ems += 0.76;
    else if (/[\u0020-\u024F]/.test(character)) ems += 0.64;
    else ems += 1.1;
  }
  return Math.ceil(ems * fontSize);
}

/** The same for bold text, which is a little wider. */
export function boldTextWidth(text: string): number {
  return Math.ceil(textWidth(text) * 1.14);
}

/** Breaks a text between words into lines of at most `width` pixels. A longer word gets a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}
