import { type Role, ROLES } from '@panel/case-rules';

import {
  DateOnly,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  WholeNumber,
  YesNo,
} from '../common/fields.js';
import { auditDetailLines, auditEventLabel, auditSubjectLabel } from './audit-event-labels.js';
import { auditEvents } from './audit-event-names.js';
import type { AuditEventDetailRow, AuditEventRow } from './audit-events.repository.js';

export class AuditEvent {
  @WholeNumber({ description: 'The place in the authority’s chain.' })
  seq: number;

  @Instant()
  at: string;

  @Text({ max: 100 })
  event: string;

  @Text({ max: 200, description: 'What happened, in words.' })
  label: string;

  @Uuid({ nullable: true })
  actorUserId: string | null;

  @Text({ max: 200 })
  actorName: string;

  @TextList()
  actorRoles: string[];

  @Text({ max: 50 })
  subjectType: string;

  @Text({ max: 50, description: 'What it is about, in words.' })
  subjectLabel: string;

  @Uuid({ nullable: true })
  subjectId: string | null;

  @Uuid({ nullable: true, description: 'The case behind the subject.' })
  referralId: string | null;

  @Text({ max: 20, nullable: true })
  reference: string | null;

  @Uuid({ nullable: true })
  childId: string | null;

  @YesNo({ description: 'True: seen under an emergency access.' })
  isUnderEmergencyAccess: boolean;

  @TextList({ description: 'Codes, dates and ids of the event, as "Name: value" in words.' })
  detail: string[];
}

export class AuditEventPage {
  @ListOf(() => AuditEvent)
  items: AuditEvent[];

  @WholeNumber({ nullable: true, description: 'Send as `before` for the next page; null at the end.' })
  nextBefore: number | null;
}

/** What the trail is searched by. Ids and codes only, so that an address names nobody. */
export class AuditEventFilter {
  @Uuid({ optional: true })
  actorUserId?: string;

  @OneOf(auditEvents, { optional: true, name: 'AuditEventName' })
  event?: string;

  @OneOf(ROLES, { optional: true, name: 'Role' })
  role?: Role;

  @Uuid({ optional: true, description: 'Everything about one case.' })
  referralId?: string;

  @Uuid({ optional: true, description: 'Everything about one child, over all cases.' })
  childId?: string;

  @Uuid({ optional: true, description: 'Everything done under one emergency access.' })
  accessId?: string;

  @DateOnly({ optional: true })
  from?: string;

  @DateOnly({ optional: true })
  to?: string;
}

export class AuditEventQuery extends AuditEventFilter {
  @Text({ max: 16, optional: true })
  before?: string;
}

export class AuditExportQuery extends AuditEventFilter {
  @OneOf(['csv', 'jsonl'], { name: 'AuditExportFormat' })
  format: 'csv' | 'jsonl';
}

export class AuditNeighbour {
  @WholeNumber()
  seq: number;

  @Instant()
  at: string;

  @Text({ max: 200 })
  label: string;
}

/** One event with everything that was kept of it, and its place in the chain. */
export class AuditEventDetail extends AuditEvent {
  @Text({ max: 5000, nullable: true })
  reason: string | null;

  @Text({ max: 100, nullable: true })
  address: string | null;

  @Uuid({ nullable: true })
  sessionId: string | null;

  @Uuid({ nullable: true })
  requestId: string | null;

  @Uuid({ nullable: true })
  emergencyAccessId: string | null;

  @Text({ max: 64 })
  hash: string;

  @Text({ max: 64 })
  previousHash: string;

  @YesNo({ description: 'Computed again now: whether the hash is that of the event behind the one before it.' })
  isHashRight: boolean;

  @Nested(() => AuditNeighbour, { nullable: true })
  previous: AuditNeighbour | null;

  @Nested(() => AuditNeighbour, { nullable: true })
  next: AuditNeighbour | null;
}

export class AuditOption {
  @Text({ max: 100 })
  code: string;

  @Text({ max: 200 })
  label: string;
}

export class AuditOptions {
  @ListOf(() => AuditOption)
  events: AuditOption[];

  @ListOf(() => AuditOption, { description: 'Everybody who has or had a role here: user id and name.' })
  people: AuditOption[];
}

export class FindAuditCase {
  @Text({ max: 20, min: 1, description: 'The reference of a case.' })
  reference: string;
}

export class AuditCase {
  @Uuid()
  referralId: string;

  @Text({ max: 20 })
  reference: string;

  @Uuid({ nullable: true })
  childId: string | null;
}

export class AuditVerification {
  @Instant()
  verifiedAt: string;

  @WholeNumber()
  events: number;

  @YesNo()
  isWhole: boolean;

  @Text({ max: 500, nullable: true, description: 'What is wrong, in words.' })
  fault: string | null;

  @WholeNumber({ nullable: true })
  faultSeq: number | null;
}

export class AuditChainState {
  @WholeNumber()
  events: number;

  @Text({ max: 64, nullable: true })
  hash: string | null;

  @YesNo({ description: 'Whether the end of the chain is written down outside the database.' })
  isAnchored: boolean;

  @Nested(() => AuditVerification, { nullable: true })
  lastVerification: AuditVerification | null;
}

export function toAuditEvent(row: AuditEventRow): AuditEvent {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    event: row.event,
    label: auditEventLabel(row.event),
    actorUserId: row.actorUserId,
    actorName: row.actorName,
    actorRoles: row.actorRoles,
    subjectType: row.subjectType,
    subjectLabel: auditSubjectLabel(row.subjectType),
    subjectId: row.subjectId,
    referralId: row.referralId,
    reference: row.reference,
    childId: row.childId,
    isUnderEmergencyAccess: row.emergencyAccessId !== null,
    detail: auditDetailLines(row.detail),
  };
}

export function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('; ');
}

export function toAuditEventDetail(row: AuditEventDetailRow, isHashRight: boolean): AuditEventDetail {
  const { reason, address, sessionId, requestId, emergencyAccessId } = row;
  return {
    ...toAuditEvent(row),
    reason,
    address,
    sessionId,
    requestId,
    emergencyAccessId,
    hash: row.hash.toString('hex'),
    previousHash: row.previousHash.toString('hex'),
    isHashRight,
    previous: row.previous && toNeighbour(row.previous),
    next: row.next && toNeighbour(row.next),
  };
}

function toNeighbour({ seq, at, event }: NonNullable<AuditEventDetailRow['previous']>): AuditNeighbour {
  return { seq, at: new Date(at).toISOString(), label: auditEventLabel(event) };
}
