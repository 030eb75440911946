import { DateOnly, Instant, ListOf, OneOf, PenceField, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { COMMITMENT_KINDS, type CommitmentKind } from './commitment-entry.entity.js';
import { CAPACITY_UNITS, type CapacityUnit } from './contract.entity.js';
import type { LedgerRow } from './contract-ledger.query.js';
import type { ContractRow } from './contracts.repository.js';

export class ContractListItem {
  @Uuid()
  id: string;

  @Text({ max: 500 })
  title: string;

  @Text({ max: 200 })
  providerName: string;

  @Text({ max: 500 })
  area: string;

  @DateOnly()
  startsOn: string;

  @DateOnly()
  endsOn: string;

  @PenceField()
  valuePence: number;

  @OneOf(CAPACITY_UNITS, { name: 'CapacityUnit' })
  capacityUnit: CapacityUnit;

  @PenceField()
  unitPricePence: number;

  @WholeNumber({ min: 0 })
  capacityUnits: number;

  @WholeNumber({ min: 0, description: 'Committed and not given back.' })
  takenUnits: number;

  @WholeNumber({ min: 0 })
  leftUnits: number;

  @PenceField()
  committedPence: number;

  @PenceField()
  leftPence: number;

  @YesNo()
  isAllocatedByPanel: boolean;
}

export class ContractList {
  @ListOf(() => ContractListItem)
  items: ContractListItem[];
}

export class LedgerEntry {
  @Instant()
  at: string;

  @OneOf(COMMITMENT_KINDS, { name: 'CommitmentKind' })
  kind: CommitmentKind;

  @WholeNumber({ description: 'Negative when units are given back.' })
  units: number;

  @WholeNumber({ description: 'Pence; negative when money is given back.' })
  amountPence: number;

  @Text({ max: 20, description: 'The reference of the case, never a name; empty once the case has been destroyed.' })
  reference: string;
}

export class Contract extends ContractListItem {
  @Text({ max: 5000 })
  description: string;

  @Text({ max: 500 })
  extensions: string;

  @Text({ max: 500 })
  oversight: string;

  @Text({ max: 500 })
  reportsTo: string;

  @ListOf(() => LedgerEntry, { description: 'The newest first.' })
  ledger: LedgerEntry[];
}

export function toContractListItem(row: ContractRow): ContractListItem {
  return {
    id: row.id,
    title: row.title,
    providerName: row.providerName,
    area: row.area,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    valuePence: row.valuePence,
    capacityUnit: row.capacityUnit,
    unitPricePence: row.unitPricePence,
    capacityUnits: row.capacityUnits,
    takenUnits: row.takenUnits,
    leftUnits: row.capacityUnits - row.takenUnits,
    committedPence: row.committedPence,
    leftPence: row.valuePence - row.committedPence,
    isAllocatedByPanel: row.isAllocatedByPanel,
  };
}

export function toContract(row: ContractRow, ledger: readonly LedgerRow[]): Contract {
  return {
    ...toContractListItem(row),
    description: row.description,
    extensions: row.extensions,
    oversight: row.oversight,
    reportsTo: row.reportsTo,
    ledger: ledger.map(({ at, ...entry }) => ({ at: at.toISOString(), ...entry })),
  };
}
