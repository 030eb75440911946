import { Injectable } from '@nestjs/common';
import { moveReferral, type ReferralVerb, type ReferralVerbFacts } from '@panel/case-rules';

import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { Referral } from './referral.dto.js';
import type { ReferralEntity } from './referral.entity.js';
import { AmendmentEnd } from './amendments/amendment-end.js';
import { ReferralPresenter } from './referral-presenter.js';
import { referralMoveRefused, referralNotFound } from './referral.problems.js';
import { ReferralsRepository } from './referrals.repository.js';

/** The verbs of a referral: read, and what the coordinator does with it. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralsRepository,
    private readonly presenter: ReferralPresenter,
    private readonly amendmentEnd: AmendmentEnd,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, referralId: string): Promise<Referral> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.load(tx, actor, referralId);
      await this.audit.record(tx, actor, 'referral.viewed', 'referral', referralId);
      return referral;
    });
  }

  async load(tx: Tx, actor: Actor, referralId: string): Promise<Referral> {
    const referral = await this.repository.find(tx, actor, referralId);
    if (!referral) throw referralNotFound();
    return this.present(tx, actor, referral);
  }

  accept(actor: Actor, referralId: string, version: number): Promise<Referral> {
    return this.transactions.run(actor, async (tx) =>
      this.present(tx, actor, await this.acceptWithin(tx, actor, referralId, version)),
    );
  }

  /** For several at once, in the transaction of all of them. */
  acceptWithin(tx: Tx, actor: Actor, referralId: string, version: number): Promise<ReferralEntity> {
    return this.decideWithin(tx, actor, referralId, version, 'accept', 'referral.accepted', {}, (referral) => {
      referral.returnReason = null;
    });
  }

  withdraw(actor: Actor, referralId: string, version: number, reason: string): Promise<Referral> {
    return this.decideAlone(actor, referralId, version, 'withdraw', 'referral.withdrawn', { reason }, (referral) => {
      referral.withdrawReason = reason;
    });
  }

  readyForPanel(actor: Actor, referralId: string, version: number): Promise<Referral> {
    return this.decideAlone(
      actor,
      referralId,
      version,
      'ready_for_panel',
      'referral.ready_for_panel',
      { hasAssessment: true },
      () => undefined,
    );
  }

  /**
   * Moves a referral as part of another feature's work (an assessment, a decision, a review), in its transaction. The
   * caller has checked the person's permission for that work.
   */
  async moveInPassing<Verb extends ReferralVerb>(
    tx: Tx,
    actor: Actor,
    referralId: string,
    verb: Verb,
    event: AuditEventName,
    facts: ReferralVerbFacts[Verb],
  ): Promise<void> {
    const referral = await this.repository.lockOfAuthority(tx, actor.authorityId, referralId);
    if (!referral) throw referralNotFound();
    this.move(referral, verb, facts);
    await this.amendmentEnd.settle(tx, referral);
    await this.repository.save(tx, referral);
    await this.audit.record(tx, actor, event, 'referral', referralId);
  }

  /**
   * A verb of the coordinator within the transaction of a feature that keeps more with it, such as the questions of a
   * return. Gives the referral as it was saved.
   */
  async decideWithin<Verb extends ReferralVerb>(
    tx: Tx,
    actor: Actor,
    referralId: string,
    version: number,
    verb: Verb,
    event: AuditEventName,
    facts: ReferralVerbFacts[Verb],
    change: (referral: ReferralEntity) => void,
  ): Promise<ReferralEntity> {
    const referral = await this.lockVersion(tx, actor, referralId, version);
    this.move(referral, verb, facts);
    await this.amendmentEnd.settle(tx, referral);
    change(referral);
    await this.repository.save(tx, referral);
    await this.audit.record(tx, actor, event, 'referral', referralId);
    return referral;
  }

  private decideAlone<Verb extends ReferralVerb>(
    actor: Actor,
    referralId: string,
    version: number,
    verb: Verb,
    event: AuditEventName,
    facts: ReferralVerbFacts[Verb],
    change: (referral: ReferralEntity) => void,
  ): Promise<Referral> {
    return this.transactions.run(actor, async (tx) =>
      this.present(tx, actor, await this.decideWithin(tx, actor, referralId, version, verb, event, facts, change)),
    );
  }

  private async lockVersion(tx: Tx, actor: Actor, referralId: string, version: number): Promise<ReferralEntity> {
    const referral = await this.repository.lock(tx, actor, referralId);
    if (!referral) throw referralNotFound();
    if (referral.version !== version) throw versionStale();
    return referral;
  }

  private move<Verb extends ReferralVerb>(referral: ReferralEntity, verb: Verb, facts: ReferralVerbFacts[Verb]): void {
    const move = moveReferral(referral.status, verb, facts);
    if (!move.allowed) throw referralMoveRefused(move.reasons);
    referral.status = move.status;
    referral.statusChangedOn = this.clock.today();
  }

  present(tx: Tx, actor: Actor, referral: ReferralEntity): Promise<Referral> {
    return this.presenter.present(tx, actor, referral);
  }
}
