import { Injectable } from '@nestjs/common';
import { type AllocationVerb, type AllocationVerbFacts, moveAllocation } from '@panel/case-rules';

import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { unitsInWords } from '../contracts/units-in-words.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import type { Allocation, AllocationList } from './allocation.dto.js';
import type { AllocationEntity } from './allocation.entity.js';
import { toAllocation, toAllocationListItem } from './allocation-mapping.js';
import { allocationMoveRefused, allocationNotFound } from './allocation.problems.js';
import { AllocationViewQuery } from './allocation-view.query.js';
import { AllocationsRepository } from './allocations.repository.js';

/** What a decision of the panel allocates. `day`: the day of the panel, on which the contract must be in force. */
export interface AgreedSupport {
  readonly referralId: string;
  readonly decisionId: string;
  readonly contractId: string;
  readonly units: number;
  readonly day: string;
}

/**
 * Units of a contract for a child: allocated by the panel, accepted or declined by the provider.
 *
 * Rows are locked in one order everywhere, so that no two of these can wait for each other: panel, agenda item, allocation,
 * referral, contract, and the audit last.
 */
@Injectable()
export class AllocationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AllocationsRepository,
    private readonly view: AllocationViewQuery,
    private readonly contracts: ContractsService,
    private readonly referrals: ReferralsService,
    private readonly referralsRepository: ReferralsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<AllocationList> {
    return this.transactions.run(actor, async (tx) => {
      const items = (await this.view.findAll(tx, actor)).map((row) => toAllocationListItem(row, actor));
      await this.audit.record(tx, actor, 'allocation.viewed', 'allocation', null, { count: items.length });
      return { items };
    });
  }

  read(actor: Actor, allocationId: string): Promise<Allocation> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.view.find(tx, actor, allocationId);
      if (!row) throw allocationNotFound();
      await this.record(tx, actor, 'allocation.viewed', row);
      return this.load(tx, actor, allocationId);
    });
  }

  accept(actor: Actor, allocationId: string, version: number): Promise<Allocation> {
    return this.transactions.run(actor, async (tx) => {
      const allocation = await this.lockVersion(tx, actor, allocationId, version);
      await this.move(tx, allocation, 'accept', {});
      await this.record(tx, actor, 'allocation.accepted', allocation);
      return this.load(tx, actor, allocationId);
    });
  }

  /** The provider cannot do it: the units and the money go back, and the case goes back to wait for a panel. */
  decline(actor: Actor, allocationId: string, version: number, reason: string): Promise<Allocation> {
    return this.transactions.run(actor, async (tx) => {
      const allocation = await this.lockVersion(tx, actor, allocationId, version);
      allocation.declineReason = reason;
      const referral = await this.referralsRepository.lockOfAuthority(tx, actor.authorityId, allocation.referralId);
      await this.move(tx, allocation, 'decline', { reason });
      await this.contracts.release(tx, actor, { ...allocation, allocationId });
      await this.record(tx, actor, 'allocation.declined_by_provider', allocation);
      if (referral?.status === 'decided' && !(await this.repository.hasOtherOpen(tx, allocation))) {
        const facts = { outcome: 'reconsidered', reason, isUrgent: referral.isUrgent } as const;
        await this.referrals.moveInPassing(tx, actor, referral.id, 'decide', 'referral.ready_for_panel', facts);
      }
      return this.load(tx, actor, allocationId);
    });
  }

  /** Allocates what the panel has agreed, or refuses when the contract has not enough left. Part of the decision. */
  async approve(tx: Tx, actor: Actor, { day, ...agreed }: AgreedSupport): Promise<void> {
    const { contract, amountPence } = await this.contracts.take(tx, actor, agreed.contractId, agreed.units, day);
    const { authorityId, providerId, unitPricePence } = contract;
    const move = moveAllocation('proposed', 'approve', {});
    if (!move.allowed) throw allocationMoveRefused(move.reasons);
    const allocationId = await this.repository.insert(tx, {
      ...agreed,
      authorityId,
      providerId,
      unitPricePence,
      amountPence,
      status: move.status,
      allocatedOn: this.clock.today(),
    });
    await this.contracts.enter(tx, actor, 'committed', { ...agreed, allocationId, amountPence });
    const what = unitsInWords(agreed.units, contract.capacityUnit);
    await this.record(tx, actor, 'allocation.approved', { id: allocationId, referralId: agreed.referralId }, what);
  }

  /** Moves a locked allocation and saves it as its next version. */
  async move<V extends AllocationVerb>(
    tx: Tx,
    allocation: AllocationEntity,
    verb: V,
    facts: AllocationVerbFacts[V],
  ): Promise<void> {
    const move = moveAllocation(allocation.status, verb, facts);
    if (!move.allowed) throw allocationMoveRefused(move.reasons);
    allocation.status = move.status;
    await this.repository.save(tx, allocation);
  }

  /** On the allocation, and on the case so that its timeline shows it. `what` holds codes and numbers, nothing typed. */
  async record(
    tx: Tx,
    actor: Actor,
    event: AuditEventName,
    allocation: Pick<AllocationEntity, 'id' | 'referralId'>,
    what?: string,
  ): Promise<void> {
    const detail = what === undefined ? {} : { what };
    await this.audit.record(tx, actor, event, 'allocation', allocation.id, detail);
    await this.audit.record(tx, actor, event, 'referral', allocation.referralId, detail);
  }

  async load(tx: Tx, actor: Actor, allocationId: string): Promise<Allocation> {
    const row = await this.view.find(tx, actor, allocationId);
    if (!row) throw allocationNotFound();
    return toAllocation(row, await this.view.findSessions(tx, actor.authorityId, allocationId), actor);
  }

  private async lockVersion(tx: Tx, actor: Actor, allocationId: string, version: number): Promise<AllocationEntity> {
    const allocation = await this.repository.lock(tx, actor, allocationId);
    if (!allocation) throw allocationNotFound();
    if (allocation.version !== version) throw versionStale();
    return allocation;
  }
}
