import { DateOnly, Decimal, ListOf, OneOf, PenceField, Text, Uuid } from '../common/fields.js';
import type { RateCardEntity } from './rate-card.entity.js';

const roundings = ['none', 'whole_pounds_half_up'] as const;

export class RateCardBand {
  @Decimal({ places: 2, min: 0, max: 40 })
  weeklyHours: number;

  @PenceField({ nullable: true, description: 'A fixed annual amount for this band; null: hours × rate × weeks.' })
  fixedAnnualPence: number | null;
}

export class CreateRateCard {
  @Text({ max: 200, min: 1 })
  name: string;

  @DateOnly()
  startsOn: string;

  @DateOnly({ nullable: true })
  endsOn: string | null;

  @PenceField({ min: 1, max: 100_000 })
  hourlyRatePence: number;

  @Decimal({ places: 1, min: 0.1, max: 53 })
  weeksPerYear: number;

  @PenceField({ max: 100_000_000 })
  schoolContributionPence: number;

  @OneOf(roundings, { name: 'Rounding' })
  rounding: (typeof roundings)[number];

  @ListOf(() => RateCardBand, { max: 20 })
  bands: RateCardBand[];

  @Text({ max: 20, min: 1 })
  priceYear: string;

  @Text({ max: 500, min: 1 })
  source: string;
}

export class RateCard extends CreateRateCard {
  @Uuid()
  id: string;
}

export class RateCardList {
  @ListOf(() => RateCard)
  items: RateCard[];
}

export function toRateCard(entity: RateCardEntity): RateCard {
  return {
    id: entity.id,
    name: entity.name,
    startsOn: entity.startsOn,
    endsOn: entity.endsOn,
    hourlyRatePence: entity.hourlyRatePence,
    weeksPerYear: entity.weeksTenths / 10,
    schoolContributionPence: entity.schoolContributionPence,
    rounding: entity.rounding,
    bands: entity.bands.map((band) => ({
      weeklyHours: band.weeklyHoursHundredths / 100,
      fixedAnnualPence: band.fixedAnnualPence,
    })),
    priceYear: entity.priceYear,
    source: entity.source,
  };
}
