import { Injectable } from '@nestjs/common';
import { answerDifferences, moveReferral } from '@panel/case-rules';

import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { versionStale } from '../../common/common.problems.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import type { Referral } from '../referral.dto.js';
import { sideOf } from '../referral-editing.js';
import type { ReferralEntity } from '../referral.entity.js';
import { answersOf, pupilNameOf } from '../referral-mapping.js';
import { ReferralPresenter } from '../referral-presenter.js';
import { referralMoveRefused, referralNotFound } from '../referral.problems.js';
import { ReferralSubmissionService } from '../referral-submission.service.js';
import { ReferralsRepository } from '../referrals.repository.js';
import { ReferralVersionsService } from '../versions/referral-versions.service.js';
import { amendmentUnderWay, noAmendment } from './referral-amendment.problems.js';
import { type AmendmentRow, ReferralAmendmentsRepository } from './referral-amendments.repository.js';

/**
 * Changes to what was already sent: begun with a reason, written like a draft, and sent as the next version. Until then
 * everybody but the writers sees the referral as it was.
 */
@Injectable()
export class ReferralAmendmentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralAmendmentsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly submission: ReferralSubmissionService,
    private readonly versions: ReferralVersionsService,
    private readonly presenter: ReferralPresenter,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  start(actor: Actor, referralId: string, version: number, reason: string): Promise<Referral> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.lockVersion(tx, actor, referralId, version);
      // What is still to come (a change, no gap) is asked when it is sent.
      const move = moveReferral(referral.status, 'amend', { reason, gaps: [], differences: 1 });
      if (!move.allowed) throw referralMoveRefused(move.reasons);
      if (await this.repository.find(tx, actor.authorityId, referralId)) throw amendmentUnderWay();
      const { authorityId, userId: startedBy } = actor;
      const side = sideOf(actor, referral) ?? 'school';
      await this.repository.insert(tx, {
        ...{ authorityId, referralId, side, reason },
        ...{ startedBy, startedAt: this.clock.now() },
      });
      await this.audit.record(tx, actor, 'referral.amendment_started', 'referral', referralId);
      return this.presenter.present(tx, actor, referral);
    });
  }

  /** Sends it: the next version, told to the coordinators and to the school. */
  amend(actor: Actor, referralId: string, version: number): Promise<Referral> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.lockVersion(tx, actor, referralId, version);
      const amendment = await this.loadOwn(tx, actor, referral);
      const before = answersOf(await this.presenter.sections(tx, referral, null));
      const answers = answersOf(await this.presenter.sections(tx, referral, amendment));
      const differences = answerDifferences(before, answers);
      const facts = { reason: amendment.reason, gaps: [], differences: differences.length };
      const move = moveReferral(referral.status, 'amend', facts);
      if (!move.allowed) throw referralMoveRefused(move.reasons);
      await this.versions.keepFirst(tx, referral, before);
      // 422 with the gaps, if there are any.
      await this.submission.takeFacts(tx, referral, answers);
      referral.pupilName = pupilNameOf(answers);
      await this.submission.save(tx, referral);
      await this.repository.takeOver(tx, actor.authorityId, referralId, amendment.id);
      await this.repository.delete(tx, actor.authorityId, amendment.id);
      const { reason } = amendment;
      const number = await this.versions.keep(tx, actor, referral, { answers, reason, signOffId: null });
      const detail = { number, changes: differences.length };
      await this.audit.record(tx, actor, 'referral.amended', 'referral', referralId, detail);
      return this.presenter.present(tx, actor, referral);
    });
  }

  giveUp(actor: Actor, referralId: string, version: number): Promise<Referral> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.lockVersion(tx, actor, referralId, version);
      const { id } = await this.loadOwn(tx, actor, referral);
      await this.repository.delete(tx, actor.authorityId, id);
      await this.audit.record(tx, actor, 'referral.amendment_given_up', 'referral', referralId);
      return this.presenter.present(tx, actor, referral);
    });
  }

  private async lockVersion(tx: Tx, actor: Actor, referralId: string, version: number): Promise<ReferralEntity> {
    const referral = await this.referrals.lock(tx, actor, referralId);
    if (!referral) throw referralNotFound();
    if (referral.version !== version) throw versionStale();
    return referral;
  }

  private async loadOwn(tx: Tx, actor: Actor, referral: ReferralEntity): Promise<AmendmentRow> {
    const amendment = await this.repository.find(tx, actor.authorityId, referral.id);
    if (!amendment || amendment.side !== sideOf(actor, referral)) throw noAmendment();
    return amendment;
  }
}
