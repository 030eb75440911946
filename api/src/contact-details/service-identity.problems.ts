import { LEAST_TEXT_CONTRAST } from '@panel/reference';

import { fieldsInvalid } from '../common/common.problems.js';
import type { Problem } from '../common/problem.js';

export const brandColourInvalid = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/brandColour',
      code: 'brand_colour_invalid',
      detail: 'Enter the colour as # and six digits or letters from a to f, like #12436d',
    },
  ]);

/** `contrast` as a ratio to 1, not rounded: shown rounded down, so that what is too little never looks like enough. */
export const brandColourTooLight = (contrast: number): Problem =>
  fieldsInvalid([
    {
      pointer: '/brandColour',
      code: 'brand_colour_too_light',
      detail: `White text on this colour has a contrast of ${(Math.floor(contrast * 10) / 10).toFixed(1)} to 1. Choose a darker colour, with ${LEAST_TEXT_CONTRAST} to 1 or more`,
    },
  ]);
