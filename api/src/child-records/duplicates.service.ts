import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import type { DuplicateList } from './child-record.dto.js';
import { childNotFound } from './child-record.problems.js';
import { ChildRecordQuery } from './child-record.query.js';
import { DuplicatesQuery } from './duplicates.query.js';

/** Guesses which records may be one child. A person decides. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: DuplicatesQuery,
    private readonly records: ChildRecordQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<DuplicateList> {
    return this.transactions.run(actor, async (tx) => {
      await this.audit.record(tx, actor, 'child.duplicates_listed', 'child', null);
      return { items: await this.query.run(tx, actor, null) };
    });
  }

  listOf(actor: Actor, childId: string): Promise<DuplicateList> {
    return this.transactions.run(actor, async (tx) => {
      const child = await this.records.find(tx, actor, this.clock.today(), childId);
      if (!child) throw childNotFound();
      await this.audit.record(tx, actor, 'child.duplicates_listed', 'child', child.id);
      return { items: await this.query.run(tx, actor, child.id) };
    });
  }
}
