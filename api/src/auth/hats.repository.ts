import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { GrantRow, LivingSession } from './living-session.js';

export interface GrantOfAuthority extends GrantRow {
  readonly authorityId: number;
}

@Injectable()
export class HatsRepository {
  findAllOf(tx: Tx, userId: string): Promise<GrantOfAuthority[]> {
    return tx.rows<GrantOfAuthority>(
      `select id, authority_id as "authorityId", role, school_id as "schoolId", provider_id as "providerId"
         from role_grants where user_id = $1 order by authority_id, role, id limit 500`,
      [userId],
    );
  }

  /** Opened through the identity provider of its authority, whose word counts nowhere else. */
  async staysInItsAuthority(tx: Tx, sessionId: string): Promise<boolean> {
    const rows = await tx.rows('select 1 from sessions where id = $1 and identity_provider_id is not null', [
      sessionId,
    ]);
    return rows.length > 0;
  }

  /** False: the session has got another token meanwhile. */
  async wear(
    tx: Tx,
    session: LivingSession,
    hat: { readonly authorityId: number; readonly hatId: string | null; readonly tokenHash: Buffer },
  ): Promise<boolean> {
    const rows = await tx.rows(
      `update sessions set authority_id = $3, hat_id = $4, token_hash = $5
        where id = $1 and token_hash = $2 and ended_at is null returning id`,
      [session.sessionId, session.tokenHash, hat.authorityId, hat.hatId, hat.tokenHash],
    );
    return rows.length === 1;
  }
}
