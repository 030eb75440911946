import { Injectable } from '@nestjs/common';

import type { Allocation } from '../allocations/allocation.dto.js';
import type { AllocationEntity } from '../allocations/allocation.entity.js';
import { allocationNotFound } from '../allocations/allocation.problems.js';
import { AllocationsRepository } from '../allocations/allocations.repository.js';
import { AllocationsService } from '../allocations/allocations.service.js';
import { attendanceLabel } from '../allocations/attendance.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import type { RecordDeliverySession } from './delivery.dto.js';
import { sessionBeforeAllocation, sessionInFuture, sessionWithoutMinutes } from './delivery.problems.js';
import { DeliveryRepository } from './delivery.repository.js';

/** What the provider does with an accepted allocation: sessions, until it is complete. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DeliveryRepository,
    private readonly allocations: AllocationsService,
    private readonly allocationsRepository: AllocationsRepository,
    private readonly contracts: ContractsService,
    private readonly referrals: ReferralsService,
    private readonly referralsRepository: ReferralsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly clock: Clock,
  ) {}

  recordSession(actor: Actor, allocationId: string, key: string, body: RecordDeliverySession): Promise<Allocation> {
    const at = this.clock.now();
    const today = this.clock.today();
    if (body.heldOn > today) throw sessionInFuture();
    if (body.attendance === 'attended' && body.minutes < 1) throw sessionWithoutMinutes();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `recordSession ${allocationId}`, key, body, at }, async () => {
        const allocation = await this.lock(tx, actor, allocationId);
        if (body.heldOn < allocation.allocatedOn) throw sessionBeforeAllocation(allocation.allocatedOn);
        const before = await this.allocations.load(tx, actor, allocationId);
        await this.allocations.move(tx, allocation, 'record_session', { heldOn: body.heldOn, today });
        await this.repository.insert(tx, {
          ...body,
          authorityId: actor.authorityId,
          allocationId,
          recordedBy: actor.userId,
          recordedAt: at,
        });
        const after = await this.enterDelivered(tx, actor, allocation, before);
        await this.startDelivery(tx, actor, allocation.referralId);
        const what = attendanceLabel(body.attendance);
        await this.allocations.record(tx, actor, 'allocation.session_recorded', allocation, what);
        return after;
      }),
    );
  }

  /** What was allocated stays committed, delivered or not: the service was kept free for the child. */
  complete(actor: Actor, allocationId: string, version: number): Promise<Allocation> {
    return this.transactions.run(actor, async (tx) => {
      const allocation = await this.lock(tx, actor, allocationId);
      if (allocation.version !== version) throw versionStale();
      const before = await this.allocations.load(tx, actor, allocationId);
      const attended = before.deliverySessions.filter((session) => session.attendance === 'attended');
      await this.allocations.move(tx, allocation, 'complete', { attendedSessions: attended.length });
      const after = await this.enterDelivered(tx, actor, allocation, before);
      await this.allocations.record(tx, actor, 'allocation.completed', allocation);
      return after;
    });
  }

  private async lock(tx: Tx, actor: Actor, allocationId: string): Promise<AllocationEntity> {
    const allocation = await this.allocationsRepository.lock(tx, actor, allocationId);
    if (!allocation) throw allocationNotFound();
    return allocation;
  }

  /** Enters in the ledger what this change delivered beyond what was delivered before; gives the allocation as it is now. */
  private async enterDelivered(
    tx: Tx,
    actor: Actor,
    allocation: AllocationEntity,
    before: Allocation,
  ): Promise<Allocation> {
    const after = await this.allocations.load(tx, actor, allocation.id);
    const units = after.deliveredUnits - before.deliveredUnits;
    if (units > 0) {
      const amountPence = units * allocation.unitPricePence;
      const commitment = { allocationId: allocation.id, contractId: allocation.contractId, units, amountPence };
      await this.contracts.enter(tx, actor, 'delivered', commitment);
    }
    return after;
  }

  /** The first session of a decided case starts its delivery. A case that has left the panel's hands (withdrawn) refuses it. */
  private async startDelivery(tx: Tx, actor: Actor, referralId: string): Promise<void> {
    const referral = await this.referralsRepository.lockOfAuthority(tx, actor.authorityId, referralId);
    if (referral?.status === 'in_delivery' || referral?.status === 'in_review') return;
    const facts = { hasAcceptedAllocation: true };
    await this.referrals.moveInPassing(tx, actor, referralId, 'start_delivery', 'referral.in_delivery', facts);
  }
}
