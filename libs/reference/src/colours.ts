/** The least contrast of text and its background (WCAG 2.2, 1.4.3, level AA, text of any size). */
export const LEAST_TEXT_CONTRAST = 4.5;

const hexColour = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Whether a text is a colour as `#` and six hexadecimal digits. */
export function isHexColour(text: string): boolean {
  return hexColour.test(text);
}

/**
 * Contrast of a colour and white as a ratio to 1, from 1 (white) to 21 (black), not rounded: WCAG 2.2, definitions of contrast
 * ratio and relative luminance. Throws for anything but `#` and six hexadecimal digits.
 */
export function contrastWithWhite(colour: string): number {
  const parts = hexColour.exec(colour);
  if (!parts) throw new RangeError('a colour is # and six hexadecimal digits');
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
