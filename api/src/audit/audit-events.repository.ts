import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import { AuditEventEntity } from './audit-event.entity.js';

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
  async insert(tx: Tx, event: Omit<AuditEventEntity, 'id'>): Promise<void> {
    await tx.rows(
      `insert into audit_events (authority_id, at, actor_user_id, actor_name, actor_roles, event, subject_type, subject_id, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        event.authorityId,
        event.at,
        event.actorUserId,
        event.actorName,
        event.actorRoles,
        event.event,
        event.subjectType,
        event.subjectId,
        event.detail,
      ],
      'audit_insert',
    );
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
