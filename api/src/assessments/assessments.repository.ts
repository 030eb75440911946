import { Injectable } from '@nestjs/common';

import type { StoredBand } from '../rate-cards/rate-card.entity.js';
import type { Tx } from '../database/transactions.js';
import type { AssessmentEntity } from './assessment.entity.js';

export interface AssessmentRow extends AssessmentEntity {
  readonly assessedByName: string;
  readonly rateCardName: string;
  readonly hourlyRatePence: number;
  readonly weeksTenths: number;
  readonly schoolContributionPence: number;
  readonly rounding: 'none' | 'whole_pounds_half_up';
  readonly bands: StoredBand[];
}

@Injectable()
export class AssessmentsRepository {
  /** All of one referral, the newest first. The referral was already found to be visible. */
  findOfReferral(tx: Tx, authorityId: number, referralId: string): Promise<AssessmentRow[]> {
    return tx.rows<AssessmentRow>(
      `select a.id, a.authority_id as "authorityId", a.referral_id as "referralId", a.number, a.risk_level as "riskLevel",
              a.probability_percent as "probabilityPercent", a.is_plan_likely as "isPlanLikely",
              a.weekly_hours_hundredths as "weeklyHoursHundredths", a.confidence, a.rationale, a.rate_card_id as "rateCardId",
              a.criteria_version as "criteriaVersion", a.evidence, a.annual_value_pence as "annualValuePence", a.assessed_on as "assessedOn", a.assessed_by as "assessedBy",
              u.name as "assessedByName", c.name as "rateCardName", c.hourly_rate_pence as "hourlyRatePence",
              c.weeks_tenths as "weeksTenths", c.school_contribution_pence as "schoolContributionPence", c.rounding, c.bands
         from assessments a
         join users u on u.id = a.assessed_by
         join rate_cards c on c.authority_id = a.authority_id and c.id = a.rate_card_id
        where a.authority_id = $1 and a.referral_id = $2
        order by a.number desc`,
      [authorityId, referralId],
    );
  }

  /** Adds the next assessment. The caller holds the referral's row, so numbers cannot collide. */
  async insert(tx: Tx, assessment: Omit<AssessmentEntity, 'id' | 'number'>): Promise<void> {
    await tx.rows(
      `insert into assessments (authority_id, referral_id, number, risk_level, probability_percent, is_plan_likely,
         weekly_hours_hundredths, confidence, rationale, rate_card_id, annual_value_pence, assessed_on, assessed_by,
         criteria_version, evidence)
       select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::jsonb
         from assessments where authority_id = $1 and referral_id = $2`,
      [
        assessment.authorityId,
        assessment.referralId,
        assessment.riskLevel,
        assessment.probabilityPercent,
        assessment.isPlanLikely,
        assessment.weeklyHoursHundredths,
        assessment.confidence,
        assessment.rationale,
        assessment.rateCardId,
        assessment.annualValuePence,
        assessment.assessedOn,
        assessment.assessedBy,
        assessment.criteriaVersion,
        JSON.stringify(assessment.evidence),
      ],
    );
  }
}
