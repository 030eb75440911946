import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { type AuditEventPage, toAuditEvent } from './audit-event.dto.js';
import { AuditEventsRepository } from './audit-events.repository.js';
import { AuditService } from './audit.service.js';

const pageSize = 50;

/** The trail as the data protection officer reads it. */
@Injectable()
export class AuditEventsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AuditEventsRepository,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor, before: string | undefined): Promise<AuditEventPage> {
    return this.transactions.run(actor, async (tx) => {
      const position = before !== undefined && /^\d{1,18}$/.test(before) ? before : null;
      const rows = await this.repository.findPage(tx, actor.authorityId, position);
      await this.audit.record(tx, actor, 'audit.viewed', 'audit', null);
      const last = rows.at(-1);
      return { items: rows.map(toAuditEvent), nextBefore: rows.length === pageSize && last ? last.id : null };
    });
  }
}
