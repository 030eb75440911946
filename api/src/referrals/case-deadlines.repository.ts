import { Injectable } from '@nestjs/common';
import { CASE_DEADLINE_DEFAULTS, type CaseDeadlines } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';

export interface StoredDeadlines extends CaseDeadlines {
  /** 0: the authority has set none, and the defaults hold. */
  readonly version: number;
}

/** How long each step of a case may take in an authority. */
@Injectable()
export class CaseDeadlinesRepository {
  async find(tx: Tx, authorityId: number): Promise<StoredDeadlines> {
    const [row] = await tx.rows<StoredDeadlines>(
      `select triage_working_days as "triageWorkingDays", return_working_days as "returnWorkingDays",
              assessment_working_days as "assessmentWorkingDays", ready_working_days as "readyWorkingDays", version
         from case_deadlines where authority_id = $1`,
      [authorityId],
    );
    return row ?? { ...CASE_DEADLINE_DEFAULTS, version: 0 };
  }

  /** Stores them if `version` is still the newest (0: none stored). Gives the new version, or null when it is stale. */
  async save(
    tx: Tx,
    deadlines: CaseDeadlines & { readonly authorityId: number; readonly changedBy: string; readonly changedAt: Date },
    version: number,
  ): Promise<number | null> {
    const values = [
      deadlines.authorityId,
      deadlines.triageWorkingDays,
      deadlines.returnWorkingDays,
      deadlines.assessmentWorkingDays,
      deadlines.readyWorkingDays,
      deadlines.changedBy,
      deadlines.changedAt,
    ];
    const sql =
      version === 0
        ? `insert into case_deadlines (authority_id, triage_working_days, return_working_days, assessment_working_days,
             ready_working_days, changed_by, changed_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`
        : `update case_deadlines set triage_working_days = $2, return_working_days = $3, assessment_working_days = $4,
             ready_working_days = $5, changed_by = $6, changed_at = $7, version = version + 1
            where authority_id = $1 and version = $8 returning version`;
    const [row] = await tx.rows<{ version: number }>(sql, version === 0 ? values : [...values, version]);
    return row?.version ?? null;
  }
}
