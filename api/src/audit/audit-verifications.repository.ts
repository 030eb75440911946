import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { ChainFault, ChainVerdict } from './audit-chain.js';

export interface VerificationRow {
  readonly verifiedAt: Date;
  readonly events: number;
  readonly faultSeq: number | null;
  readonly faultCode: ChainFault['code'] | null;
}

@Injectable()
export class AuditVerificationsRepository {
  async insert(
    tx: Tx,
    authorityId: number,
    at: Date,
    anchors: number,
    { events, end, fault }: ChainVerdict,
  ): Promise<void> {
    await tx.rows(
      `insert into audit_verifications (authority_id, verified_at, events, end_hash, anchors, fault_seq, fault_code)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [authorityId, at, events, end.hash, anchors, fault?.seq ?? null, fault?.code ?? null],
    );
  }

  /** Whom the result is sent to. */
  findOfficers(tx: Tx, authorityId: number): Promise<{ userId: string; name: string; email: string }[]> {
    return tx.rows(
      `select distinct u.id as "userId", u.name, u.email
         from role_grants g join users u on u.id = g.user_id and u.is_active
        where g.authority_id = $1 and g.role = 'data_protection_officer' order by u.email`,
      [authorityId],
    );
  }

  async findNewest(tx: Tx, authorityId: number): Promise<VerificationRow | null> {
    const [row] = await tx.rows<VerificationRow>(
      `select verified_at as "verifiedAt", events, fault_seq as "faultSeq", fault_code as "faultCode"
         from audit_verifications where authority_id = $1 order by verified_at desc limit 1`,
      [authorityId],
    );
    return row ?? null;
  }
}
