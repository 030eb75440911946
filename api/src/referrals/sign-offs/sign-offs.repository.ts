import { Injectable } from '@nestjs/common';
import type { ReferralAnswers, SignOffStatus, SignOffWay } from '@panel/case-rules';

import type { Tx } from '../../database/transactions.js';

export interface SignOffRow {
  readonly id: string;
  readonly authorityId: number;
  readonly referralId: string;
  readonly way: SignOffWay;
  readonly status: SignOffStatus;
  readonly version: number;
  readonly answersHash: Buffer;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedByEmail: string;
  readonly askedAt: Date;
  readonly headName: string;
  readonly headEmail: string | null;
  readonly expiresAt: Date | null;
  readonly signedName: string | null;
  readonly signedRole: string | null;
  readonly statement: string | null;
  readonly comment: string | null;
  readonly decidedAt: Date | null;
  readonly remindedAt: Date | null;
}

export interface NewSignOff {
  readonly authorityId: number;
  readonly referralId: string;
  readonly way: SignOffWay;
  readonly answers: ReferralAnswers;
  readonly answersHash: Buffer;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly headName: string;
  readonly headEmail: string | null;
  readonly expiresAt: Date | null;
}

export interface Signature {
  readonly name: string;
  readonly role: string;
  readonly statement: string;
  readonly by: string | null;
  readonly at: Date;
}

const signOff = `
  select s.id, s.authority_id as "authorityId", s.referral_id as "referralId", s.way, s.status, s.version,
         s.answers_hash as "answersHash", s.asked_by as "askedBy", u.name as "askedByName", u.email as "askedByEmail",
         s.asked_at as "askedAt", s.head_name as "headName", s.head_email as "headEmail", s.expires_at as "expiresAt",
         s.signed_name as "signedName", s.signed_role as "signedRole", s.statement, s.comment, s.decided_at as "decidedAt", s.reminded_at as "remindedAt"
    from sign_offs s join users u on u.id = s.asked_by`;

/** The head teacher's word. The referral was already found to be visible, or the link to be alive. */
@Injectable()
export class SignOffsRepository {
  /** The newest first. */
  findAll(tx: Tx, authorityId: number, referralId: string): Promise<SignOffRow[]> {
    return tx.rows<SignOffRow>(
      `${signOff} where s.authority_id = $1 and s.referral_id = $2 order by s.asked_at desc, s.id desc`,
      [authorityId, referralId],
    );
  }

  async findNewest(tx: Tx, authorityId: number, referralId: string): Promise<SignOffRow | null> {
    const [row] = await tx.rows<SignOffRow>(
      `${signOff} where s.authority_id = $1 and s.referral_id = $2 order by s.asked_at desc, s.id desc limit 1`,
      [authorityId, referralId],
    );
    return row ?? null;
  }

  async find(tx: Tx, authorityId: number, signOffId: string): Promise<SignOffRow | null> {
    const [row] = await tx.rows<SignOffRow>(`${signOff} where s.authority_id = $1 and s.id = $2`, [
      authorityId,
      signOffId,
    ]);
    return row ?? null;
  }

  async findAnswers(tx: Tx, authorityId: number, signOffId: string): Promise<Partial<ReferralAnswers>> {
    const [row] = await tx.rows<{ answers: Partial<ReferralAnswers> }>(
      'select answers from sign_offs where authority_id = $1 and id = $2',
      [authorityId, signOffId],
    );
    return row?.answers ?? {};
  }

  async insert(tx: Tx, wanted: NewSignOff): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into sign_offs (authority_id, referral_id, way, status, answers, answers_hash, asked_by, asked_at, head_name,
         head_email, expires_at) values ($1, $2, $3, 'asked', $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        wanted.authorityId,
        wanted.referralId,
        wanted.way,
        JSON.stringify(wanted.answers),
        wanted.answersHash,
        wanted.askedBy,
        wanted.askedAt,
        wanted.headName,
        wanted.headEmail,
        wanted.expiresAt,
      ],
    );
    if (!row) throw new Error('the insert of a sign-off gave no id');
    return row.id;
  }

  /** Signs what is still asked for; false when somebody was faster. */
  async sign(tx: Tx, authorityId: number, signOffId: string, signature: Signature): Promise<boolean> {
    const rows = await tx.rows(
      `update sign_offs set status = 'signed', signed_name = $3, signed_role = $4, statement = $5, decided_by = $6,
         decided_at = $7, version = version + 1
        where authority_id = $1 and id = $2 and status = 'asked' returning id`,
      [authorityId, signOffId, signature.name, signature.role, signature.statement, signature.by, signature.at],
    );
    return rows.length === 1;
  }

  async sendBack(tx: Tx, authorityId: number, signOffId: string, comment: string, at: Date): Promise<boolean> {
    const rows = await tx.rows(
      `update sign_offs set status = 'sent_back', comment = $3, decided_at = $4, version = version + 1
        where authority_id = $1 and id = $2 and status = 'asked' returning id`,
      [authorityId, signOffId, comment, at],
    );
    return rows.length === 1;
  }

  /** What is asked for no longer; its link dies. The number of requests that this ended. */
  async revokeAsked(tx: Tx, authorityId: number, referralId: string, by: string, at: Date): Promise<number> {
    const rows = await tx.rows<{ id: string }>(
      `update sign_offs set status = 'revoked', decided_by = $3, decided_at = $4, version = version + 1
        where authority_id = $1 and referral_id = $2 and status = 'asked' returning id`,
      [authorityId, referralId, by, at],
    );
    const ids = rows.map(({ id }) => id);
    await tx.rows('delete from sign_off_links where authority_id = $1 and sign_off_id = any($2::uuid[])', [
      authorityId,
      ids,
    ]);
    return rows.length;
  }
}
