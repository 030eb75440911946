import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';

import type { Tx } from '../database/transactions.js';

export interface ExpiringDraft {
  readonly referralId: string;
  readonly reference: string;
  readonly lastChangedOn: string;
  readonly destroyedFrom: string;
  readonly recipients: readonly { readonly userId: string; readonly name: string; readonly email: string }[];
}

export interface UnfiledDestruction {
  readonly id: string;
  readonly idHashes: string[];
  readonly destroyedAt: Date;
}

const mustBeKept = 'PR001';

/** Calls the owner's functions that destroy. Each looks for itself whether it may: see the migration. */
@Injectable()
export class DestroyRepository {
  /** 'kept' when the database says that the case must be kept after all; 'gone' when it is not there any longer. */
  async destroyCase(tx: Tx, referralId: string, today: string): Promise<'destroyed' | 'kept' | 'gone'> {
    try {
      const [row] = await tx.rows<{ counts: object | null }>('select destroy_case($1, $2) as counts', [
        referralId,
        today,
      ]);
      return row?.counts ? 'destroyed' : 'gone';
    } catch (error) {
      if (isKept(error)) return 'kept';
      throw error;
    }
  }

  async destroyAccessRequests(tx: Tx, today: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>('select destroy_access_requests($1) as count', [today]);
    return row?.count ?? 0;
  }

  async destroyPassingRecords(tx: Tx, today: string): Promise<Readonly<Record<string, number>>> {
    const [row] = await tx.rows<{ counts: Record<string, number> }>('select destroy_passing_records($1) as counts', [
      today,
    ]);
    return row?.counts ?? {};
  }

  /** Drafts that end within `warnWithin` days and whose school has not been told since they were last changed. */
  findUnwarnedDrafts(tx: Tx, authorityId: number, today: string, warnWithin: number): Promise<ExpiringDraft[]> {
    return tx.rows<ExpiringDraft>(
      `select c.referral_id as "referralId", c.reference, c.starts_on as "lastChangedOn", c.kept_until + 1 as "destroyedFrom",
              coalesce((select json_agg(distinct jsonb_build_object('userId', u.id, 'name', u.name, 'email', u.email))
                 from role_grants g join users u on u.id = g.user_id and u.is_active
                where g.authority_id = r.authority_id and g.role = 'senco' and g.school_id = r.school_id), '[]') as recipients
         from case_retention($2::date) c join referrals r on r.authority_id = $1 and r.id = c.referral_id
        where c.record_class = 'draft_referral' and r.status = 'draft' and c.kept_until - $3::integer <= $2::date
          and not exists (select 1 from draft_warnings w where w.authority_id = $1 and w.referral_id = c.referral_id
                             and w.last_changed_on = c.starts_on)
        order by c.reference limit 500`,
      [authorityId, today, warnWithin],
    );
  }

  async insertWarning(tx: Tx, authorityId: number, draft: ExpiringDraft, at: Date): Promise<void> {
    await tx.rows(
      'insert into draft_warnings (authority_id, referral_id, last_changed_on, warned_at) values ($1, $2, $3, $4) on conflict do nothing',
      [authorityId, draft.referralId, draft.lastChangedOn, at],
    );
  }

  findUnfiled(tx: Tx, authorityId: number): Promise<UnfiledDestruction[]> {
    return tx.rows<UnfiledDestruction>(
      `select id, id_hashes as "idHashes", destroyed_at as "destroyedAt" from destructions
        where authority_id = $1 and filed_at is null order by destroyed_at, id limit 5000`,
      [authorityId],
    );
  }

  async markFiled(tx: Tx, authorityId: number, ids: readonly string[], at: Date): Promise<void> {
    await tx.rows('update destructions set filed_at = $3 where authority_id = $1 and id = any($2::uuid[])', [
      authorityId,
      ids,
      at,
    ]);
  }
}

function isKept(error: unknown): boolean {
  if (error instanceof QueryFailedError) return isKept(error.driverError);
  return typeof error === 'object' && error !== null && 'code' in error && error.code === mustBeKept;
}
