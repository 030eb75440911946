import { Injectable } from '@nestjs/common';
import { isWorkingDay } from '@panel/reference';

import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { MailService } from '../mail/mail.service.js';
import { notificationLines } from './notification-rules.js';
import { NotificationsRepository } from './notifications.repository.js';

const keptMilliseconds = 90 * 24 * 3_600_000;

/**
 * One mail on the morning of a working day to whoever wants to hear once a day. One transaction a person: what goes into the
 * mail is taken in it, so a turn that is killed, or done twice, tells nobody twice.
 */
@Injectable()
export class DailySummaryTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: NotificationsRepository,
    private readonly mail: MailService,
    private readonly clock: Clock,
    jobs: JobRegistry,
  ) {
    jobs.recur('daily_summary', { schedule: { at: '07:00' }, run: (authorityId) => this.run(authorityId) });
  }

  async run(authorityId: number): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run({ authorityId }, (tx) =>
      this.repository.forgetOld(tx, authorityId, new Date(now.getTime() - keptMilliseconds)),
    );
    if (!isWorkingDay(this.clock.today())) return;
    const people = await this.transactions.read({ authorityId }, (tx) =>
      this.repository.findPeopleWithWaiting(tx, authorityId),
    );
    for (const to of people) {
      await this.transactions.run({ authorityId }, async (tx) => {
        const items = await this.repository.takeWaiting(tx, authorityId, to.userId, now);
        if (items.length === 0) return;
        await this.mail.queue(
          tx,
          { authorityId },
          {
            to,
            kind: 'daily_summary',
            subject:
              items.length === 1 ? 'Your summary: 1 piece of news' : `Your summary: ${items.length} pieces of news`,
            lines: items.map((item) => notificationLines(item).join(' ')),
            link: { path: '/account/messages', isSecret: false },
          },
        );
      });
    }
  }
}
