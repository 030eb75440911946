import { Injectable } from '@nestjs/common';
import { hasConsentEnded } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { MailService } from '../mail/mail.service.js';
import { ConsentRepository, type EndingConsent } from './consent.repository.js';

/**
 * Just after midnight: where a family agreed until a certain day only, sharing stops once that day is over, as if they had
 * taken their agreement back. A newer word of theirs stands. Doing it twice does no harm.
 */
@Injectable()
export class ConsentExpiryTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ConsentRepository,
    private readonly mail: MailService,
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
      const coordinators = ended.length > 0 ? await this.repository.findCoordinators(tx, authorityId) : [];
      for (const { referralId, reference } of ended) {
        await this.repository.end(tx, authorityId, referralId);
        await this.audit.record(
          tx,
          systemActor(authorityId, 'End of agreements'),
          'consent.expired',
          'referral',
          referralId,
        );
        for (const to of coordinators) {
          await this.mail.queue(tx, { authorityId }, toMail(to, { referralId, reference }));
        }
      }
    });
  }
}

function toMail(
  to: { readonly userId: string; readonly name: string; readonly email: string },
  { referralId, reference }: Pick<EndingConsent, 'referralId' | 'reference'>,
) {
  return {
    to,
    kind: 'consent_withdrawn' as const,
    subject: `Case ${reference}: the family’s agreement has ended`,
    lines: [
      `The family of case ${reference} had agreed to share until yesterday. Sharing has stopped.`,
      'Ask the family whether they agree again, and look whether the case is on an agenda or with a provider.',
    ],
    link: { path: `/referrals/${referralId}/consent-history`, isSecret: false },
  };
}
