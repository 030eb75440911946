import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { EmergencyGrant } from './emergency-reading.js';

/** The cases that a session may read now under an emergency access. */
@Injectable()
export class EmergencyGrantsQuery {
  run(
    tx: Tx,
    session: { readonly authorityId: number; readonly userId: string; readonly sessionId: string },
    now: Date,
  ): Promise<EmergencyGrant[]> {
    return tx.rows<EmergencyGrant>(
      `select id as "accessId", referral_id as "referralId" from emergency_accesses
        where authority_id = $1 and user_id = $2 and session_id = $3 and ended_at is null and expires_at > $4`,
      [session.authorityId, session.userId, session.sessionId, now],
      'emergency_grants',
    );
  }
}
