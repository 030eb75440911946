/** Written down once: the pages say it, the API checks it. Characters as people count them. */
export const shortestPassword = 15;
export const longestPassword = 200;

/** Whose password it is to be, and where: what somebody who knows the person would try first. */
export interface PasswordContext {
  readonly name: string;
  readonly email: string;
  readonly serviceName: string;
}

export type PasswordMistake = 'too_short' | 'too_long' | 'common' | 'repeated' | 'personal';

/** The same text whatever the keyboard makes of it: é is one character or two. */
export function normalisedPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * What is wrong with a new password. Length and what is known, never which kinds of characters: rules about those make
 * passwords that are hard to remember and easy to guess (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordMistake(
  password: string,
  context: PasswordContext,
  isCommon: (text: string) => boolean,
): PasswordMistake | null {
  const text = normalisedPassword(password);
  const length = [...text].length;
  if (length < shortestPassword) return 'too_short';
  if (length > longestPassword) return 'too_long';
  const lower = text.toLowerCase();
  if (isRepeated(lower) || isSequence(lower)) return 'repeated';
  if (isMadeOfCommon(lower, isCommon)) return 'common';
  if (isPersonal(lower, context)) return 'personal';
  return null;
}

/** One common password, or two of them in a row: nearly all common ones are shorter than the shortest that is allowed. */
function isMadeOfCommon(lower: string, isCommon: (text: string) => boolean): boolean {
  if (isCommon(lower)) return true;
  for (let cut = 1; cut < lower.length; cut += 1) {
    if (isCommon(lower.slice(0, cut)) && isCommon(lower.slice(cut))) return true;
  }
  return false;
}

/** "aaaaaaaaaaaaaaa", "abcabcabcabcabc": a short piece again and again, the last time perhaps cut off. */
function isRepeated(lower: string): boolean {
  for (let size = 1; size <= lower.length / 3; size += 1) {
    if (lower === lower.slice(0, size).repeat(lower.length).slice(0, lower.length)) return true;
  }
  return false;
}

/** "123456789012345", "abcdefghijklmno", and the same backwards. */
function isSequence(lower: string): boolean {
  const rows = ['12345678901234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
  return rows.some((row) => {
    const endless = row.repeat(Math.ceil(lower.length / row.length) + 1);
    return endless.includes(lower) || [...endless].reverse().join('').includes(lower);
  });
}

const shortestPart = 4;

function isPersonal(lower: string, { name, email, serviceName }: PasswordContext): boolean {
  const letters = lettersAndDigits(lower);
  const parts = [...name.split(/[\s'’-]+/), name, email.split('@')[0] ?? '', email, serviceName];
  return parts.map(lettersAndDigits).some((part) => part.length >= shortestPart && letters.includes(part));
}

function lettersAndDigits(text: string): string {
  return normalisedPassword(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
