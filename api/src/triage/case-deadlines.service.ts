import { Injectable } from '@nestjs/common';
import { caseDueOn } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { Transactions } from '../database/transactions.js';
import { CaseDeadlinesRepository, type StoredDeadlines } from '../referrals/case-deadlines.repository.js';
import type { CaseDeadlines, SetCaseDeadlines } from './case-deadlines.dto.js';
import { DueDatesRepository } from './due-dates.repository.js';

/** How long each step of a case may take. A change holds for the open cases at once. */
@Injectable()
export class CaseDeadlinesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CaseDeadlinesRepository,
    private readonly dueDates: DueDatesRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<CaseDeadlines> {
    return this.transactions.read(actor, async (tx) => toDeadlines(await this.repository.find(tx, actor.authorityId)));
  }

  set(actor: Actor, version: number, body: SetCaseDeadlines): Promise<CaseDeadlines> {
    const { authorityId, userId: changedBy } = actor;
    return this.transactions.run(actor, async (tx) => {
      const saved = await this.repository.save(
        tx,
        { ...body, authorityId, changedBy, changedAt: this.clock.now() },
        version,
      );
      if (saved === null) throw versionStale();
      const steps = await this.dueDates.findSteps(tx, authorityId);
      await this.dueDates.setDue(
        tx,
        authorityId,
        steps.map((step) => ({ ...step, dueOn: caseDueOn(step.status, step.cameOn, body) })),
      );
      await this.audit.record(tx, actor, 'case_deadlines.set', 'case_deadlines', null, { ...body });
      return toDeadlines({ ...body, version: saved });
    });
  }
}

function toDeadlines(stored: StoredDeadlines): CaseDeadlines {
  return { ...stored, areDefaults: stored.version === 0 };
}
