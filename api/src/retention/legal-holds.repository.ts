import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface LegalHoldRow {
  readonly id: string;
  readonly version: number;
  readonly covers: 'child' | 'case';
  readonly references: string[];
  readonly reason: string;
  readonly placedByName: string;
  readonly placedAt: Date;
  readonly liftedAt: Date | null;
  readonly liftedByName: string | null;
  readonly liftReason: string | null;
}

const columns = `h.id, h.version, case when h.child_id is null then 'case' else 'child' end as covers, h.reason,
  p.name as "placedByName", h.placed_at as "placedAt", h.lifted_at as "liftedAt", l.name as "liftedByName",
  h.lift_reason as "liftReason",
  coalesce((select array_agg(r.reference order by r.reference) from referrals r
     where r.authority_id = h.authority_id and (r.id = h.referral_id or r.child_id = h.child_id)), '{}') as references`;
const from = 'from legal_holds h join users p on p.id = h.placed_by left join users l on l.id = h.lifted_by';

@Injectable()
export class LegalHoldsRepository {
  /** Those in force first. */
  findAll(tx: Tx, authorityId: number): Promise<LegalHoldRow[]> {
    return tx.rows<LegalHoldRow>(
      `select ${columns} ${from} where h.authority_id = $1 order by h.lifted_at desc nulls first, h.placed_at desc limit 500`,
      [authorityId],
    );
  }

  async find(tx: Tx, authorityId: number, holdId: string): Promise<LegalHoldRow | null> {
    const [row] = await tx.rows<LegalHoldRow>(`select ${columns} ${from} where h.authority_id = $1 and h.id = $2`, [
      authorityId,
      holdId,
    ]);
    return row ?? null;
  }

  async lock(tx: Tx, authorityId: number, holdId: string): Promise<LegalHoldRow | null> {
    await tx.rows('select 1 from legal_holds where authority_id = $1 and id = $2 for update', [authorityId, holdId]);
    return this.find(tx, authorityId, holdId);
  }

  /** What a pupil number or a reference means: a case, and its child where it has one. */
  async findSubject(
    tx: Tx,
    authorityId: number,
    upnOrReference: string,
  ): Promise<{ referralId: string; childId: string | null } | null> {
    const [row] = await tx.rows<{ referralId: string; childId: string | null }>(
      `select r.id as "referralId", r.child_id as "childId" from referrals r
         left join children c on c.authority_id = r.authority_id and c.id = r.child_id
        where r.authority_id = $1 and (r.reference = $2
          or c.id = surviving_child((select o.id from children o where o.authority_id = $1 and o.upn = $2))) order by r.listed_on desc limit 1`,
      [authorityId, upnOrReference.trim().toUpperCase()],
    );
    return row ?? null;
  }

  async insert(
    tx: Tx,
    hold: {
      readonly authorityId: number;
      readonly childId: string | null;
      readonly referralId: string | null;
      readonly reason: string;
      readonly placedBy: string;
      readonly placedAt: Date;
    },
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into legal_holds (authority_id, child_id, referral_id, reason, placed_by, placed_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [hold.authorityId, hold.childId, hold.referralId, hold.reason, hold.placedBy, hold.placedAt],
    );
    if (!row) throw new Error('the insert of a legal hold gave no id');
    return row.id;
  }

  async lift(tx: Tx, authorityId: number, holdId: string, by: string, at: Date, reason: string): Promise<void> {
    await tx.rows(
      `update legal_holds set lifted_by = $3, lifted_at = $4, lift_reason = $5, version = version + 1
        where authority_id = $1 and id = $2`,
      [authorityId, holdId, by, at, reason],
    );
  }
}
