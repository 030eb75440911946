import { Injectable } from '@nestjs/common';
import { moveReferral } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { Transactions } from '../database/transactions.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { referralMoveRefused, referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import type { AssessmentAnswers, AssessmentDraft, SavedAssessmentDraft } from './assessment-draft.dto.js';
import { AssessmentDraftsRepository } from './assessment-drafts.repository.js';
import { draftHours, emptyAnswers, toWorking } from './assessment-mapping.js';

/** The next assessment while it is written: saved as it is typed, and open to the other coordinators. */
@Injectable()
export class AssessmentDraftsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AssessmentDraftsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly rateCards: RateCardsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, referralId: string): Promise<AssessmentDraft> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
      const stored = await this.repository.find(tx, actor.authorityId, referralId);
      const rateCard = await this.rateCards.findInForce(tx, actor, this.clock.today());
      await this.audit.record(tx, actor, 'assessment.draft_viewed', 'referral', referralId);
      const answers = stored?.answers ?? emptyAnswers();
      const hours = draftHours(answers);
      return {
        referralId,
        version: stored?.version ?? 0,
        savedAt: stored?.answers ? stored.savedAt.toISOString() : null,
        savedByName: stored?.answers ? stored.savedByName : null,
        answers,
        working: rateCard && hours !== null ? toWorking(rateCard, hours) : null,
        rateCardName: rateCard?.name ?? null,
      };
    });
  }

  save(actor: Actor, referralId: string, version: number, answers: AssessmentAnswers): Promise<SavedAssessmentDraft> {
    const savedAt = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      const move = moveReferral(referral.status, 'assess', { problemCount: 0 });
      if (!move.allowed) throw referralMoveRefused(move.reasons);
      const { authorityId, userId: savedBy } = actor;
      const saved = await this.repository.save(tx, { authorityId, referralId, answers, savedBy, savedAt }, version);
      if (saved === null) throw versionStale();
      await this.audit.record(tx, actor, 'assessment.draft_saved', 'referral', referralId, { version: saved });
      return { referralId, version: saved, savedAt: savedAt.toISOString(), savedByName: actor.name };
    });
  }
}
