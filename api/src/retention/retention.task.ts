import { Inject, Injectable } from '@nestjs/common';
import { canDestroy, DRAFT_WARNING_DAYS } from '@panel/case-rules';
import { formatDate } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { MailService } from '../mail/mail.service.js';
import { DestroyRepository } from './destroy.repository.js';
import { appendErasures } from './erasures-file.js';
import { RetentionRepository } from './retention.repository.js';

export const retentionTask = 'retention';

const casesATurn = 5_000;

/**
 * Each night: warns about drafts, and destroys what its period no longer keeps. One transaction a case, so a turn that is
 * killed leaves whole cases, and the next one goes on. Doing it twice does no harm.
 */
@Injectable()
export class RetentionTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: RetentionRepository,
    private readonly destroying: DestroyRepository,
    private readonly mail: MailService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
    registry: JobRegistry,
  ) {
    registry.recur(retentionTask, { schedule: { at: '02:30' }, run: (authorityId) => this.run(authorityId) });
  }

  async run(authorityId: number): Promise<void> {
    await this.warnOfDrafts(authorityId);
    await this.destroyPassing(authorityId);
    const failures = await this.destroyCases(authorityId);
    await this.file(authorityId);
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} cases could not be destroyed`);
  }

  private async warnOfDrafts(authorityId: number): Promise<void> {
    const today = this.clock.today();
    await this.transactions.run({ authorityId }, async (tx) => {
      const drafts = await this.destroying.findUnwarnedDrafts(tx, authorityId, today, DRAFT_WARNING_DAYS);
      for (const draft of drafts) {
        await this.destroying.insertWarning(tx, authorityId, draft, this.clock.now());
        for (const to of draft.recipients) {
          await this.mail.queue(
            tx,
            { authorityId },
            {
              to,
              kind: 'draft_expiring',
              subject: `Draft ${draft.reference} will be deleted`,
              lines: [
                `Nobody has changed draft ${draft.reference} for a while. It will be deleted on ${formatDate(draft.destroyedFrom)}.`,
                'To keep it, open it and save an answer, or submit it. If it is no longer needed, you do not have to do anything.',
              ],
              link: { path: `/referrals/${draft.referralId}/tasks`, isSecret: false },
            },
          );
        }
        const actor = systemActor(authorityId, 'Retention');
        await this.audit.record(tx, actor, 'retention.draft_warned', 'referral', draft.referralId);
      }
    });
  }

  private async destroyPassing(authorityId: number): Promise<void> {
    const today = this.clock.today();
    await this.transactions.run({ authorityId }, async (tx) => {
      const accessRequests = await this.destroying.destroyAccessRequests(tx, today);
      const counts = { access_requests: accessRequests, ...(await this.destroying.destroyPassingRecords(tx, today)) };
      if (Object.values(counts).every((count) => count === 0)) return;
      const actor = systemActor(authorityId, 'Retention');
      await this.audit.record(tx, actor, 'retention.records_destroyed', 'retention', null, counts);
    });
  }

  /** What failed: the other cases are done all the same. */
  private async destroyCases(authorityId: number): Promise<unknown[]> {
    const today = this.clock.today();
    const due = await this.transactions.read({ authorityId }, (tx) => this.repository.findDue(tx, today, casesATurn));
    const failures: unknown[] = [];
    for (const { referralId, recordClass } of due.filter((row) => canDestroy(row, today).allowed)) {
      try {
        await this.transactions.run({ authorityId }, async (tx) => {
          if ((await this.destroying.destroyCase(tx, referralId, today)) !== 'destroyed') throw new NotDestroyed();
          const actor = systemActor(authorityId, 'Retention');
          await this.audit.record(tx, actor, 'retention.case_destroyed', 'referral', referralId, { recordClass });
        });
      } catch (error) {
        // A hold or a request came between the look and the act: the database has kept the case. All else is thrown at the end.
        if (!(error instanceof NotDestroyed)) failures.push(error);
      }
    }
    return failures;
  }

  /** First the file, then the mark: a line may come twice, but none is missing. */
  private async file(authorityId: number): Promise<void> {
    const { erasuresFile } = this.environment;
    if (erasuresFile === null) return;
    const unfiled = await this.transactions.read({ authorityId }, (tx) => this.destroying.findUnfiled(tx, authorityId));
    await appendErasures(
      erasuresFile,
      unfiled.map(({ idHashes, destroyedAt }) => ({ authorityId, destroyedAt: destroyedAt.toISOString(), idHashes })),
    );
    const ids = unfiled.map(({ id }) => id);
    await this.transactions.run({ authorityId }, (tx) =>
      this.destroying.markFiled(tx, authorityId, ids, this.clock.now()),
    );
  }
}

/** Ends the transaction of a case that is kept, or gone already. */
class NotDestroyed extends Error {}
