import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';

/** A challenge is bound to the session it was made in and to what it was made for. */
export type ChallengePurpose = 'sign_in' | 'confirm' | 'register';

@Injectable()
export class ChallengesRepository {
  async set(tx: Tx, sessionId: string, purpose: ChallengePurpose, challenge: string, expiresAt: Date): Promise<void> {
    await tx.rows(
      'update sessions set challenge = $3, challenge_purpose = $2, challenge_expires_at = $4 where id = $1 and ended_at is null',
      [sessionId, purpose, challenge, expiresAt],
    );
  }

  /** Once: whoever asks again gets nothing. */
  async take(tx: Tx, sessionId: string, purpose: ChallengePurpose, now: Date): Promise<string | null> {
    const [row] = await tx.rows<{ challenge: string }>(
      `update sessions set challenge = null, challenge_purpose = null, challenge_expires_at = null
        where id = $1 and challenge_purpose = $2 and challenge_expires_at > $3 returning old.challenge`,
      [sessionId, purpose, now],
    );
    return row?.challenge ?? null;
  }
}
