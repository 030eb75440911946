import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

@Injectable()
export class RateLimitsRepository {
  /** The attempts in a bucket. It is made if it is new, and nobody else counts in it until the transaction ends. */
  async lock(tx: Tx, bucket: Buffer, keptUntil: Date): Promise<Date[]> {
    const [row] = await tx.rows<{ attempts: Date[] }>(
      `insert into rate_limits (bucket, attempts, kept_until) values ($1, '{}', $2)
       on conflict (bucket) do update set kept_until = excluded.kept_until returning attempts`,
      [bucket, keptUntil],
      'rate_limit_lock',
    );
    return row?.attempts ?? [];
  }

  async save(tx: Tx, bucket: Buffer, attempts: readonly Date[]): Promise<void> {
    await tx.rows('update rate_limits set attempts = $2 where bucket = $1', [bucket, attempts], 'rate_limit_save');
  }

  async forget(tx: Tx, bucket: Buffer): Promise<void> {
    await tx.rows('delete from rate_limits where bucket = $1', [bucket]);
  }

  /** Takes the newest attempt back: it was none. */
  async giveBack(tx: Tx, bucket: Buffer): Promise<void> {
    await tx.rows(
      'update rate_limits set attempts = attempts[1:cardinality(attempts) - 1] where bucket = $1 and cardinality(attempts) > 0',
      [bucket],
    );
  }

  async purge(tx: Tx, now: Date): Promise<void> {
    await tx.rows('delete from rate_limits where kept_until < $1', [now]);
  }
}
