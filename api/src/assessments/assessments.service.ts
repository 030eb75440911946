import { Injectable } from '@nestjs/common';
import { annualValue } from '@panel/cost-avoidance';
import { checkAssessment } from '@panel/risk';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import type { Assessment, AssessmentList, CreateAssessment } from './assessment.dto.js';
import { type AssessmentRow, AssessmentsRepository } from './assessments.repository.js';

/** The coordinator's judgement of risk. Each one stays; the annual value is computed from the rate card of the day. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AssessmentsRepository,
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
    const problems = checkAssessment(body);
    if (problems.length > 0) {
      throw fieldsInvalid(problems.map(({ pointer, code, message }) => ({ pointer, code, detail: message })));
    }
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `createAssessment ${referralId}`, key, body, at }, async () => {
        if (!(await this.referralsRepository.lock(tx, actor, referralId))) throw referralNotFound();
        const today = this.clock.today();
        const rateCard = await this.rateCards.inForce(tx, actor, today);
        const { weeklyHours, ...judgement } = body;
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

  private async load(tx: Tx, actor: Actor, referralId: string): Promise<Assessment[]> {
    return (await this.repository.findOfReferral(tx, actor.authorityId, referralId)).map(toAssessment);
  }
}

function toAssessment(row: AssessmentRow): Assessment {
  return {
    id: row.id,
    referralId: row.referralId,
    number: row.number,
    riskLevel: row.riskLevel,
    probabilityPercent: row.probabilityPercent,
    isPlanLikely: row.isPlanLikely,
    weeklyHours: row.weeklyHoursHundredths / 100,
    confidence: row.confidence,
    rationale: row.rationale,
    grossAnnualPence: annualValue(row, row.weeklyHoursHundredths).grossPence,
    annualValuePence: row.annualValuePence,
    rateCardId: row.rateCardId,
    rateCardName: row.rateCardName,
    assessedOn: row.assessedOn,
    assessedByName: row.assessedByName,
  };
}
