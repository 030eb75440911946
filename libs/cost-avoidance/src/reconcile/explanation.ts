import { formatPounds } from '@panel/money';

import type { StatedChange } from './changes.js';

/** The changes in words for an officer, the rounding rule last. */
export function explain(changes: readonly StatedChange[]): string {
  if (changes.length === 0) return 'The stated inputs give the published total as they are';
  const text = changes.map(phrase).join(', with ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function phrase(change: StatedChange): string {
  switch (change.input) {
    case 'hourly_rate':
      return `an hourly rate of ${formatPounds(change.toPence)} instead of ${formatPounds(change.fromPence)}`;
    case 'weeks':
      return `${change.toTenths / 10} paid weeks a year instead of ${change.fromTenths / 10}`;
    case 'school_contribution':
      return `a school contribution of ${formatPounds(change.toPence)} instead of ${formatPounds(change.fromPence)}`;
    case 'band_fixed_amount': {
      const origin = change.isFromFixed ? '' : ' from rate, hours and weeks';
      const instead = `instead of ${formatPounds(change.fromPence)}${origin}`;
      return `a fixed annual amount of ${formatPounds(change.toPence)} for ${hours(change.weeklyHoursHundredths)} a week ${instead}`;
    }
    case 'band_hours':
      return `${hours(change.toHundredths)} a week instead of ${change.fromHundredths / 100} for ${childrenInWords(change.children)}`;
    case 'rounding':
      return change.to === 'none'
        ? 'each child’s net amount left unrounded'
        : 'each child’s net amount rounded to whole pounds';
  }
}

function hours(hundredths: number): string {
  return hundredths === 100 ? '1 hour' : `${hundredths / 100} hours`;
}

function childrenInWords(count: number): string {
  return count === 1 ? '1 child' : `${count} children`;
}
