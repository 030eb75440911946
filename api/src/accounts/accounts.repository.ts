import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface AccountRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isActive: boolean;
  /** Those in which the person has a role, the oldest first. */
  readonly authorityIds: readonly number[];
  readonly serviceName: string;
}

export interface NewAccountLink {
  readonly userId: string;
  readonly purpose: 'password_reset' | 'email_change';
  readonly tokenHash: Buffer;
  readonly newEmail: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface AccountLinkRow {
  readonly userId: string;
  readonly newEmail: string | null;
}

const account = `
  select u.id as "userId", u.name, u.email, u.is_active as "isActive",
         array(select distinct g.authority_id from role_grants g where g.user_id = u.id order by 1) as "authorityIds",
         coalesce((select a.service_name from authorities a order by a.id limit 1), '') as "serviceName"
    from users u`;

/** People's own accounts, in the scope of sign-in: they belong to no authority. */
@Injectable()
export class AccountsRepository {
  async findByEmail(tx: Tx, email: string): Promise<AccountRow | null> {
    const [row] = await tx.rows<AccountRow>(`${account} where u.email = $1`, [email]);
    return row ?? null;
  }

  async find(tx: Tx, userId: string): Promise<AccountRow | null> {
    const [row] = await tx.rows<AccountRow>(`${account} where u.id = $1`, [userId]);
    return row ?? null;
  }

  async insertLink(tx: Tx, link: NewAccountLink): Promise<void> {
    await tx.rows('delete from account_links where expires_at < $1', [link.createdAt]);
    await tx.rows(
      `insert into account_links (user_id, purpose, token_hash, new_email, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [link.userId, link.purpose, link.tokenHash, link.newEmail, link.createdAt, link.expiresAt],
    );
  }

  async findLink(
    tx: Tx,
    purpose: NewAccountLink['purpose'],
    tokenHash: Buffer,
    now: Date,
  ): Promise<AccountLinkRow | null> {
    const [row] = await tx.rows<AccountLinkRow>(
      `select user_id as "userId", new_email as "newEmail" from account_links
        where token_hash = $2 and purpose = $1 and expires_at > $3`,
      [purpose, tokenHash, now],
    );
    return row ?? null;
  }

  /** Takes the link, once: false when somebody has used it in between. The person's other links of this purpose die with it. */
  async useLink(tx: Tx, userId: string, purpose: NewAccountLink['purpose'], tokenHash: Buffer): Promise<boolean> {
    const used = await tx.rows('delete from account_links where token_hash = $1 returning id', [tokenHash]);
    await tx.rows('delete from account_links where user_id = $1 and purpose = $2', [userId, purpose]);
    return used.length === 1;
  }

  async setPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
    await tx.rows('update users set password_hash = $2 where id = $1', [userId, passwordHash]);
    // A link that was asked for before the password changed must not change it again.
    await tx.rows('delete from account_links where user_id = $1', [userId]);
  }

  /** False: the address belongs to somebody by now, and the transaction must not go on. */
  async setEmail(tx: Tx, userId: string, email: string): Promise<boolean> {
    try {
      await tx.rows('update users set email = $2, version = version + 1 where id = $1', [userId, email]);
      return true;
    } catch (error) {
      // Only the database knows, when two people take the same address at once.
      if (error instanceof Error && 'constraint' in error && error.constraint === 'users_email_key') return false;
      throw error;
    }
  }
}
