import { randomUUID } from 'node:crypto';

import type { TestRows } from '../test-rows.js';
import type { Relation } from './expectation.js';

interface AuditWorld {
  readonly rows: TestRows;
  readonly elsewhere: number;
}

interface AuditTarget {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

/** An event is named by its number in the chain, so that of another authority is simply one that is not there. */
export async function auditEvents({ rows, elsewhere }: AuditWorld): Promise<AuditTarget[]> {
  const target = async (relation: Relation, authorityId: number, eventSeq: number): Promise<AuditTarget> => {
    await rows.query(
      `insert into audit_events (authority_id, seq, hash, at, actor_name, actor_roles, event, subject_type)
       values ($1, $2, sha256(''), '2026-11-20', 'A Clerk', '{coordinator}', 'referral.viewed', 'referral') on conflict do nothing`,
      [authorityId, eventSeq],
    );
    return { relation, ids: { eventSeq: String(eventSeq) } };
  };
  return [await target('own', 1, 900_000_000), await target('other_authority', elsewhere, 900_000_001)];
}

/** One that is over. */
export async function anEmergencyAccess({ rows }: AuditWorld, authorityId: number, userId: string): Promise<string> {
  const referralId = await rows.aReferral({ authorityId, status: 'accepted' });
  const [access] = await rows.query<{ id: string }>(
    `insert into emergency_accesses (authority_id, user_id, session_id, referral_id, role, reason_code, reason, started_at,
       expires_at, ended_at, end_kind)
     values ($1, $2, $3, $4, 'data_protection_officer', 'safeguarding', 'Invented', '2026-11-24T09:00:00Z',
       '2026-11-24T09:30:00Z', '2026-11-24T09:30:00Z', 'expired') returning id`,
    [authorityId, userId, randomUUID(), referralId],
  );
  return access?.id ?? '';
}
