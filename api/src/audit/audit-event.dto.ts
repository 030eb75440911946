import { Instant, ListOf, Text, TextList, Uuid } from '../common/fields.js';
import type { AuditEventRow } from './audit-events.repository.js';

export class AuditEvent {
  @Text({ max: 20 })
  id: string;

  @Instant()
  at: string;

  @Text({ max: 100 })
  event: string;

  @Text({ max: 200 })
  actorName: string;

  @TextList()
  actorRoles: string[];

  @Text({ max: 50 })
  subjectType: string;

  @Uuid({ nullable: true })
  subjectId: string | null;

  @Text({ max: 1000, description: 'Codes, dates and ids of the event, as "name: value" separated by semicolons.' })
  detail: string;
}

export class AuditEventPage {
  @ListOf(() => AuditEvent)
  items: AuditEvent[];

  @Text({ max: 20, nullable: true, description: 'Send as `before` for the next page; null at the end.' })
  nextBefore: string | null;
}

export class AuditEventQuery {
  @Text({ max: 18, optional: true })
  before?: string;
}

export function toAuditEvent(row: AuditEventRow): AuditEvent {
  return {
    id: row.id,
    at: row.at.toISOString(),
    event: row.event,
    actorName: row.actorName,
    actorRoles: row.actorRoles,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    detail: Object.entries(row.detail)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join('; '),
  };
}
