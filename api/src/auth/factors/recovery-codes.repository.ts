import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';

@Injectable()
export class RecoveryCodesRepository {
  /** In place of all the person had. */
  async replace(tx: Tx, userId: string, hashes: readonly Buffer[], now: Date): Promise<void> {
    await this.deleteAllOf(tx, userId);
    await tx.rows('insert into recovery_codes (user_id, code_hash, created_at) select $1, unnest($2::bytea[]), $3', [
      userId,
      hashes,
      now,
    ]);
  }

  /** Of two requests with one code, one gets true. */
  async use(tx: Tx, userId: string, hash: Buffer, now: Date): Promise<boolean> {
    const rows = await tx.rows(
      'update recovery_codes set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null returning id',
      [userId, hash, now],
    );
    return rows.length === 1;
  }

  async deleteAllOf(tx: Tx, userId: string): Promise<void> {
    await tx.rows('delete from recovery_codes where user_id = $1', [userId]);
  }
}
