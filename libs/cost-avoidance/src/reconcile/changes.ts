import type { Rounding } from '../rate-card.js';

/** One input of the calculation that differs from what was stated. Hours in hundredths, weeks in tenths. */
export type StatedChange =
  | { readonly input: 'hourly_rate'; readonly fromPence: number; readonly toPence: number }
  | { readonly input: 'weeks'; readonly fromTenths: number; readonly toTenths: number }
  | { readonly input: 'school_contribution'; readonly fromPence: number; readonly toPence: number }
  | { readonly input: 'rounding'; readonly from: Rounding; readonly to: Rounding }
  | {
      readonly input: 'band_fixed_amount';
      readonly weeklyHoursHundredths: number;
      /** What the stated inputs give for a year of these hours. */
      readonly fromPence: number;
      readonly isFromFixed: boolean;
      readonly toPence: number;
    }
  | {
      readonly input: 'band_hours';
      readonly children: number;
      readonly fromHundredths: number;
      readonly toHundredths: number;
    };

/** How far a change is from what was stated, as a share of it. A rounding rule is no further away than none. */
export function relativeSize(change: StatedChange): number {
  switch (change.input) {
    case 'hourly_rate':
    case 'school_contribution':
    case 'band_fixed_amount':
      return share(change.fromPence, change.toPence);
    case 'weeks':
      return share(change.fromTenths, change.toTenths);
    case 'band_hours':
      return share(change.fromHundredths, change.toHundredths);
    case 'rounding':
      return 0;
  }
}

/** From nothing to something is further than any share. */
function share(from: number, to: number): number {
  return from === 0 ? Number.MAX_VALUE : Math.abs(to - from) / from;
}
