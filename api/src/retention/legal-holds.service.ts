import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { type LegalHoldRow, LegalHoldsRepository } from './legal-holds.repository.js';
import type { LegalHold, LegalHolds, PlaceHold } from './retention.dto.js';
import { draftHasNoChild, holdAlreadyLifted, holdNotFound, nothingToHold } from './retention.problems.js';

/** What stops the destruction of a case, or of all cases of a child, until it is lifted. */
@Injectable()
export class LegalHoldsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: LegalHoldsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<LegalHolds> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await this.repository.findAll(tx, actor.authorityId);
      await this.audit.record(tx, actor, 'legal_hold.listed', 'legal_hold', null);
      return { items: rows.map(toLegalHold) };
    });
  }

  place(actor: Actor, key: string, body: PlaceHold): Promise<LegalHold> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'placeHold', key, body, at }, async () => {
        const { authorityId, userId: placedBy } = actor;
        const subject = await this.repository.findSubject(tx, authorityId, body.upnOrReference);
        if (!subject) throw nothingToHold();
        if (body.covers === 'child' && subject.childId === null) throw draftHasNoChild();
        const held =
          body.covers === 'child'
            ? { childId: subject.childId, referralId: null }
            : { childId: null, referralId: subject.referralId };
        const { reason } = body;
        const id = await this.repository.insert(tx, { ...held, authorityId, reason, placedBy, placedAt: at });
        const context = {
          ...(subject.childId !== null && { childId: subject.childId }),
          referralId: subject.referralId,
        };
        await this.audit.record(tx, actor, 'legal_hold.placed', 'legal_hold', id, { covers: body.covers }, context);
        return this.load(tx, actor, id);
      }),
    );
  }

  lift(actor: Actor, holdId: string, version: number, reason: string): Promise<LegalHold> {
    return this.transactions.run(actor, async (tx) => {
      const hold = await this.repository.lock(tx, actor.authorityId, holdId);
      if (!hold) throw holdNotFound();
      if (hold.liftedAt) throw holdAlreadyLifted();
      if (hold.version !== version) throw versionStale();
      await this.repository.lift(tx, actor.authorityId, holdId, actor.userId, this.clock.now(), reason);
      await this.audit.record(tx, actor, 'legal_hold.lifted', 'legal_hold', holdId);
      return this.load(tx, actor, holdId);
    });
  }

  private async load(tx: Tx, actor: Actor, holdId: string): Promise<LegalHold> {
    const hold = await this.repository.find(tx, actor.authorityId, holdId);
    if (!hold) throw holdNotFound();
    return toLegalHold(hold);
  }
}

function toLegalHold({ placedAt, liftedAt, ...hold }: LegalHoldRow): LegalHold {
  return { ...hold, placedAt: placedAt.toISOString(), liftedAt: liftedAt?.toISOString() ?? null };
}
