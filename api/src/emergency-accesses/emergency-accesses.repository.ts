import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { visibleTo } from './emergency-access-visibility.js';
import type { EmergencyEnd } from './emergency-access-codes.js';

export interface EmergencyAccessRow {
  readonly id: string;
  readonly version: number;
  readonly userId: string;
  readonly userName: string;
  readonly sessionId: string;
  readonly role: string;
  readonly referralId: string;
  readonly reference: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly endKind: EmergencyEnd | null;
  readonly isSessionOver: boolean;
  readonly views: number;
  readonly reviewOutcome: string | null;
  readonly reviewNote: string | null;
  readonly reviewedByName: string | null;
  readonly reviewedAt: Date | null;
}

export interface NewEmergencyAccess {
  readonly authorityId: number;
  readonly userId: string;
  readonly sessionId: string;
  readonly referralId: string;
  readonly role: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

export interface Recipient {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

const columns = `a.id, a.version, a.user_id as "userId", u.name as "userName", a.session_id as "sessionId", a.role,
  a.referral_id as "referralId", r.reference, a.reason_code as "reasonCode", a.reason, a.started_at as "startedAt",
  a.expires_at as "expiresAt", a.ended_at as "endedAt", a.end_kind as "endKind",
  not exists (select 1 from sessions s where s.id = a.session_id and s.ended_at is null) as "isSessionOver",
  (select count(*)::int from audit_events e where e.authority_id = a.authority_id and e.emergency_access_id = a.id) as views,
  a.review_outcome as "reviewOutcome", a.review_note as "reviewNote", w.name as "reviewedByName", a.reviewed_at as "reviewedAt"`;
const source = `emergency_accesses a
  join users u on u.id = a.user_id
  join referrals r on r.authority_id = a.authority_id and r.id = a.referral_id
  left join users w on w.id = a.reviewed_by`;

@Injectable()
export class EmergencyAccessesRepository {
  findAll(tx: Tx, actor: Actor): Promise<EmergencyAccessRow[]> {
    const values: unknown[] = [];
    const visible = visibleTo(actor, values);
    return tx.rows<EmergencyAccessRow>(
      `select ${columns} from ${source} where ${visible} order by a.started_at desc, a.id desc limit 500`,
      values,
    );
  }

  find(tx: Tx, actor: Actor, accessId: string): Promise<EmergencyAccessRow | null> {
    return this.findVisible(tx, actor, accessId, '');
  }

  lock(tx: Tx, actor: Actor, accessId: string): Promise<EmergencyAccessRow | null> {
    return this.findVisible(tx, actor, accessId, 'for update of a');
  }

  private async findVisible(
    tx: Tx,
    actor: Actor,
    accessId: string,
    locking: '' | 'for update of a',
  ): Promise<EmergencyAccessRow | null> {
    const values: unknown[] = [accessId];
    const visible = visibleTo(actor, values);
    const [row] = await tx.rows<EmergencyAccessRow>(
      `select ${columns} from ${source} where a.id = $1 and ${visible} ${locking}`,
      values,
    );
    return row ?? null;
  }

  /** A case of the authority that has been submitted: a draft is still its school's own. */
  async findCase(tx: Tx, authorityId: number, reference: string): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(
      "select id from referrals where authority_id = $1 and reference = $2 and status <> 'draft'",
      [authorityId, reference],
    );
    return row?.id ?? null;
  }

  /** Null when the session has a living one for this case already. */
  async insert(tx: Tx, access: NewEmergencyAccess): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into emergency_accesses (authority_id, user_id, session_id, referral_id, role, reason_code, reason, started_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (authority_id, session_id, referral_id) where ended_at is null do nothing returning id`,
      [
        access.authorityId,
        access.userId,
        access.sessionId,
        access.referralId,
        access.role,
        access.reasonCode,
        access.reason,
        access.startedAt,
        access.expiresAt,
      ],
    );
    return row?.id ?? null;
  }

  async end(tx: Tx, authorityId: number, accessId: string, at: Date, kind: EmergencyEnd): Promise<void> {
    await tx.rows(
      `update emergency_accesses set ended_at = $3, end_kind = $4, version = version + 1
        where authority_id = $1 and id = $2 and ended_at is null`,
      [authorityId, accessId, at, kind],
    );
  }

  /** Ends what has run out or lost its session, and says which and how. Of one session only, where it is named. */
  endOver(
    tx: Tx,
    authorityId: number,
    now: Date,
    sessionId: string | null,
  ): Promise<{ id: string; referralId: string; endKind: EmergencyEnd }[]> {
    return tx.rows(
      `update emergency_accesses a
          set ended_at = least(a.expires_at, $2), version = version + 1,
              end_kind = case when a.expires_at <= $2 then 'expired' else 'session_ended' end
        where a.authority_id = $1 and a.ended_at is null and ($3::uuid is null or a.session_id = $3::uuid)
          and (a.expires_at <= $2
               or not exists (select 1 from sessions s where s.id = a.session_id and s.ended_at is null and s.expires_at > $2))
        returning a.id, a.referral_id as "referralId", a.end_kind as "endKind"`,
      [authorityId, now, sessionId],
    );
  }

  async review(
    tx: Tx,
    actor: Actor,
    accessId: string,
    review: { readonly outcome: string; readonly note: string; readonly at: Date },
  ): Promise<void> {
    await tx.rows(
      `update emergency_accesses set review_outcome = $3, review_note = $4, reviewed_by = $5, reviewed_at = $6, version = version + 1
        where authority_id = $1 and id = $2`,
      [actor.authorityId, accessId, review.outcome, review.note, actor.userId, review.at],
    );
  }

  /** Who oversees: coordinators and data protection officers of the authority, but not the person it is about. */
  findOverseers(tx: Tx, authorityId: number, exceptUserId: string): Promise<Recipient[]> {
    return tx.rows<Recipient>(
      `select distinct u.id as "userId", u.name, u.email
         from role_grants g join users u on u.id = g.user_id and u.is_active
        where g.authority_id = $1 and g.role in ('coordinator', 'data_protection_officer') and u.id <> $2
        order by u.email`,
      [authorityId, exceptUserId],
    );
  }
}
