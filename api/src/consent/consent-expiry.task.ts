import { Injectable } from '@nestjs/common';
import { hasConsentEnded } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { ConsentRepository } from './consent.repository.js';

/**
 * Just after midnight: where a family agreed until a certain day only, sharing stops once that day is over, as if they had
 * taken their agreement back. A newer word of theirs stands. Doing it twice does no harm.
 */
@Injectable()
export class ConsentExpiryTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ConsentRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    jobs: JobRegistry,
  ) {
    jobs.recur('consent_expiry', { schedule: { at: '00:10' }, run: (authorityId) => this.run(authorityId) });
  }

  async run(authorityId: number): Promise<void> {
    const today = this.clock.today();
    await this.transactions.run({ authorityId }, async (tx) => {
      const open = await this.repository.findWithEnd(tx, authorityId);
      const ended = open.filter(({ expiresOn }) => hasConsentEnded(expiresOn, today));
      for (const { referralId } of ended) {
        await this.repository.end(tx, authorityId, referralId);
        await this.audit.record(
          tx,
          systemActor(authorityId, 'End of agreements'),
          'consent.expired',
          'referral',
          referralId,
        );
      }
    });
  }
}
