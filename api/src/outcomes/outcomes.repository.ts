import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import { EhcFactsEntity } from './ehc-facts.entity.js';
import type { ReviewEntity } from './review.entity.js';

export interface ReviewRow extends ReviewEntity {
  readonly recordedByName: string;
}

/** Reviews and what really happened. The referral was found to be visible before any of these is called. */
@Injectable()
export class OutcomesRepository {
  findReviews(tx: Tx, authorityId: number, referralId: string): Promise<ReviewRow[]> {
    return tx.rows<ReviewRow>(
      `select v.id, v.reviewed_on as "reviewedOn", v.outcome_category as "outcomeCategory", v.goal_score_before as "goalScoreBefore",
              v.goal_score_now as "goalScoreNow", v.next_step as "nextStep", v.note, u.name as "recordedByName"
         from reviews v join users u on u.id = v.recorded_by
        where v.authority_id = $1 and v.referral_id = $2
        order by v.reviewed_on desc`,
      [authorityId, referralId],
    );
  }

  async insertReview(tx: Tx, review: Omit<ReviewEntity, 'id'>): Promise<boolean> {
    const rows = await tx.rows(
      `insert into reviews (authority_id, referral_id, reviewed_on, outcome_category, goal_score_before, goal_score_now, next_step,
         note, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint reviews_once_a_day do nothing returning id`,
      [
        review.authorityId,
        review.referralId,
        review.reviewedOn,
        review.outcomeCategory,
        review.goalScoreBefore,
        review.goalScoreNow,
        review.nextStep,
        review.note,
        review.recordedBy,
        review.recordedAt,
      ],
    );
    return rows.length === 1;
  }

  /** Allocations that are neither finished nor refused keep a case open. */
  async countOpenAllocations(tx: Tx, authorityId: number, referralId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      `select count(*) as count from allocations
        where authority_id = $1 and referral_id = $2 and status in ('proposed', 'approved', 'accepted', 'active')`,
      [authorityId, referralId],
    );
    return row?.count ?? 0;
  }

  findEhcFacts(tx: Tx, authorityId: number, referralId: string): Promise<EhcFactsEntity | null> {
    return tx.manager.findOneBy(EhcFactsEntity, { authorityId, referralId });
  }

  /** Stores the facts if `version` is still the newest (0: none yet). Gives the new version, or null when it is stale. */
  async saveEhcFacts(tx: Tx, facts: Omit<EhcFactsEntity, 'version'>, version: number): Promise<number | null> {
    const values = [
      facts.authorityId,
      facts.referralId,
      facts.requestedOn,
      facts.decidedOn,
      facts.decision,
      facts.planIssuedOn,
      facts.weeklyHoursHundredths,
      facts.recordedBy,
      facts.recordedAt,
    ];
    const sql =
      version === 0
        ? `insert into ehc_facts (authority_id, referral_id, requested_on, decided_on, decision, plan_issued_on,
             weekly_hours_hundredths, recorded_by, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning version`
        : `update ehc_facts set requested_on = $3, decided_on = $4, decision = $5, plan_issued_on = $6,
             weekly_hours_hundredths = $7, recorded_by = $8, recorded_at = $9, version = version + 1
            where authority_id = $1 and referral_id = $2 and version = $10 returning version`;
    const [row] = await tx.rows<{ version: number }>(sql, version === 0 ? values : [...values, version]);
    return row?.version ?? null;
  }
}
