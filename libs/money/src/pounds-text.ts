import { assertPence, type Pence } from './pence.js';

export interface PoundsFormat {
  /** Leave out ".00" when the amount is a whole number of pounds ("£113,000"). Off unless asked. */
  readonly shortWhenWhole?: boolean;
}

/**
 * An amount as people read it: "£356,795.80", with a minus sign before the pound sign when negative.
 *
 * @throws RangeError when the amount is not whole pence.
 */
export function formatPounds(pence: Pence, format: PoundsFormat = {}): string {
  assertPence(pence);
  const magnitude = Math.abs(pence);
  const remainder = magnitude % 100;
  const pounds = String((magnitude - remainder) / 100).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = pence < 0 ? '-' : '';
  if (remainder === 0 && format.shortWhenWhole === true) return `${sign}£${pounds}`;
  return `${sign}£${pounds}.${String(remainder).padStart(2, '0')}`;
}

const POUNDS = /^(-)?£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount as people type it: "£1,234.50", "1234.5", "1234", "-£5". Spaces are ignored.
 *
 * @returns the amount in pence, or null when the text is not an amount, has more than two decimals or is too large.
 */
export function parsePounds(text: string): Pence | null {
  const match = POUNDS.exec(text.replace(/\s/g, ''));
  if (match === null) return null;
  const [, sign, pounds = '', decimals = ''] = match;
  const pence = Number(pounds.replaceAll(',', '') + decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(pence)) return null;
  return sign === '-' && pence !== 0 ? -pence : pence;
}
