import { type SchemaPath, type SchemaPathTree, validate } from '@angular/forms/signals';
import type { CreateRateCard, RateCardBand, Rounding } from '@panel/api-client';
import { parsePounds } from '@panel/money';
import { compareDates, readTypedDate } from '@panel/reference';
import { dateMistake, type Mistake, mistake, typedDate } from '../../home/page/form-mistakes.js';

/** A rate card as it is typed; bands one a line: `32.5` or `32.5: 13,753.00`. */
export interface RateCardAnswers {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hourlyRatePence: string;
  readonly weeksPerYear: string;
  readonly schoolContributionPence: string;
  readonly rounding: Rounding | '';
  readonly bands: string;
  readonly priceYear: string;
  readonly source: string;
}

export const emptyRateCard: RateCardAnswers = {
  name: '',
  startsOn: '',
  endsOn: '',
  hourlyRatePence: '',
  weeksPerYear: '',
  schoolContributionPence: '6,000.00',
  rounding: '',
  bands: '25\n32.5',
  priceYear: '',
  source: '',
};

const bandsLimit = 20;

export function rateCardSchema(path: SchemaPathTree<RateCardAnswers>): void {
  validate(path.name, ({ value }) => textMistake(value(), 'Enter a name for the rate card', 'Name', 200));
  validate(path.startsOn, ({ value }) => dateMistake(value(), 'the first day on which the rate card is in force'));
  validate(path.endsOn, ({ value, valueOf }) => {
    if (readTypedDate(value()).kind === 'empty') return undefined;
    const wrong = dateMistake(value(), 'the last day on which the rate card is in force');
    const from = typedDate(valueOf(path.startsOn));
    if (wrong || from === '') return wrong;
    return compareDates(typedDate(value()), from) < 0
      ? mistake('The last day must be the same as or after the first day')
      : undefined;
  });
  amount(path.hourlyRatePence, 'Enter the hourly rate', 'Hourly rate', 1, 100_000);
  validate(path.weeksPerYear, ({ value }) => {
    if (value().trim() === '') return mistake('Enter the weeks a year');
    const tenths = typedTenths(value());
    return tenths === undefined || tenths < 1 || tenths > 530
      ? mistake('Weeks a year must be between 0.1 and 53, with at most one decimal place')
      : undefined;
  });
  amount(path.schoolContributionPence, 'Enter the school’s contribution', 'School’s contribution', 0, 100_000_000);
  validate(path.bands, ({ value }) => bandsMistake(value()));
  validate(path.rounding, ({ value }) => (value() === '' ? mistake('Select how amounts are rounded') : undefined));
  validate(path.priceYear, ({ value }) => textMistake(value(), 'Enter the price year', 'Price year', 20));
  validate(path.source, ({ value }) => textMistake(value(), 'Enter where the rates come from', 'Source', 500));
}

function amount(path: SchemaPath<string>, missing: string, name: string, min: number, max: number): void {
  validate(path, ({ value }) => {
    if (value().trim() === '') return mistake(missing);
    const pence = parsePounds(value());
    return pence === null || pence < min || pence > max ? mistake(`${name} must be an amount like 11.26`) : undefined;
  });
}

function textMistake(text: string, missing: string, name: string, limit: number): Mistake | undefined {
  if (text.trim() === '') return mistake(missing);
  return text.trim().length > limit ? mistake(`${name} must be ${limit} characters or less`) : undefined;
}

/** `39` → 390, `39.2` → 392; nothing when it is no such number. */
function typedTenths(text: string): number | undefined {
  const match = /^(\d{1,2})(?:\.(\d))?$/.exec(text.trim());
  return match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : undefined;
}

function bandsMistake(text: string): Mistake | undefined {
  const bands = typedBands(text);
  if (bands.length === 0) return mistake('Enter at least one band of hours');
  if (bands.length > bandsLimit) return mistake(`Enter at most ${bandsLimit} bands of hours`);
  const wrong = bands.findIndex((band) => band === undefined);
  return wrong === -1
    ? undefined
    : mistake(`Line ${wrong + 1} of the bands must be hours from 0 to 40, like 32.5, or 32.5: 13,753.00`);
}

/** One band a line; nothing in place of a line that is no band. */
function typedBands(text: string): readonly (RateCardBand | undefined)[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const match = /^\s*(\d{1,2}(?:\.\d{1,2})?)\s*(?::(.*))?$/.exec(line);
      const weeklyHours = Number(match?.[1]);
      if (!match || weeklyHours > 40) return undefined;
      if (match[2] === undefined) return { weeklyHours, fixedAnnualPence: null };
      const fixedAnnualPence = parsePounds(match[2]);
      return fixedAnnualPence === null || fixedAnnualPence < 0 ? undefined : { weeklyHours, fixedAnnualPence };
    });
}

/** What is sent; call it only when the schema finds nothing wrong. */
export function rateCardBody(answers: RateCardAnswers): CreateRateCard {
  return {
    name: answers.name.trim(),
    startsOn: typedDate(answers.startsOn),
    endsOn: typedDate(answers.endsOn) || null,
    hourlyRatePence: parsePounds(answers.hourlyRatePence) ?? 0,
    weeksPerYear: (typedTenths(answers.weeksPerYear) ?? 0) / 10,
    schoolContributionPence: parsePounds(answers.schoolContributionPence) ?? 0,
    rounding: answers.rounding || 'none',
    bands: typedBands(answers.bands).filter((band) => band !== undefined),
    priceYear: answers.priceYear.trim(),
    source: answers.source.trim(),
  };
}
