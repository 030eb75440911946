import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import type { CreateReview, EhcFacts, RecordEhcFacts, Review, ReviewList } from './outcome.dto.js';
import type { EhcFactsEntity } from './ehc-facts.entity.js';
import { toEhcFacts, toReview } from './outcome-mapping.js';
import { ehcDateInFuture, ehcDatesOutOfOrder, reviewInFuture, reviewOnThisDayExists } from './outcome.problems.js';
import { OutcomesRepository } from './outcomes.repository.js';

/** What came of the support: the judgement at each review, and the objective facts beside it. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: OutcomesRepository,
    private readonly referrals: ReferralsService,
    private readonly referralsRepository: ReferralsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  listReviews(actor: Actor, referralId: string): Promise<ReviewList> {
    return this.transactions.run(actor, async (tx) => {
      await this.requireVisible(tx, actor, referralId);
      await this.audit.record(tx, actor, 'review.viewed', 'referral', referralId);
      return { items: await this.loadReviews(tx, actor, referralId) };
    });
  }

  /** Of a case that was already found to be visible, the newest first. */
  async loadReviews(tx: Tx, actor: Actor, referralId: string): Promise<Review[]> {
    return (await this.repository.findReviews(tx, actor.authorityId, referralId)).map(toReview);
  }

  createReview(actor: Actor, referralId: string, key: string, body: CreateReview): Promise<Review> {
    if (body.reviewedOn > this.clock.today()) throw reviewInFuture();
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `createReview ${referralId}`, key, body, at }, async () => {
        const referral = await this.referralsRepository.lock(tx, actor, referralId);
        if (!referral) throw referralNotFound();
        const inserted = await this.repository.insertReview(tx, {
          ...body,
          authorityId: actor.authorityId,
          referralId,
          recordedBy: actor.userId,
          recordedAt: at,
        });
        if (!inserted) throw reviewOnThisDayExists();
        // A second review of a case that is already in review adds to it and moves nothing.
        if (referral.status !== 'in_review') {
          await this.referrals.moveInPassing(tx, actor, referralId, 'start_review', 'referral.in_review', {});
        }
        await this.audit.record(tx, actor, 'review.created', 'referral', referralId);
        if (body.nextStep === 'end') {
          await this.referrals.moveInPassing(tx, actor, referralId, 'close', 'referral.closed', {
            openAllocations: await this.repository.countOpenAllocations(tx, actor.authorityId, referralId),
            hasReview: true,
          });
        }
        const [newest] = (await this.repository.findReviews(tx, actor.authorityId, referralId)).filter(
          (review) => review.reviewedOn === body.reviewedOn,
        );
        if (!newest) throw referralNotFound();
        return toReview(newest);
      }),
    );
  }

  readEhcFacts(actor: Actor, referralId: string): Promise<EhcFacts> {
    return this.transactions.run(actor, async (tx) => {
      await this.requireVisible(tx, actor, referralId);
      await this.audit.record(tx, actor, 'ehc_facts.viewed', 'referral', referralId);
      return toEhcFacts(await this.repository.findEhcFacts(tx, actor.authorityId, referralId));
    });
  }

  recordEhcFacts(actor: Actor, referralId: string, version: number, body: RecordEhcFacts): Promise<EhcFacts> {
    this.checkDates(body);
    return this.transactions.run(actor, async (tx) => {
      await this.requireVisible(tx, actor, referralId);
      const { weeklyHours, ...facts } = body;
      const stored: Omit<EhcFactsEntity, 'version'> = {
        ...facts,
        weeklyHoursHundredths: weeklyHours === null ? null : Math.round(weeklyHours * 100),
        authorityId: actor.authorityId,
        referralId,
        recordedBy: actor.userId,
        recordedAt: this.clock.now(),
      };
      const saved = await this.repository.saveEhcFacts(tx, stored, version);
      if (saved === null) throw versionStale();
      await this.audit.record(tx, actor, 'ehc_facts.recorded', 'referral', referralId, { version: saved });
      return toEhcFacts({ ...stored, version: saved });
    });
  }

  private checkDates(body: RecordEhcFacts): void {
    const today = this.clock.today();
    for (const field of ['requestedOn', 'decidedOn', 'planIssuedOn'] as const) {
      const day = body[field];
      if (day === null) continue;
      if (day > today) throw ehcDateInFuture(`/${field}`);
      if (body.requestedOn === null || day < body.requestedOn) throw ehcDatesOutOfOrder(`/${field}`);
    }
  }

  private async requireVisible(tx: Tx, actor: Actor, referralId: string): Promise<void> {
    if (!(await this.referralsRepository.find(tx, actor, referralId))) throw referralNotFound();
  }
}
