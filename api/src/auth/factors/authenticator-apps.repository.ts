import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';

export interface AppRow {
  readonly id: string;
  readonly sealedSecret: string;
  readonly confirmedAt: Date | null;
}

@Injectable()
export class AuthenticatorAppsRepository {
  async findConfirmed(tx: Tx, userId: string): Promise<AppRow | null> {
    const [row] = await tx.rows<AppRow>(
      `select id, sealed_secret as "sealedSecret", confirmed_at as "confirmedAt" from authenticator_apps
        where user_id = $1 and confirmed_at is not null`,
      [userId],
    );
    return row ?? null;
  }

  async findPending(tx: Tx, userId: string, since: Date): Promise<AppRow | null> {
    const [row] = await tx.rows<AppRow>(
      `select id, sealed_secret as "sealedSecret", confirmed_at as "confirmedAt" from authenticator_apps
        where user_id = $1 and confirmed_at is null and created_at > $2`,
      [userId, since],
    );
    return row ?? null;
  }

  /** In place of one that was begun before. */
  async insertPending(tx: Tx, app: { id: string; userId: string; sealedSecret: string; now: Date }): Promise<void> {
    await tx.rows('delete from authenticator_apps where user_id = $1 and confirmed_at is null', [app.userId]);
    await tx.rows('insert into authenticator_apps (id, user_id, sealed_secret, created_at) values ($1, $2, $3, $4)', [
      app.id,
      app.userId,
      app.sealedSecret,
      app.now,
    ]);
  }

  /** In place of the one that was confirmed before. */
  async confirm(tx: Tx, app: { id: string; userId: string; step: number; now: Date }): Promise<void> {
    await tx.rows('delete from authenticator_apps where user_id = $1 and confirmed_at is not null', [app.userId]);
    await tx.rows('update authenticator_apps set confirmed_at = $2, last_used_step = $3 where id = $1', [
      app.id,
      app.now,
      app.step,
    ]);
  }

  /** Whether the code of this step had not been used, nor a later one: of two requests with one code, one gets true. */
  async useStep(tx: Tx, appId: string, step: number): Promise<boolean> {
    const rows = await tx.rows(
      'update authenticator_apps set last_used_step = $2 where id = $1 and last_used_step < $2 returning id',
      [appId, step],
    );
    return rows.length === 1;
  }

  async deleteAllOf(tx: Tx, userId: string): Promise<void> {
    await tx.rows('delete from authenticator_apps where user_id = $1', [userId]);
  }
}
