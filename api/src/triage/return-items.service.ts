import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, may } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { Referral } from '../referrals/referral.dto.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { ReturnItemsRepository } from './return-items.repository.js';
import type { AnswerReturnItem, ReturnItems, ReturnReferral } from './triage.dto.js';
import { returnFieldInvalid, returnItemClosed, returnItemNotFound, returnItemsMissing } from './triage.problems.js';

/** A referral that goes back to its school with named questions, and what the school says to each. */
@Injectable()
export class ReturnItemsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReturnItemsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly verbs: ReferralsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  return(actor: Actor, referralId: string, version: number, body: ReturnReferral): Promise<Referral> {
    const { items } = body;
    if (items.length === 0) throw returnItemsMissing();
    const wrong = items.findIndex(({ field }) => !/^[A-Za-z0-9/]*$/.test(field));
    if (wrong >= 0) throw returnFieldInvalid(wrong);
    const count = items.length === 1 ? '1 question' : `${items.length} questions`;
    const reason = body.reason.trim() || `Please answer ${count} and submit the referral again.`;
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.verbs.decideWithin(
        tx,
        actor,
        referralId,
        version,
        'return',
        'referral.returned',
        { reason },
        (changed) => {
          changed.returnReason = reason;
          changed.timesReturned += 1;
        },
      );
      const asked = { authorityId: actor.authorityId, referralId, round: referral.timesReturned };
      await this.repository.insert(tx, { ...asked, by: actor.userId, at: this.clock.now() }, items);
      return this.verbs.present(tx, actor, referral);
    });
  }

  list(actor: Actor, referralId: string): Promise<ReturnItems> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'return_item.listed', 'referral', referralId);
      return this.present(tx, actor, referral);
    });
  }

  answer(
    actor: Actor,
    referralId: string,
    itemId: string,
    version: number,
    { isAnswered, answer }: AnswerReturnItem,
  ): Promise<ReturnItems> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      const items = await this.repository.findOfReferral(tx, actor.authorityId, referralId);
      const item = items.find(({ id }) => id === itemId);
      if (!item) throw returnItemNotFound();
      if (referral.status !== 'returned' || item.round !== referral.timesReturned) throw returnItemClosed();
      const isMarked = await this.repository.mark(
        tx,
        { authorityId: actor.authorityId, id: itemId, version },
        { answer, by: isAnswered ? actor.userId : null, at: isAnswered ? this.clock.now() : null },
      );
      if (!isMarked) throw versionStale();
      const event = isAnswered ? 'return_item.answered' : 'return_item.reopened';
      await this.audit.record(tx, actor, event, 'referral', referralId, { itemId });
      return this.present(tx, actor, referral);
    });
  }

  private async present(tx: Tx, actor: Actor, referral: ReferralEntity): Promise<ReturnItems> {
    const items = await this.repository.findOfReferral(tx, actor.authorityId, referral.id);
    return {
      items: items.map(({ askedOfVersion: _, ...item }) => item),
      latestRound: referral.timesReturned,
      canAnswer: referral.status === 'returned' && may(actor, 'referral:draft'),
    };
  }
}
