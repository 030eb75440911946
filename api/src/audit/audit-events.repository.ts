import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { Origin } from '../auth/origin.js';
import { canonicalText } from './audit-chain.query.js';
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
  readonly seq: number;
  readonly at: Date;
  readonly event: string;
  readonly actorUserId: string | null;
  readonly actorName: string;
  readonly actorRoles: string[];
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly referralId: string | null;
  readonly reference: string | null;
  readonly childId: string | null;
  readonly emergencyAccessId: string | null;
  readonly reason: string | null;
  readonly address: string | null;
  readonly sessionId: string | null;
  readonly requestId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const columns = `e.seq, e.at, e.event, e.actor_user_id as "actorUserId", e.actor_name as "actorName", e.actor_roles as "actorRoles",
  e.subject_type as "subjectType", e.subject_id as "subjectId", e.subject_referral_id as "referralId", r.reference,
  e.subject_child_id as "childId", e.emergency_access_id as "emergencyAccessId", e.reason, e.address, e.session_id as "sessionId",
  e.request_id as "requestId", e.detail`;
const source = `audit_events e
  left join referrals r on r.authority_id = e.authority_id and r.id = e.subject_referral_id`;

/** Before the first event: 32 zero bytes. */
const previousHash = `coalesce((select p.hash from audit_events p where p.authority_id = e.authority_id and p.seq = e.seq - 1),
  decode(repeat('00', 32), 'hex'))`;

interface NeighbourRow {
  readonly seq: number;
  readonly at: string;
  readonly event: string;
}

export interface AuditEventDetailRow extends AuditEventRow {
  readonly hash: Buffer;
  readonly previousHash: Buffer;
  readonly canonical: string;
  readonly previous: NeighbourRow | null;
  readonly next: NeighbourRow | null;
}

export interface AuditExportRow extends AuditEventRow {
  readonly hash: Buffer;
  readonly previousHash: Buffer;
  readonly canonical: string;
}

/** What the trail is searched by; dates are days in England, both included. */
export interface AuditFilter {
  readonly actorUserId?: string;
  readonly event?: string;
  readonly role?: string;
  readonly referralId?: string;
  readonly childId?: string;
  readonly accessId?: string;
  readonly from?: string;
  readonly to?: string;
}

function matching(authorityId: number, filter: AuditFilter, values: unknown[]): string {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(authorityId, (p) => `e.authority_id = ${p}`);
  add(filter.actorUserId, (p) => `e.actor_user_id = ${p}::uuid`);
  add(filter.event, (p) => `e.event = ${p}`);
  add(filter.role, (p) => `${p} = any(e.actor_roles)`);
  add(filter.referralId, (p) => `e.subject_referral_id = ${p}::uuid`);
  // Also what happened while the referral was a draft and named no child yet.
  add(
    filter.childId,
    (p) => `(e.subject_child_id = ${p}::uuid or e.subject_referral_id in
      (select c.id from referrals c where c.authority_id = e.authority_id and c.child_id = ${p}::uuid))`,
  );
  add(filter.accessId, (p) => `e.emergency_access_id = ${p}::uuid`);
  add(filter.from, (p) => `e.at >= ${p}::date::timestamp at time zone 'Europe/London'`);
  add(filter.to, (p) => `e.at < (${p}::date + 1)::timestamp at time zone 'Europe/London'`);
  return conditions.join(' and ');
}

export const eventsOnAPage = 50;
const eventsAtOnce = 2_000;

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
      `select ${columns} from ${source}
        where e.authority_id = $1 and e.subject_type = $2 and e.subject_id = $3 order by e.seq limit 1000`,
      [authorityId, subjectType, subjectId],
    );
  }

  /** The newest that match, one more than a page holds, older than `before`. */
  findPage(tx: Tx, authorityId: number, filter: AuditFilter, before: number | null): Promise<AuditEventRow[]> {
    const values: unknown[] = [];
    const conditions = matching(authorityId, filter, values);
    values.push(before);
    return tx.rows<AuditEventRow>(
      `select ${columns} from ${source}
        where ${conditions} and ($${values.length}::bigint is null or e.seq < $${values.length}::bigint)
        order by e.seq desc limit ${eventsOnAPage + 1}`,
      values,
    );
  }

  async findOne(tx: Tx, authorityId: number, seq: number): Promise<AuditEventDetailRow | null> {
    const neighbour = (distance: string): string =>
      `(select json_build_object('seq', n.seq, 'at', n.at, 'event', n.event) from audit_events n
         where n.authority_id = e.authority_id and n.seq = e.seq ${distance})`;
    const [row] = await tx.rows<AuditEventDetailRow>(
      `select ${columns}, e.hash, ${previousHash} as "previousHash", ${canonicalText} as canonical,
              ${neighbour('- 1')} as previous, ${neighbour('+ 1')} as next
         from ${source} where e.authority_id = $1 and e.seq = $2`,
      [authorityId, seq],
    );
    return row ?? null;
  }

  /** The next events that match for an export, in the order of the chain, up to the event that tells of the export. */
  findForExport(
    tx: Tx,
    authorityId: number,
    filter: AuditFilter,
    range: { readonly after: number; readonly to: number },
  ): Promise<AuditExportRow[]> {
    const values: unknown[] = [];
    const conditions = matching(authorityId, filter, values);
    values.push(range.after, range.to);
    return tx.rows<AuditExportRow>(
      `select ${columns}, e.hash, ${previousHash} as "previousHash", ${canonicalText} as canonical from ${source}
        where ${conditions} and e.seq > $${values.length - 1} and e.seq <= $${values.length}
        order by e.seq limit ${eventsAtOnce}`,
      values,
    );
  }

  /** Everybody who has or had a role in the authority. */
  findPeople(tx: Tx, authorityId: number): Promise<{ code: string; label: string }[]> {
    return tx.rows(
      `select u.id as code, u.name as label from memberships m join users u on u.id = m.user_id
        where m.authority_id = $1 order by u.name, u.id`,
      [authorityId],
    );
  }

  async findCase(
    tx: Tx,
    authorityId: number,
    reference: string,
  ): Promise<{ referralId: string; reference: string; childId: string | null } | null> {
    const [row] = await tx.rows<{ referralId: string; reference: string; childId: string | null }>(
      'select id as "referralId", reference, child_id as "childId" from referrals where authority_id = $1 and reference = $2',
      [authorityId, reference],
    );
    return row ?? null;
  }
}
