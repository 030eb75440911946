import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import { ProviderStartEntity } from './provider-start.entity.js';

export type TakenStart = Pick<
  ProviderStartEntity,
  'purpose' | 'userId' | 'invitationTokenHash' | 'returnTo' | 'startedAt'
>;

@Injectable()
export class ProviderStartsRepository {
  async insert(tx: Tx, start: Omit<ProviderStartEntity, 'id' | 'usedAt'>): Promise<void> {
    await tx.manager.insert(ProviderStartEntity, start);
  }

  /**
   * The start that this answer belongs to, which is used up by it: in one statement, so that of two answers at the same time
   * one finds it. An answer in another browser does not use it up.
   */
  async take(
    tx: Tx,
    answer: {
      readonly authorityId: number;
      readonly identityProviderId: string;
      readonly stateHash: Buffer;
      readonly browserHash: Buffer;
      readonly now: Date;
    },
  ): Promise<TakenStart | null> {
    const rows = await tx.rows<TakenStart>(
      `update identity_provider_starts set used_at = $5
        where authority_id = $1 and identity_provider_id = $2 and state_hash = $3 and browser_hash = $4
          and used_at is null and expires_at > $5
        returning purpose, user_id as "userId", invitation_token_hash as "invitationTokenHash", return_to as "returnTo",
          started_at as "startedAt"`,
      [answer.authorityId, answer.identityProviderId, answer.stateHash, answer.browserHash, answer.now],
    );
    return rows[0] ?? null;
  }

  /** Swept by whoever starts next: a day old, they are of no use even for looking into what went wrong. */
  async deleteOld(tx: Tx, authorityId: number, before: Date): Promise<void> {
    await tx.rows('delete from identity_provider_starts where authority_id = $1 and expires_at < $2', [
      authorityId,
      before,
    ]);
  }
}
