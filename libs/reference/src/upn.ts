import { UPN_LA_CODES } from './upn-la-codes.js';

/** The letters a UPN may begin with, in the order of the remainder; I, O and S are left out. */
export const UPN_CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

export type UpnProblem =
  | 'length'
  | 'check_letter_not_in_alphabet'
  | 'characters_2_to_12_not_numeric'
  | 'last_character_not_allowed'
  | 'check_letter_wrong';

export type UpnCheck =
  | {
      readonly isValid: true;
      readonly kind: 'permanent' | 'temporary';
      /** False is a warning only: local authorities are created and the list lags behind. */
      readonly isLaCodeKnown: boolean;
    }
  | {
      readonly isValid: false;
      readonly code: UpnProblem;
      /** The letter that would fit the other twelve characters, where these can be read. */
      readonly expectedCheckLetter: string | null;
    };

/** A UPN as typed, in capitals and without spaces or hyphens; what people paste from other systems. */
export function normaliseUpn(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

/**
 * Checks a unique pupil number: 13 characters, check letter first, the last a digit (permanent) or letter (temporary). The text is taken
 * as it stands; call `normaliseUpn` first on what a person typed. Source: DfE UPN guide; vectors in `golden/upn-vectors.json`.
 */
export function checkUpn(upn: string): UpnCheck {
  if (upn.length !== 13) return invalid('length');
  const letter = upn.charAt(0);
  const body = upn.slice(1);
  if (!UPN_CHECK_LETTERS.includes(letter)) return invalid('check_letter_not_in_alphabet');
  if (!/^\d{11}/.test(body)) return invalid('characters_2_to_12_not_numeric');
  const expected = upnCheckLetter(body);
  if (expected === null) return invalid('last_character_not_allowed');
  if (letter !== expected) return invalid('check_letter_wrong', expected);
  return {
    isValid: true,
    kind: /\d$/.test(body) ? 'permanent' : 'temporary',
    isLaCodeKnown: UPN_LA_CODES.has(body.slice(0, 3)),
  };
}

/**
 * The check letter of the twelve characters after it, or null when they are not eleven digits and a digit or check letter.
 * Characters 2 to 13 are weighted by 2 to 13; a final letter counts by its place (A = 0 … Z = 22); the sum mod 23 is the letter.
 */
export function upnCheckLetter(body: string): string | null {
  const sum = weightedSum(body);
  return sum === null ? null : UPN_CHECK_LETTERS.charAt(sum % 23);
}

function weightedSum(body: string): number | null {
  if (!/^\d{11}[0-9A-Z]$/.test(body)) return null;
  let sum = 0;
  for (let index = 0; index < 12; index += 1) {
    const character = body.charAt(index);
    const value = /\d/.test(character) ? Number(character) : UPN_CHECK_LETTERS.indexOf(character);
    if (value < 0) return null;
    sum += value * (index + 2);
  }
  return sum;
}

function invalid(code: UpnProblem, expectedCheckLetter: string | null = null): UpnCheck {
  return { isValid: false, code, expectedCheckLetter };
}
