import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { AssessmentAnswers } from './assessment-draft.dto.js';

export interface AssessmentDraftRow {
  readonly version: number;
  /** Null: the assessment was made, and the next one is not begun. */
  readonly answers: AssessmentAnswers | null;
  readonly savedAt: Date;
  readonly savedByName: string;
}

@Injectable()
export class AssessmentDraftsRepository {
  /** The referral was already found to be visible. */
  async find(tx: Tx, authorityId: number, referralId: string): Promise<AssessmentDraftRow | null> {
    const [row] = await tx.rows<AssessmentDraftRow>(
      `select d.version, d.answers, d.saved_at as "savedAt", u.name as "savedByName"
         from assessment_drafts d join users u on u.id = d.saved_by
        where d.authority_id = $1 and d.referral_id = $2`,
      [authorityId, referralId],
    );
    return row ?? null;
  }

  /** Stores the answers if `version` is still the newest (0: nothing saved yet). Gives the new version, or null when it is stale. */
  async save(
    tx: Tx,
    draft: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly answers: AssessmentAnswers;
      readonly savedBy: string;
      readonly savedAt: Date;
    },
    version: number,
  ): Promise<number | null> {
    const values = [draft.authorityId, draft.referralId, JSON.stringify(draft.answers), draft.savedBy, draft.savedAt];
    const sql =
      version === 0
        ? `insert into assessment_drafts (authority_id, referral_id, answers, saved_by, saved_at)
           values ($1, $2, $3, $4, $5) on conflict do nothing returning version`
        : `update assessment_drafts set answers = $3, saved_by = $4, saved_at = $5, version = version + 1
            where authority_id = $1 and referral_id = $2 and version = $6 returning version`;
    const [row] = await tx.rows<{ version: number }>(sql, version === 0 ? values : [...values, version]);
    return row?.version ?? null;
  }

  /** The assessment was made: the answers go. The caller holds the referral's row. */
  async clear(tx: Tx, authorityId: number, referralId: string): Promise<void> {
    await tx.rows(
      'update assessment_drafts set answers = null, version = version + 1 where authority_id = $1 and referral_id = $2',
      [authorityId, referralId],
    );
  }
}
