import { readTypedDate } from '@panel/reference';

/** An error of a schema function. */
export interface Mistake {
  readonly kind: string;
  readonly message: string;
}

export function mistake(message: string): Mistake {
  return { kind: 'mistake', message };
}

/** What is wrong with a typed date that must be there; `what` as in "the date of the session". */
export function dateMistake(text: string, what: string): Mistake | undefined {
  const typed = readTypedDate(text);
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  switch (typed.kind) {
    case 'date':
      return undefined;
    case 'empty':
      return mistake(`Enter ${what}`);
    case 'incomplete':
      return mistake(`${sentence} must include a ${typed.missing.join(' and ')}`);
    case 'not_real':
      return mistake(`${sentence} must be a real date`);
  }
}

/** The date that was typed, as the API takes it; `''` when it is none. */
export function typedDate(text: string): string {
  const typed = readTypedDate(text);
  return typed.kind === 'date' ? typed.date : '';
}

/** A whole number as people type it; nothing when it is none. */
export function typedWholeNumber(text: string): number | undefined {
  const digits = text.trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
