import { Injectable } from '@nestjs/common';
import type { ReferralAnswers, ReferralSection } from '@panel/case-rules';

import type { Tx } from '../../database/transactions.js';
import type { StoredChange } from '../answer-changes.js';

export type VersionKind = 'submission' | 'resubmission' | 'amendment';

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly kind: VersionKind;
  readonly reason: string | null;
  readonly madeAt: Date;
  readonly madeByName: string;
  readonly signedName: string | null;
  readonly signedRole: string | null;
  readonly signedAt: Date | null;
  /** As they were sent; questions that are newer than the version are not among them. */
  readonly answers: Partial<ReferralAnswers>;
  /** Who had changed which answer last by then, by section and path. */
  readonly changes: Partial<Record<ReferralSection, Readonly<Record<string, StoredChange>>>>;
}

const version = `
  select v.id, v.number, v.kind, v.reason, v.made_at as "madeAt", u.name as "madeByName", v.answers, v.changes,
         s.signed_name as "signedName", s.signed_role as "signedRole", s.decided_at as "signedAt"
    from referral_versions v join users u on u.id = v.made_by
    left join sign_offs s on s.authority_id = v.authority_id and s.id = v.sign_off_id
   where v.authority_id = $1 and v.referral_id = $2`;

/** What was sent, each time. Only added to; the referral was already found to be visible. */
@Injectable()
export class ReferralVersionsRepository {
  /** The newest first. */
  findAll(tx: Tx, authorityId: number, referralId: string): Promise<VersionRow[]> {
    return tx.rows<VersionRow>(`${version} order by v.number desc`, [authorityId, referralId]);
  }

  async findNewest(tx: Tx, authorityId: number, referralId: string): Promise<VersionRow | null> {
    const [row] = await tx.rows<VersionRow>(`${version} order by v.number desc limit 1`, [authorityId, referralId]);
    return row ?? null;
  }

  /** With who has changed what until now, as the sections of the referral have it. */
  async insert(
    tx: Tx,
    wanted: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly number: number;
      readonly kind: VersionKind;
      readonly answers: ReferralAnswers;
      readonly reason: string | null;
      readonly signOffId: string | null;
      readonly madeBy: string;
      readonly madeAt: Date;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into referral_versions (authority_id, referral_id, number, kind, answers, reason, made_by, made_at, sign_off_id, changes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
         (select coalesce(jsonb_object_agg(section, changes), '{}') from referral_sections where authority_id = $1 and referral_id = $2))`,
      [
        wanted.authorityId,
        wanted.referralId,
        wanted.number,
        wanted.kind,
        JSON.stringify(wanted.answers),
        wanted.reason,
        wanted.madeBy,
        wanted.madeAt,
        wanted.signOffId,
      ],
    );
  }

  /** The names of people who have changed answers. */
  async findNames(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.rows<{ id: string; name: string }>('select id, name from users where id = any($1::uuid[])', [
      userIds,
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
