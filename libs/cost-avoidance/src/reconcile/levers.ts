import { divideHalfUp } from '@panel/money';

import { MAX_WEEKLY_HOURS_HUNDREDTHS } from '../rate-card.js';
import type { StatedChange } from './changes.js';
import { bandTotalPence, bandValue, type StatedBand, type StatedInputs, totalPence } from './stated-inputs.js';
import type { WholeNumberRange } from './whole-number-search.js';

/** One stated input that may have been another number, as a whole number in its own unit. */
export interface Lever {
  readonly stated: number;
  readonly range: WholeNumberRange;
  /** People write multiples of this more often than other numbers. */
  readonly likelyStep: number;
  /** The total that a number gives; it never falls as `direction` × number rises. */
  readonly totalAt: (value: number) => number;
  readonly direction: 1 | -1;
  readonly change: (value: number) => StatedChange;
  readonly apply: (value: number) => StatedInputs;
}

const penceInAPound = 100;
/** Plans name hours in quarters. */
const quarterHour = 25;

/** Every single number of the inputs that a search may move, under the rounding rule of the inputs. */
export function leversOf(inputs: StatedInputs, publishedPence: number): Lever[] {
  return [
    rateLever(inputs),
    weeksLever(inputs),
    contributionLever(inputs),
    ...inputs.bands.flatMap((band, index) => {
      if (band.children === 0) return [];
      const fixedAmount = fixedAmountLever(inputs, index, band, publishedPence);
      return band.fixedAnnualPence === null ? [fixedAmount, hoursLever(inputs, index, band)] : [fixedAmount];
    }),
  ];
}

function rateLever(inputs: StatedInputs): Lever {
  const apply = (value: number): StatedInputs => ({ ...inputs, hourlyRatePence: value });
  return {
    stated: inputs.hourlyRatePence,
    range: quarterAround(inputs.hourlyRatePence),
    likelyStep: 1,
    direction: 1,
    apply,
    totalAt: (value) => totalPence(apply(value)),
    change: (toPence) => ({ input: 'hourly_rate', fromPence: inputs.hourlyRatePence, toPence }),
  };
}

function weeksLever(inputs: StatedInputs): Lever {
  const apply = (value: number): StatedInputs => ({ ...inputs, weeksTenths: value });
  return {
    stated: inputs.weeksTenths,
    range: quarterAround(inputs.weeksTenths),
    likelyStep: 10,
    direction: 1,
    apply,
    totalAt: (value) => totalPence(apply(value)),
    change: (toTenths) => ({ input: 'weeks', fromTenths: inputs.weeksTenths, toTenths }),
  };
}

/** A contribution above every gross amount takes nothing more away. */
function contributionLever(inputs: StatedInputs): Lever {
  const apply = (value: number): StatedInputs => ({ ...inputs, schoolContributionPence: value });
  const highestGross = Math.max(0, ...inputs.bands.map((band) => bandValue(inputs, band).grossPence));
  return {
    stated: inputs.schoolContributionPence,
    range: { from: 0, to: Math.max(highestGross, inputs.schoolContributionPence) },
    likelyStep: penceInAPound,
    direction: -1,
    apply,
    totalAt: (value) => totalPence(apply(value)),
    change: (toPence) => ({ input: 'school_contribution', fromPence: inputs.schoolContributionPence, toPence }),
  };
}

function fixedAmountLever(inputs: StatedInputs, index: number, band: StatedBand, publishedPence: number): Lever {
  const { apply, totalAt, othersPence } = bandMover(inputs, index, band, (value) => ({ fixedAnnualPence: value }));
  const missingPence = Math.max(0, publishedPence - othersPence);
  const statedPence = bandValue(inputs, band).grossPence;
  // A pound above the band's share, so that all amounts which round to it are seen.
  const highest = inputs.schoolContributionPence + Math.ceil(missingPence / band.children) + penceInAPound;
  return {
    stated: statedPence,
    range: { from: 0, to: highest },
    likelyStep: penceInAPound,
    direction: 1,
    apply,
    totalAt,
    change: (toPence) => ({
      input: 'band_fixed_amount',
      weeklyHoursHundredths: band.weeklyHoursHundredths,
      fromPence: statedPence,
      isFromFixed: band.fixedAnnualPence !== null,
      toPence,
    }),
  };
}

function hoursLever(inputs: StatedInputs, index: number, band: StatedBand): Lever {
  const quarters = (value: number): number => value * quarterHour;
  const { apply, totalAt } = bandMover(inputs, index, band, (value) => ({ weeklyHoursHundredths: quarters(value) }));
  const stated = band.weeklyHoursHundredths;
  const around = quarterAround(stated);
  return {
    stated: divideHalfUp(stated, quarterHour),
    range: {
      from: Math.ceil(around.from / quarterHour),
      to: Math.floor(Math.min(around.to, MAX_WEEKLY_HOURS_HUNDREDTHS) / quarterHour),
    },
    likelyStep: 1,
    direction: 1,
    apply,
    totalAt,
    change: (value) => ({
      input: 'band_hours',
      children: band.children,
      fromHundredths: stated,
      toHundredths: quarters(value),
    }),
  };
}

/** Moves one band and leaves the others, whose part of the total is worked out only once. */
function bandMover(
  inputs: StatedInputs,
  index: number,
  band: StatedBand,
  change: (value: number) => Partial<StatedBand>,
): Pick<Lever, 'apply' | 'totalAt'> & { readonly othersPence: number } {
  const othersPence = totalPence({ ...inputs, bands: inputs.bands.toSpliced(index, 1) });
  return {
    othersPence,
    apply: (value) => ({ ...inputs, bands: inputs.bands.with(index, { ...band, ...change(value) }) }),
    totalAt: (value) => othersPence + bandTotalPence(inputs, { ...band, ...change(value) }),
  };
}

/** The whole numbers within a quarter of a stated one. */
function quarterAround(stated: number): WholeNumberRange {
  return { from: Math.ceil((stated * 3) / 4), to: Math.floor((stated * 5) / 4) };
}
