import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { nextHash } from './audit-chain.js';
import {
  type AuditCase,
  type AuditEventDetail,
  type AuditEventFilter,
  type AuditEventPage,
  type AuditEventQuery,
  type AuditOptions,
  toAuditEvent,
  toAuditEventDetail,
} from './audit-event.dto.js';
import { auditEventOptions } from './audit-event-labels.js';
import { AuditEventsRepository, eventsOnAPage } from './audit-events.repository.js';
import { auditCaseNotFound, auditEventNotFound } from './audit.problems.js';
import { AuditService } from './audit.service.js';

/** What was asked for, as the detail of an event: who watches the trail is watched too. */
export function filterDetail(filter: AuditEventFilter): Record<string, string> {
  const { actorUserId, event, role, referralId, childId, accessId, from, to } = filter;
  const asked = { actorUserId, event, role, referralId, childId, accessId, from, to };
  const detail: Record<string, string> = {};
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) detail[name] = value;
  return detail;
}

/** The trail as the data protection officer reads it. */
@Injectable()
export class AuditEventsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AuditEventsRepository,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor, { before, ...filter }: AuditEventQuery): Promise<AuditEventPage> {
    return this.transactions.run(actor, async (tx) => {
      const position = before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : null;
      const rows = await this.repository.findPage(tx, actor.authorityId, filter, position);
      await this.audit.record(tx, actor, 'audit.viewed', 'audit', null, filterDetail(filter));
      const page = rows.slice(0, eventsOnAPage);
      const last = page.at(-1);
      return { items: page.map(toAuditEvent), nextBefore: rows.length > eventsOnAPage && last ? last.seq : null };
    });
  }

  read(actor: Actor, seq: string): Promise<AuditEventDetail> {
    return this.transactions.run(actor, async (tx) => {
      const row = /^\d{1,15}$/.test(seq) ? await this.repository.findOne(tx, actor.authorityId, Number(seq)) : null;
      if (!row) throw auditEventNotFound();
      await this.audit.record(tx, actor, 'audit.event_viewed', 'audit', null, { seq: row.seq });
      return toAuditEventDetail(row, nextHash(row.previousHash, row.canonical).equals(row.hash));
    });
  }

  options(actor: Actor): Promise<AuditOptions> {
    return this.transactions.read(actor, async (tx) => ({
      events: [...auditEventOptions],
      people: await this.repository.findPeople(tx, actor.authorityId),
    }));
  }

  /** From the reference of a case to its ids, so that no address names a case by what people call it. */
  findCase(actor: Actor, reference: string): Promise<AuditCase> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.repository.findCase(tx, actor.authorityId, reference.trim().toUpperCase());
      if (!found) throw auditCaseNotFound();
      await this.audit.record(tx, actor, 'audit.case_found', 'referral', found.referralId);
      return found;
    });
  }
}
