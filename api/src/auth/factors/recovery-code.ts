import { createHash, randomInt } from 'node:crypto';

/** Without letters and digits that look alike on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const lengthOfCode = 16;
export const codesInASet = 10;

/** Ten codes of nearly 80 random bits each, so that a plain hash of one cannot be searched through. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codesInASet }, () => {
    const letters = Array.from({ length: lengthOfCode }, () => alphabet[randomInt(alphabet.length)]).join('');
    return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
  });
}

/** However it was typed: big letters, spaces and dashes mean nothing. */
export function hashRecoveryCode(typed: string): Buffer {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`recovery code ${letters}`).digest();
}
