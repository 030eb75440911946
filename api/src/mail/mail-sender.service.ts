import { Inject, Injectable, Logger } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { linkOf, mailText } from './mail-text.js';
import { Mailer, MailNotSent } from './mailer.js';
import { attemptsAllowed, heldMilliseconds, waitMilliseconds } from './mail-attempts.js';
import { OutboxRepository, type WaitingMailRow } from './outbox.repository.js';

const takenAtOnce = 10;
const bodyKeptMilliseconds = 30 * 24 * 3_600_000;

/**
 * Sends what waits in the outbox. A mail is taken in one transaction and marked in another, so that none is open while a
 * server is waited for. Whoever dies in between leaves the mail to be taken again: a mail is never lost, and one that was
 * handed over in the moment of death is sent again under the same Message-ID.
 */
@Injectable()
export class MailSender {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
    jobs: JobRegistry,
  ) {
    jobs.recur('mail_send', {
      schedule: { everySeconds: 5 },
      run: async (authorityId) => void (await this.sendDue(authorityId)),
    });
    jobs.recur('mail_forget', { schedule: { at: '03:10' }, run: (authorityId) => this.forgetOldBodies(authorityId) });
  }

  /** Sends until nothing is due; the number of mails that were sent. */
  async sendDue(authorityId: number): Promise<number> {
    if (!this.mailer.canSend) return 0;
    let sent = 0;
    for (;;) {
      const now = this.clock.now();
      const until = new Date(now.getTime() + heldMilliseconds);
      const due = await this.transactions.run({ authorityId }, (tx) =>
        this.outbox.claimDue(tx, { authorityId, now, until, count: takenAtOnce }),
      );
      if (due.length === 0) return sent;
      const outcomes = await Promise.all(due.map((mail) => this.send(authorityId, mail)));
      sent += outcomes.filter((isSent) => isSent).length;
    }
  }

  /** What was sent long ago keeps its date and subject, not its words. */
  forgetOldBodies(authorityId: number): Promise<void> {
    const olderThan = new Date(this.clock.now().getTime() - bodyKeptMilliseconds);
    return this.transactions.run({ authorityId }, (tx) => this.outbox.forgetBodies(tx, authorityId, olderThan));
  }

  private async send(authorityId: number, mail: WaitingMailRow): Promise<boolean> {
    try {
      const { publicAddress } = this.environment;
      await this.mailer.deliver({
        ...mail,
        text: mailText(mail, publicAddress, mail.serviceName),
        link: mail.linkPath === null ? null : linkOf(publicAddress, mail.linkPath),
        isRepeated: mail.attempts > 1,
      });
    } catch (error) {
      await this.noteFailure(
        authorityId,
        mail,
        error instanceof MailNotSent ? error : new MailNotSent('unexpected', false),
      );
      return false;
    }
    await this.transactions.run({ authorityId }, (tx) =>
      this.outbox.markSent(tx, mail.id, this.clock.now(), this.mailer.keepsSecrets),
    );
    return true;
  }

  private async noteFailure(
    authorityId: number,
    { id, attempts }: WaitingMailRow,
    { code, isFinal }: MailNotSent,
  ): Promise<void> {
    const now = this.clock.now();
    const isLast = isFinal || attempts >= attemptsAllowed;
    this.logger.warn(`mail ${id} not sent (${code}), attempt ${attempts}${isLast ? ', given up' : ''}`);
    await this.transactions.run({ authorityId }, (tx) =>
      isLast
        ? this.outbox.giveUp(tx, id, code, now)
        : this.outbox.markFailed(tx, id, code, new Date(now.getTime() + waitMilliseconds(attempts))),
    );
  }
}
