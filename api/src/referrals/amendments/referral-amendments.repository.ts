import { Injectable } from '@nestjs/common';
import type { ReferralSection } from '@panel/case-rules';

import type { Tx } from '../../database/transactions.js';
import { changesByPath, changesOf } from '../answer-changes.js';
import type { WritingSide } from '../referral-editing.js';
import type { StoredSection } from '../referrals.repository.js';

export interface AmendmentRow {
  readonly id: string;
  readonly side: WritingSide;
  readonly reason: string;
  readonly startedByName: string;
  readonly startedAt: Date;
}

/** Amendments that are being written. The referral was already found to be visible, and is held. */
@Injectable()
export class ReferralAmendmentsRepository {
  async find(tx: Tx, authorityId: number, referralId: string): Promise<AmendmentRow | null> {
    const [row] = await tx.rows<AmendmentRow>(
      `select a.id, a.side, a.reason, u.name as "startedByName", a.started_at as "startedAt"
         from referral_amendments a join users u on u.id = a.started_by
        where a.authority_id = $1 and a.referral_id = $2`,
      [authorityId, referralId],
    );
    return row ?? null;
  }

  async insert(
    tx: Tx,
    wanted: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly side: WritingSide;
      readonly reason: string;
      readonly startedBy: string;
      readonly startedAt: Date;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into referral_amendments (authority_id, referral_id, side, reason, started_by, started_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [wanted.authorityId, wanted.referralId, wanted.side, wanted.reason, wanted.startedBy, wanted.startedAt],
    );
  }

  /** What has been changed so far goes with it. */
  async delete(tx: Tx, authorityId: number, amendmentId: string): Promise<void> {
    await tx.rows('delete from referral_amendments where authority_id = $1 and id = $2', [authorityId, amendmentId]);
  }

  findSections(tx: Tx, authorityId: number, amendmentId: string): Promise<StoredSection[]> {
    return tx.rows<StoredSection>(
      `select s.section, s.answers, s.version, s.saved_at as "savedAt", u.name as "savedByName", ${changesByPath} as changes
         from referral_amendment_sections s join users u on u.id = s.saved_by
        where s.authority_id = $1 and s.amendment_id = $2`,
      [authorityId, amendmentId],
    );
  }

  /**
   * Stores the answers if `version` is still the newest: of the amendment, or of the referral while the amendment has not
   * touched the section. Gives the new version, or null when it is stale.
   */
  async saveSection(
    tx: Tx,
    amended: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly amendmentId: string;
      readonly section: ReferralSection;
      readonly answers: object;
      /** Paths of the answers that this save changes. */
      readonly changed: readonly string[];
      readonly savedBy: string;
      readonly savedAt: Date;
    },
    version: number,
  ): Promise<number | null> {
    const { authorityId, referralId, amendmentId, section, answers, savedBy, savedAt } = amended;
    const [row] = await tx.rows<{ version: number }>(
      `insert into referral_amendment_sections as s (authority_id, amendment_id, section, answers, saved_at, saved_by, version, changes)
       select $1, $2, $3, $4, $5, $6, $7::integer + 1, $9
        where $7 = coalesce((select version from referral_amendment_sections where authority_id = $1 and amendment_id = $2 and section = $3),
                (select version from referral_sections where authority_id = $1 and referral_id = $8 and section = $3), 0)
       on conflict on constraint referral_amendment_sections_pkey do update
          set answers = excluded.answers, saved_at = excluded.saved_at, saved_by = excluded.saved_by, version = excluded.version,
              changes = s.changes || excluded.changes
        where s.version = $7
       returning version`,
      [
        ...[authorityId, amendmentId, section, JSON.stringify(answers), savedAt, savedBy, version, referralId],
        changesOf(amended),
      ],
    );
    return row?.version ?? null;
  }

  /** The amended sections take the place of those of the referral. */
  async takeOver(tx: Tx, authorityId: number, referralId: string, amendmentId: string): Promise<void> {
    await tx.rows(
      `insert into referral_sections as s (authority_id, referral_id, section, answers, version, saved_at, saved_by, changes)
       select authority_id, $2, section, answers, version, saved_at, saved_by, changes from referral_amendment_sections
        where authority_id = $1 and amendment_id = $3
       on conflict on constraint referral_sections_pkey do update set answers = excluded.answers, version = excluded.version,
         saved_at = excluded.saved_at, saved_by = excluded.saved_by, changes = s.changes || excluded.changes`,
      [authorityId, referralId, amendmentId],
    );
  }
}
