import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is bought in: by the place, the hour or the session. */
export const CAPACITY_UNITS = ['place', 'hour', 'session'] as const;
export type CapacityUnit = (typeof CAPACITY_UNITS)[number];

@Entity('contracts')
export class ContractEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'provider_id' })
  providerId: string;

  @Column('text')
  title: string;

  @Column('text')
  area: string;

  @Column('text')
  description: string;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('text')
  extensions: string;

  @Column('text')
  oversight: string;

  @Column('text', { name: 'reports_to' })
  reportsTo: string;

  @Column('boolean', { name: 'is_allocated_by_panel' })
  isAllocatedByPanel: boolean;

  @Column('bigint', { name: 'value_pence' })
  valuePence: number;

  @Column('text', { name: 'capacity_unit' })
  capacityUnit: CapacityUnit;

  @Column('integer', { name: 'unit_price_pence' })
  unitPricePence: number;

  @Column('integer', { name: 'capacity_units' })
  capacityUnits: number;

  /** Committed and not given back. Changed only by `ContractsRepository.take` and `giveBack`, together with the ledger. */
  @Column('integer', { name: 'taken_units', default: 0 })
  takenUnits: number;

  @Column('bigint', { name: 'committed_pence', default: 0 })
  committedPence: number;
}
