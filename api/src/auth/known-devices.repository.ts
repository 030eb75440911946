import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

@Injectable()
export class KnownDevicesRepository {
  /** Whether this person has signed in before in the browser with this cookie. */
  async findId(tx: Tx, userId: string, tokenHash: Buffer): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>('select id from known_devices where user_id = $1 and token_hash = $2', [
      userId,
      tokenHash,
    ]);
    return row?.id ?? null;
  }

  /** Remembers the browser; says whether it was new. */
  async remember(
    tx: Tx,
    device: { readonly userId: string; readonly tokenHash: Buffer; readonly name: string; readonly now: Date },
  ): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const [row] = await tx.rows<{ id: string; isNew: boolean }>(
      `insert into known_devices as d (user_id, token_hash, name, first_seen_at, last_seen_at) values ($1, $2, $3, $4, $4)
       on conflict (user_id, token_hash) do update set name = excluded.name, last_seen_at = excluded.last_seen_at
       returning d.id, d.xmax = 0 as "isNew"`,
      [device.userId, device.tokenHash, device.name, device.now],
    );
    if (!row) throw new Error('the device was not remembered');
    return row;
  }

  /** Their cookies count for nothing any more. */
  async forgetAllOf(tx: Tx, userId: string): Promise<void> {
    await tx.rows('delete from known_devices where user_id = $1', [userId]);
  }
}
