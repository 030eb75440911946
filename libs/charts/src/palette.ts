/**
 * Colours for at most four series, in this order: the categorical palette of the Government Analysis Function, tested
 * for contrast with each other and with white. Colour never carries the meaning alone.
 */
export const palette = ['#12436D', '#28A197', '#801650', '#F46A25'] as const;

/** Colour of a series by its position. Throws a RangeError past the fourth: join the small ones into "Other" instead. */
export function seriesColour(index: number): string {
  const colour = palette[index];
  if (!colour) throw new RangeError(`A chart has at most ${palette.length} series`);
  return colour;
}
