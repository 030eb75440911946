import { Injectable } from '@nestjs/common';
import type { CohortChild } from '@panel/cost-avoidance';

import type { Tx } from '../database/transactions.js';

export interface CohortRow extends CohortChild {
  /** The referral through which the child is counted. */
  readonly childId: string;
}

/**
 * The children whose case was reviewed in a period, each once: through the referral reviewed last in it. The risk is that
 * of the first assessment, before the intervention; the outcome that of the last review in the period.
 */
@Injectable()
export class CohortQuery {
  run(tx: Tx, authorityId: number, period: { readonly from: string; readonly to: string }): Promise<CohortRow[]> {
    return tx.rows<CohortRow>(
      `select cohort.referral_id as "childId", cohort.reviewed_on as "reviewedOn", a.risk_level as "riskLevelAtStart",
              a.weekly_hours_hundredths as "weeklyHoursHundredthsAtStart", a.assessed_on as "assessedOn",
              cohort.outcome_category as "outcomeCategory", e.plan_issued_on as "planIssuedOn"
         from (select distinct on (r.child_id) r.id as referral_id, v.reviewed_on, v.outcome_category
                 from reviews v
                 join referrals r on r.authority_id = v.authority_id and r.id = v.referral_id
                where v.authority_id = $1 and v.reviewed_on between $2 and $3
                order by r.child_id, v.reviewed_on desc, r.id desc) cohort
         left join assessments a on a.authority_id = $1 and a.referral_id = cohort.referral_id and a.number = 1
         left join ehc_facts e on e.authority_id = $1 and e.referral_id = cohort.referral_id
        order by cohort.referral_id`,
      [authorityId, period.from, period.to],
    );
  }
}
