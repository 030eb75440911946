import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';

export interface PasskeyRow {
  readonly id: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface NewPasskey {
  readonly userId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly now: Date;
}

const columns = `id, credential_id as "credentialId", public_key as "publicKey", counter, transports, name, created_at as "createdAt",
  last_used_at as "lastUsedAt"`;

@Injectable()
export class PasskeysRepository {
  findAllOf(tx: Tx, userId: string): Promise<PasskeyRow[]> {
    return tx.rows<PasskeyRow>(`select ${columns} from passkeys where user_id = $1 order by created_at, id limit 100`, [
      userId,
    ]);
  }

  async findByCredential(tx: Tx, userId: string, credentialId: string): Promise<PasskeyRow | null> {
    const [row] = await tx.rows<PasskeyRow>(
      `select ${columns} from passkeys where user_id = $1 and credential_id = $2`,
      [userId, credentialId],
    );
    return row ?? null;
  }

  /** False: this authenticator is registered already. */
  async insert(tx: Tx, passkey: NewPasskey): Promise<boolean> {
    const rows = await tx.rows(
      `insert into passkeys (user_id, credential_id, public_key, counter, transports, name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning id`,
      [
        passkey.userId,
        passkey.credentialId,
        Buffer.from(passkey.publicKey),
        passkey.counter,
        passkey.transports,
        passkey.name,
        passkey.now,
      ],
    );
    return rows.length === 1;
  }

  /** False: it has been used since it was read. */
  async use(tx: Tx, passkey: PasskeyRow, counter: number, now: Date): Promise<boolean> {
    const rows = await tx.rows(
      'update passkeys set counter = $3, last_used_at = $4 where id = $1 and counter = $2 returning id',
      [passkey.id, passkey.counter, counter, now],
    );
    return rows.length === 1;
  }

  async rename(tx: Tx, userId: string, passkeyId: string, name: string): Promise<boolean> {
    const rows = await tx.rows('update passkeys set name = $3 where user_id = $1 and id = $2 returning id', [
      userId,
      passkeyId,
      name,
    ]);
    return rows.length === 1;
  }

  async delete(tx: Tx, userId: string, passkeyId: string): Promise<boolean> {
    const rows = await tx.rows('delete from passkeys where user_id = $1 and id = $2 returning id', [userId, passkeyId]);
    return rows.length === 1;
  }

  async deleteAllOf(tx: Tx, userId: string): Promise<void> {
    await tx.rows('delete from passkeys where user_id = $1', [userId]);
  }
}
