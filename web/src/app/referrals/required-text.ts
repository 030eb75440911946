import { type SchemaPath, validate } from '@angular/forms/signals';

/**
 * Rule: something must be typed or chosen. Not Angular's `required`, which writes the native attribute, and browsers would
 * then speak in their own words.
 */
export function mustHaveText(path: SchemaPath<string>, message: string): void {
  validate(path, ({ value }) => (value().trim() === '' ? { kind: 'missing', message } : undefined));
}

/** Rule: no longer than this. Pasted text is never cut. */
export function mustNotBeLonger(path: SchemaPath<string>, max: number, name: string): void {
  const message = `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`;
  validate(path, ({ value }) => (value().length > max ? { kind: 'too_long', message } : undefined));
}
