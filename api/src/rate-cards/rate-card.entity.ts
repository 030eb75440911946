import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface StoredBand {
  readonly weeklyHoursHundredths: number;
  readonly fixedAnnualPence: number | null;
}

@Entity('rate_cards')
export class RateCardEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('text')
  name: string;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: string | null;

  @Column('integer', { name: 'hourly_rate_pence' })
  hourlyRatePence: number;

  /** Tenths of a week: 38 weeks are 380. */
  @Column('integer', { name: 'weeks_tenths' })
  weeksTenths: number;

  @Column('integer', { name: 'school_contribution_pence' })
  schoolContributionPence: number;

  @Column('text')
  rounding: 'none' | 'whole_pounds_half_up';

  @Column('text', { name: 'price_year' })
  priceYear: string;

  @Column('text')
  source: string;

  @Column('jsonb')
  bands: StoredBand[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
