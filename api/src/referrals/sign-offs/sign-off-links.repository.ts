import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';

export interface SignOffLinkRow {
  readonly signOffId: string;
  readonly authorityId: number;
  readonly referralId: string;
  readonly reference: string;
  readonly schoolName: string;
  readonly councilName: string;
}

/** What opens a sign-off from outside. */
@Injectable()
export class SignOffLinksRepository {
  async insert(
    tx: Tx,
    link: {
      readonly signOffId: string;
      readonly authorityId: number;
      readonly tokenHash: Buffer;
      readonly expiresAt: Date;
    },
  ): Promise<void> {
    await tx.rows(
      'insert into sign_off_links (sign_off_id, authority_id, token_hash, expires_at) values ($1, $2, $3, $4)',
      [link.signOffId, link.authorityId, link.tokenHash, link.expiresAt],
    );
  }

  /** Whose authority the link belongs to: all that the scope of sign-in sees of it. */
  async findAuthorityOfToken(tx: Tx, tokenHash: Buffer): Promise<number | null> {
    const [row] = await tx.rows<{ authorityId: number }>(
      'select authority_id as "authorityId" from sign_off_links where token_hash = $1',
      [tokenHash],
    );
    return row?.authorityId ?? null;
  }

  /** The link in the scope of its authority, while its sign-off waits for an answer and its referral for the sign-off. */
  async findLiving(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignOffLinkRow | null> {
    const [row] = await tx.rows<SignOffLinkRow>(
      `select l.sign_off_id as "signOffId", l.authority_id as "authorityId", r.id as "referralId", r.reference,
              c.name as "schoolName", a.name as "councilName"
         from sign_off_links l
         join sign_offs s on s.authority_id = l.authority_id and s.id = l.sign_off_id
         join referrals r on r.authority_id = s.authority_id and r.id = s.referral_id
         join schools c on c.authority_id = r.authority_id and c.id = r.school_id
         join authorities a on a.id = l.authority_id
        where l.token_hash = $1 and l.expires_at > $2 and s.status = 'asked' and r.status in ('draft', 'returned')`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  async setCode(tx: Tx, tokenHash: Buffer, codeHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.rows(
      'update sign_off_links set code_hash = $2, code_expires_at = $3, code_tries = 0 where token_hash = $1',
      [tokenHash, codeHash, expiresAt],
    );
  }

  /** Counts one try before it is judged, so that many at once are not one. Null: no code waits, or too many were tried. */
  async tryCode(tx: Tx, tokenHash: Buffer, now: Date, tries: number): Promise<Buffer | null> {
    const [row] = await tx.rows<{ codeHash: Buffer }>(
      `update sign_off_links set code_tries = code_tries + 1
        where token_hash = $1 and code_hash is not null and code_expires_at > $2 and code_tries < $3
       returning code_hash as "codeHash"`,
      [tokenHash, now, tries],
    );
    return row?.codeHash ?? null;
  }

  /** The code has done its work; the page goes on with the key. */
  async setKey(tx: Tx, tokenHash: Buffer, keyHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.rows(
      `update sign_off_links set code_hash = null, code_expires_at = null, key_hash = $2, key_expires_at = $3
        where token_hash = $1`,
      [tokenHash, keyHash, expiresAt],
    );
  }

  async hasKey(tx: Tx, tokenHash: Buffer, keyHash: Buffer, now: Date): Promise<boolean> {
    const rows = await tx.rows(
      'select 1 from sign_off_links where token_hash = $1 and key_hash = $2 and key_expires_at > $3',
      [tokenHash, keyHash, now],
    );
    return rows.length === 1;
  }

  /** All links to a sign-off: that of the request and those of its reminders. */
  async deleteOf(tx: Tx, { authorityId, signOffId }: Pick<SignOffLinkRow, 'authorityId' | 'signOffId'>): Promise<void> {
    await tx.rows('delete from sign_off_links where authority_id = $1 and sign_off_id = $2', [authorityId, signOffId]);
  }
}
