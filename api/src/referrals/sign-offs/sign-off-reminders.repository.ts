import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';

/** A request by link that waits for its answer, or waited in vain. */
export interface WaitingSignOff {
  readonly id: string;
  readonly referralId: string;
  readonly reference: string;
  readonly schoolName: string;
  readonly answersHash: Buffer;
  /** The day in England. */
  readonly askedOn: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedByEmail: string;
  readonly headName: string;
  readonly headEmail: string;
  readonly expiresAt: Date;
  readonly reminders: number;
}

const waits = `s.authority_id = $1 and s.way = 'link' and s.status = 'asked' and s.expiry_told_at is null
  and r.status in ('draft', 'returned')`;

@Injectable()
export class SignOffRemindersRepository {
  async findWaiting(tx: Tx, authorityId: number): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `select s.id from sign_offs s join referrals r on r.authority_id = s.authority_id and r.id = s.referral_id
        where ${waits} order by s.asked_at, s.id`,
      [authorityId],
    );
    return rows.map(({ id }) => id);
  }

  /** Holds the request. Null when it has been answered meanwhile. */
  async lock(tx: Tx, authorityId: number, signOffId: string): Promise<WaitingSignOff | null> {
    const [row] = await tx.rows<WaitingSignOff>(
      `select s.id, s.referral_id as "referralId", r.reference, c.name as "schoolName", s.answers_hash as "answersHash",
              (s.asked_at at time zone 'Europe/London')::date::text as "askedOn", s.asked_by as "askedBy",
              u.name as "askedByName", u.email as "askedByEmail", s.head_name as "headName", s.head_email as "headEmail",
              s.expires_at as "expiresAt", s.reminders
         from sign_offs s
         join referrals r on r.authority_id = s.authority_id and r.id = s.referral_id
         join schools c on c.authority_id = r.authority_id and c.id = r.school_id
         join users u on u.id = s.asked_by
        where ${waits} and s.id = $2 for update of s`,
      [authorityId, signOffId],
    );
    return row ?? null;
  }

  async setReminded(tx: Tx, authorityId: number, signOffId: string, reminders: number, at: Date): Promise<void> {
    await tx.rows('update sign_offs set reminders = $3, reminded_at = $4 where authority_id = $1 and id = $2', [
      authorityId,
      signOffId,
      reminders,
      at,
    ]);
  }

  async setExpiryTold(tx: Tx, authorityId: number, signOffId: string, at: Date): Promise<void> {
    await tx.rows('update sign_offs set expiry_told_at = $3 where authority_id = $1 and id = $2', [
      authorityId,
      signOffId,
      at,
    ]);
  }
}
