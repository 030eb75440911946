import { dateFromParts, type IsoDate } from './dates.js';

export type DatePartName = 'day' | 'month' | 'year';

/** What a person typed into a date input of three fields, kept as 'YYYY-MM-DD' in which any part may be missing or wrong. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'incomplete'; readonly missing: readonly DatePartName[] }
  | { readonly kind: 'not_real' }
  | { readonly kind: 'date'; readonly date: IsoDate };

/**
 * Reads a typed date. '2015-9-3' is 3 September 2015; '2015-9-' lacks a day; '2015-2-30' is not a real date; '' and '--' are
 * empty. A year must have four digits: '15' would be guessed at.
 */
export function readTypedDate(text: string): TypedDate {
  const trimmed = text.trim();
  if (trimmed.replaceAll('-', '').trim() === '') return { kind: 'empty' };
  const parts = trimmed.split('-').map((part) => part.trim());
  if (parts.length > 3) return { kind: 'not_real' };
  const [year = '', month = '', day = ''] = parts;

  const missing: DatePartName[] = [];
  if (day === '') missing.push('day');
  if (month === '') missing.push('month');
  if (year === '') missing.push('year');
  if (missing.length > 0) return { kind: 'incomplete', missing };

  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return { kind: 'not_real' };
  const date = dateFromParts(Number(year), Number(month), Number(day));
  return date === null ? { kind: 'not_real' } : { kind: 'date', date };
}
