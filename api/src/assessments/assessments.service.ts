import { Injectable } from '@nestjs/common';
import { annualValue } from '@panel/cost-avoidance';
import { checkAssessment, checkEvidence, checkJudgementFitsEvidence } from '@panel/risk';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid, versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { AssessmentDraftsRepository } from './assessment-drafts.repository.js';
import { toAssessment } from './assessment-mapping.js';
import type { Assessment, AssessmentList, CreateAssessment } from './assessment.dto.js';
import { AssessmentsRepository } from './assessments.repository.js';

/** The coordinator's judgement of risk. Each one stays; the annual value is computed from the rate card of the day. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AssessmentsRepository,
    private readonly drafts: AssessmentDraftsRepository,
    private readonly referrals: ReferralsService,
    private readonly referralsRepository: ReferralsRepository,
    private readonly rateCards: RateCardsService,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, referralId: string): Promise<AssessmentList> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.referralsRepository.find(tx, actor, referralId))) throw referralNotFound();
      await this.audit.record(tx, actor, 'assessment.viewed', 'referral', referralId);
      return { items: await this.load(tx, actor, referralId) };
    });
  }

  create(actor: Actor, referralId: string, key: string, body: CreateAssessment): Promise<Assessment> {
    const judged = checkAssessment(body);
    const hasRationale = judged.every(({ pointer }) => pointer !== '/rationale');
    const problems = [
      ...checkEvidence(body),
      ...judged,
      ...(hasRationale ? checkJudgementFitsEvidence(body, body) : []),
    ];
    if (problems.length > 0) {
      throw fieldsInvalid(problems.map(({ pointer, code, message }) => ({ pointer, code, detail: message })));
    }
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `createAssessment ${referralId}`, key, body, at }, async () => {
        if (!(await this.referralsRepository.lock(tx, actor, referralId))) throw referralNotFound();
        const today = this.clock.today();
        const rateCard = await this.rateCards.inForce(tx, actor, today);
        const { weeklyHours, draftVersion, ...judgement } = body;
        await this.endDraft(tx, actor, referralId, draftVersion);
        const weeklyHoursHundredths = Math.round(weeklyHours * 100);
        await this.repository.insert(tx, {
          ...judgement,
          authorityId: actor.authorityId,
          referralId,
          weeklyHoursHundredths,
          rateCardId: rateCard.id,
          annualValuePence: annualValue(rateCard, weeklyHoursHundredths).netPence,
          assessedOn: today,
          assessedBy: actor.userId,
        });
        await this.referrals.moveInPassing(tx, actor, referralId, 'assess', 'assessment.created', {
          problemCount: problems.length,
        });
        const [newest] = await this.load(tx, actor, referralId);
        if (!newest) throw referralNotFound();
        return newest;
      }),
    );
  }

  /** All of a case, the newest first, for a copy of it. The case was already found to be visible. */
  loadAll(tx: Tx, actor: Actor, referralId: string): Promise<Assessment[]> {
    return this.load(tx, actor, referralId);
  }

  /** What was checked and is now made must be what the draft still says: nobody's later words are lost unseen. */
  private async endDraft(tx: Tx, actor: Actor, referralId: string, version: number | null): Promise<void> {
    const draft = await this.drafts.find(tx, actor.authorityId, referralId);
    if (version !== null && (draft?.version ?? 0) !== version) throw versionStale();
    if (draft) await this.drafts.clear(tx, actor.authorityId, referralId);
  }

  private async load(tx: Tx, actor: Actor, referralId: string): Promise<Assessment[]> {
    return (await this.repository.findOfReferral(tx, actor.authorityId, referralId)).map(toAssessment);
  }
}
