import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { CommitmentEntryEntity } from './commitment-entry.entity.js';
import type { ContractEntity } from './contract.entity.js';
import { visibleTo } from './contract-visibility.js';

export interface ContractRow extends ContractEntity {
  readonly providerName: string;
}

const columns = `c.id, c.authority_id as "authorityId", c.provider_id as "providerId", p.name as "providerName", c.title, c.area,
  c.description, c.starts_on as "startsOn", c.ends_on as "endsOn", c.extensions, c.oversight, c.reports_to as "reportsTo",
  c.is_allocated_by_panel as "isAllocatedByPanel", c.value_pence as "valuePence", c.capacity_unit as "capacityUnit",
  c.unit_price_pence as "unitPricePence", c.capacity_units as "capacityUnits", c.taken_units as "takenUnits",
  c.committed_pence as "committedPence"`;

const withProvider = `from contracts c join providers p on p.authority_id = c.authority_id and p.id = c.provider_id`;

@Injectable()
export class ContractsRepository {
  findAll(tx: Tx, actor: Actor): Promise<ContractRow[]> {
    const values: unknown[] = [];
    return tx.rows<ContractRow>(
      `select ${columns} ${withProvider} where ${visibleTo(actor, values)} order by c.title, c.starts_on, c.id limit 1000`,
      values,
    );
  }

  async find(tx: Tx, actor: Actor, contractId: string): Promise<ContractRow | null> {
    const values: unknown[] = [contractId];
    const [row] = await tx.rows<ContractRow>(
      `select ${columns} ${withProvider} where c.id = $1 and ${visibleTo(actor, values)}`,
      values,
    );
    return row ?? null;
  }

  /**
   * Takes units and their price if that many are left, in one statement: two who want the last place at once wait for each
   * other here, and the second finds it gone. Gives false then; nothing is changed.
   */
  async take(
    tx: Tx,
    contract: Pick<ContractEntity, 'authorityId' | 'id'>,
    units: number,
    amountPence: number,
  ): Promise<boolean> {
    const taken = await tx.rows(
      `update contracts set taken_units = taken_units + $3, committed_pence = committed_pence + $4
        where authority_id = $1 and id = $2 and taken_units + $3 <= capacity_units and committed_pence + $4 <= value_pence
        returning id`,
      [contract.authorityId, contract.id, units, amountPence],
    );
    return taken.length === 1;
  }

  /** Gives back what was taken. More than is taken is a mistake of ours: the check constraints refuse it. */
  async giveBack(
    tx: Tx,
    contract: Pick<ContractEntity, 'authorityId' | 'id'>,
    units: number,
    amountPence: number,
  ): Promise<void> {
    const given = await tx.rows(
      `update contracts set taken_units = taken_units - $3, committed_pence = committed_pence - $4
        where authority_id = $1 and id = $2 returning id`,
      [contract.authorityId, contract.id, units, amountPence],
    );
    if (given.length !== 1) throw new Error('the contract of an allocation is not there');
  }

  async enter(tx: Tx, entry: Omit<CommitmentEntryEntity, 'id'>): Promise<void> {
    await tx.rows(
      `insert into commitment_entries (authority_id, contract_id, allocation_id, kind, units, amount_pence, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        entry.authorityId,
        entry.contractId,
        entry.allocationId,
        entry.kind,
        entry.units,
        entry.amountPence,
        entry.enteredAt,
      ],
    );
  }
}
