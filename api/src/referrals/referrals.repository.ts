import { Injectable } from '@nestjs/common';
import { caseDueOn, type ReferralSection } from '@panel/case-rules';
import { QueryFailedError } from 'typeorm';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { changesByPath, changesOf } from './answer-changes.js';
import { CaseDeadlinesRepository } from './case-deadlines.repository.js';
import { ReferralEntity } from './referral.entity.js';
import { visibleTo } from './referral-visibility.js';

export interface StoredSection {
  readonly section: ReferralSection;
  readonly answers: unknown;
  readonly version: number;
  readonly savedAt: Date;
  readonly savedByName: string;
  readonly changes: readonly { readonly path: string; readonly byName: string; readonly at: string }[];
  readonly copiedReference?: string | null;
  readonly copiedSentOn?: string | null;
}

@Injectable()
export class ReferralsRepository {
  constructor(private readonly deadlines: CaseDeadlinesRepository) {}

  find(tx: Tx, actor: Actor, referralId: string): Promise<ReferralEntity | null> {
    return this.findVisible(tx, actor, referralId, '');
  }

  /** Holds the row until the transaction ends: a verb decides on what nobody else can change meanwhile. */
  lock(tx: Tx, actor: Actor, referralId: string): Promise<ReferralEntity | null> {
    return this.findVisible(tx, actor, referralId, 'for update of r');
  }

  /** For work of another feature that has checked its own scope. */
  async lockOfAuthority(tx: Tx, authorityId: number, referralId: string): Promise<ReferralEntity | null> {
    await tx.rows('select 1 from referrals where authority_id = $1 and id = $2 for update', [authorityId, referralId]);
    return tx.manager.findOneBy(ReferralEntity, { authorityId, id: referralId });
  }

  private async findVisible(
    tx: Tx,
    actor: Actor,
    referralId: string,
    locking: '' | 'for update of r',
  ): Promise<ReferralEntity | null> {
    const values: unknown[] = [referralId];
    const visible = visibleTo(actor, values);
    const seen = await tx.rows(`select 1 from referrals r where r.id = $1 and ${visible} ${locking}`, values);
    if (seen.length === 0) return null;
    return tx.manager.findOneBy(ReferralEntity, { authorityId: actor.authorityId, id: referralId });
  }

  async insert(
    tx: Tx,
    referral: Pick<
      ReferralEntity,
      'authorityId' | 'schoolId' | 'reference' | 'createdBy' | 'createdAt' | 'listedOn' | 'statusChangedOn'
    >,
  ): Promise<string> {
    const inserted = await tx.manager.insert(ReferralEntity, referral);
    const id: unknown = inserted.identifiers[0]?.['id'];
    if (typeof id !== 'string') throw new Error('the insert of a referral gave no id');
    return id;
  }

  /** Saves a locked referral as its next version. By when its next step is due follows from where it stands. */
  async save(tx: Tx, referral: ReferralEntity): Promise<void> {
    referral.version += 1;
    const deadlines = await this.deadlines.find(tx, referral.authorityId);
    referral.dueOn = caseDueOn(referral.status, referral.statusChangedOn, deadlines);
    await tx.manager.save(ReferralEntity, referral);
  }

  /** The name by which lists show the child; follows the draft without making the referral's version stale. */
  async rename(tx: Tx, referral: ReferralEntity, pupilName: string): Promise<void> {
    await tx.manager.update(ReferralEntity, { authorityId: referral.authorityId, id: referral.id }, { pupilName });
  }

  /** Like `save`, but 'duplicate' when another open referral for the child was submitted in the same instant. */
  async saveSubmitted(tx: Tx, referral: ReferralEntity): Promise<'saved' | 'duplicate'> {
    try {
      await this.save(tx, referral);
      return 'saved';
    } catch (error) {
      if (error instanceof QueryFailedError && error.message.includes('referrals_one_open_per_child'))
        return 'duplicate';
      throw error; // not ours to explain
    }
  }

  findOpenForChild(tx: Tx, authorityId: number, childId: string): Promise<ReferralEntity | null> {
    return tx.manager
      .createQueryBuilder(ReferralEntity, 'r')
      .where('r.authorityId = :authorityId and r.childId = :childId', { authorityId, childId })
      .andWhere("r.status not in ('closed', 'withdrawn', 'declined')")
      .getOne();
  }

  async nextReference(tx: Tx, authorityId: number, year: number): Promise<string> {
    const [row] = await tx.rows<{ number: number }>(
      `insert into reference_counters (authority_id, year, last_number) values ($1, $2, 1)
       on conflict on constraint reference_counters_pkey do update set last_number = reference_counters.last_number + 1
       returning last_number as number`,
      [authorityId, year],
    );
    return `EIP-${year}-${String(row?.number ?? 0).padStart(4, '0')}`;
  }

  async findSections(tx: Tx, authorityId: number, referralId: string): Promise<StoredSection[]> {
    return tx.rows<StoredSection>(
      `select s.section, s.answers, s.version, s.saved_at as "savedAt", u.name as "savedByName",
              ${changesByPath} as changes,
              s.copied_reference as "copiedReference", s.copied_sent_on as "copiedSentOn"
         from referral_sections s join users u on u.id = s.saved_by
        where s.authority_id = $1 and s.referral_id = $2`,
      [authorityId, referralId],
    );
  }

  /** Stores the answers if `version` is still the newest (0: nothing saved yet). Gives the new version, or null when it is stale. */
  async saveSection(
    tx: Tx,
    section: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly section: ReferralSection;
      readonly answers: object;
      /** Paths of the answers that this save changes; who changed the others stays as it was. */
      readonly changed: readonly string[];
      readonly savedBy: string;
      readonly savedAt: Date;
    },
    version: number,
  ): Promise<number | null> {
    const values = [
      section.authorityId,
      section.referralId,
      section.section,
      JSON.stringify(section.answers),
      section.savedAt,
      section.savedBy,
      changesOf(section),
    ];
    const sql =
      version === 0
        ? `insert into referral_sections (authority_id, referral_id, section, answers, saved_at, saved_by, changes)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`
        : `update referral_sections set answers = $4, saved_at = $5, saved_by = $6, changes = changes || $7::jsonb, version = version + 1
            where authority_id = $1 and referral_id = $2 and section = $3 and version = $8 returning version`;
    const [row] = await tx.rows<{ version: number }>(sql, version === 0 ? values : [...values, version]);
    return row?.version ?? null;
  }
}
