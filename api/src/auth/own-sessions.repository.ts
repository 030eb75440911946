import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface OwnSessionRow {
  readonly id: string;
  readonly deviceName: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** The moments before which a session of now is dead. */
export interface Ends {
  readonly now: Date;
  readonly idleSince: Date;
}

@Injectable()
export class OwnSessionsRepository {
  /** The living ones, in whichever authority; this one too. */
  findOpen(tx: Tx, userId: string, { now, idleSince }: Ends): Promise<OwnSessionRow[]> {
    return tx.rows<OwnSessionRow>(
      `select id, device_name as "deviceName", created_at as "createdAt", last_seen_at as "lastSeenAt" from sessions
        where user_id = $1 and stage = 'open' and ended_at is null and expires_at > $2 and last_seen_at > $3
        order by last_seen_at desc, id limit 100`,
      [userId, now, idleSince],
    );
  }

  async end(tx: Tx, userId: string, sessionId: string, now: Date): Promise<boolean> {
    const rows = await tx.rows(
      'update sessions set ended_at = $3 where user_id = $1 and id = $2 and ended_at is null returning id',
      [userId, sessionId, now],
    );
    return rows.length === 1;
  }

  /** Those that have been dead for so long that nobody asks any more. */
  async purge(tx: Tx, deadSince: Date, idleMilliseconds: number): Promise<void> {
    await tx.rows('delete from sessions where ended_at < $1 or expires_at < $1 or last_seen_at < $2', [
      deadSince,
      new Date(deadSince.getTime() - idleMilliseconds),
    ]);
  }

  async purgeDevices(tx: Tx, unseenSince: Date): Promise<void> {
    await tx.rows('delete from known_devices where last_seen_at < $1', [unseenSince]);
  }

  async purgePendingApps(tx: Tx, begunBefore: Date): Promise<void> {
    await tx.rows('delete from authenticator_apps where confirmed_at is null and created_at < $1', [begunBefore]);
  }
}
