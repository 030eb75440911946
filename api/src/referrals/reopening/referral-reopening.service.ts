import { Injectable } from '@nestjs/common';
import { availableReferralVerbs, moveReferral } from '@panel/case-rules';
import { daysBetween } from '@panel/reference';

import { AuditService } from '../../audit/audit.service.js';
import { type Actor, rolesOf } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { versionStale } from '../../common/common.problems.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import type { Referral } from '../referral.dto.js';
import type { ReferralEntity } from '../referral.entity.js';
import { ReferralPresenter } from '../referral-presenter.js';
import { otherOpenReferralExists, referralMoveRefused, referralNotFound } from '../referral.problems.js';
import { ReferralsRepository } from '../referrals.repository.js';
import { declinedIsReopenedByCoordinator } from './referral-reopening.problems.js';

/** A referral that was withdrawn or declined goes on: with what was written, under its reference, for the reason given. */
@Injectable()
export class ReferralReopeningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralsRepository,
    private readonly presenter: ReferralPresenter,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  reopen(actor: Actor, referralId: string, version: number, reason: string): Promise<Referral> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.repository.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      if (referral.version !== version) throw versionStale();
      const isForOthers = !availableReferralVerbs(referral.status, rolesOf(actor)).includes('reopen');
      if (referral.status === 'declined' && isForOthers) throw declinedIsReopenedByCoordinator();

      const today = this.clock.today();
      const move = moveReferral(referral.status, 'reopen', {
        reason,
        daysSinceEnd: daysBetween(referral.statusChangedOn, today),
        hasOtherOpenReferral: await this.hasOther(tx, referral),
        wasSubmitted: referral.submittedOn !== null,
      });
      if (!move.allowed) throw referralMoveRefused(move.reasons);
      Object.assign(referral, {
        status: move.status,
        statusChangedOn: today,
        reopenReason: reason,
        // What has come back to the school says why.
        returnReason: move.status === 'returned' ? reason : referral.returnReason,
        withdrawReason: null,
        declineReason: null,
        declineExplanation: null,
      });
      // Another referral for the child may have been sent in the same instant.
      if ((await this.repository.saveSubmitted(tx, referral)) === 'duplicate') throw otherOpenReferralExists();
      await this.audit.record(tx, actor, 'referral.reopened', 'referral', referralId, { status: move.status });
      return this.presenter.present(tx, actor, referral);
    });
  }

  private async hasOther(tx: Tx, { authorityId, childId, id }: ReferralEntity): Promise<boolean> {
    if (childId === null) return false;
    const open = await this.repository.findOpenForChild(tx, authorityId, childId);
    return open !== null && open.id !== id;
  }
}
