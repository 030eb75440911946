import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { AllocationEntity } from './allocation.entity.js';
import { visibleTo } from './allocation-visibility.js';

@Injectable()
export class AllocationsRepository {
  /** Holds the row until the transaction ends: a verb decides on what nobody else can change meanwhile. */
  async lock(tx: Tx, actor: Actor, allocationId: string): Promise<AllocationEntity | null> {
    const values: unknown[] = [allocationId];
    const seen = await tx.rows(
      `select 1 from allocations a where a.id = $1 and ${visibleTo(actor, values)} for update of a`,
      values,
    );
    if (seen.length === 0) return null;
    return tx.manager.findOneBy(AllocationEntity, { authorityId: actor.authorityId, id: allocationId });
  }

  async insert(tx: Tx, allocation: Omit<AllocationEntity, 'id' | 'version' | 'declineReason'>): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into allocations (authority_id, referral_id, decision_id, contract_id, provider_id, units, unit_price_pence,
         amount_pence, status, allocated_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        allocation.authorityId,
        allocation.referralId,
        allocation.decisionId,
        allocation.contractId,
        allocation.providerId,
        allocation.units,
        allocation.unitPricePence,
        allocation.amountPence,
        allocation.status,
        allocation.allocatedOn,
      ],
    );
    if (!row) throw new Error('the insert of an allocation gave no id');
    return row.id;
  }

  /** Saves a locked allocation as its next version. */
  async save(tx: Tx, allocation: AllocationEntity): Promise<void> {
    allocation.version += 1;
    await tx.manager.save(AllocationEntity, allocation);
  }

  /** Whether the case has other support that still goes on or is waited for. */
  async hasOtherOpen(tx: Tx, allocation: AllocationEntity): Promise<boolean> {
    const others = await tx.rows(
      `select 1 from allocations where authority_id = $1 and referral_id = $2 and id <> $3
          and status in ('proposed', 'approved', 'accepted', 'active') limit 1`,
      [allocation.authorityId, allocation.referralId, allocation.id],
    );
    return others.length > 0;
  }
}
