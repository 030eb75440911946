import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { Origin } from '../auth/origin.js';
import type { AuditEventName, AuditSubject } from './audit-event-names.js';

/** As `audit_append` reads it. */
export interface NewAuditEvent {
  readonly authorityId: number;
  readonly at: string;
  readonly actorUserId: string | null;
  readonly actorName: string;
  readonly actorRoles: readonly string[];
  readonly event: AuditEventName;
  readonly subjectType: AuditSubject;
  readonly subjectId: string | null;
  readonly subjectReferralId: string | null;
  readonly subjectChildId: string | null;
  readonly reason: string | null;
  readonly address: string | null;
  readonly sessionId: string | null;
  readonly requestId: string | null;
  readonly emergencyAccessId: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditEventRow {
  readonly id: string;
  readonly at: Date;
  readonly event: string;
  readonly actorName: string;
  readonly actorRoles: string[];
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly detail: Record<string, unknown>;
}

const columns = `id, at, event, actor_name as "actorName", actor_roles as "actorRoles", subject_type as "subjectType",
  subject_id as "subjectId", detail`;

@Injectable()
export class AuditEventsRepository {
  /** Puts the events at the end of their authority's chain. The database function is the only way to do so. */
  async append(tx: Tx, events: readonly NewAuditEvent[]): Promise<void> {
    await tx.rows('select audit_append($1::jsonb)', [JSON.stringify(events)], 'audit_append');
  }

  async appendOfInstallation(tx: Tx, event: AuditEventName, at: Date, origin: Origin): Promise<void> {
    await tx.rows('select installation_append($1, $2, $3, $4)', [event, at, origin.address, origin.requestId]);
  }

  findOfSubject(tx: Tx, authorityId: number, subjectType: string, subjectId: string): Promise<AuditEventRow[]> {
    return tx.rows<AuditEventRow>(
      `select ${columns} from audit_events where authority_id = $1 and subject_type = $2 and subject_id = $3 order by id limit 1000`,
      [authorityId, subjectType, subjectId],
    );
  }

  /** The newest first, 50 at a time, older than `before`. */
  findPage(tx: Tx, authorityId: number, before: string | null): Promise<AuditEventRow[]> {
    return tx.rows<AuditEventRow>(
      `select ${columns} from audit_events where authority_id = $1 and ($2::bigint is null or id < $2::bigint) order by id desc limit 50`,
      [authorityId, before],
    );
  }
}
