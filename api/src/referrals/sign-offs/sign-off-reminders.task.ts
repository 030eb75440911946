import { Injectable } from '@nestjs/common';
import { signOffRemindersDue } from '@panel/case-rules';
import { isWorkingDay } from '@panel/reference';

import { AuditService } from '../../audit/audit.service.js';
import { systemActor } from '../../auth/actor.js';
import { hashToken, newToken } from '../../auth/secret-token.js';
import { Clock, dayInWords } from '../../common/clock.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { JobRegistry } from '../../jobs/job-registry.js';
import { MailService } from '../../mail/mail.service.js';
import { answersOf } from '../referral-mapping.js';
import { ReferralsRepository } from '../referrals.repository.js';
import { hashOfAnswers } from './sign-off-answers.js';
import { SignOffLinksRepository } from './sign-off-links.repository.js';
import { signOffExpiredMail, signOffReminderMail } from './sign-off-mails.js';
import { SignOffRemindersRepository, type WaitingSignOff } from './sign-off-reminders.repository.js';

/**
 * On the morning of a working day: reminds head teachers who have not answered, and tells whoever asked when a link has
 * expired. One transaction for each, which holds the request: a turn that is killed, or done twice, reminds nobody twice.
 */
@Injectable()
export class SignOffRemindersTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SignOffRemindersRepository,
    private readonly links: SignOffLinksRepository,
    private readonly referrals: ReferralsRepository,
    private readonly mail: MailService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    jobs: JobRegistry,
  ) {
    jobs.recur('sign_off_reminders', { schedule: { at: '08:00' }, run: (authorityId) => this.run(authorityId) });
  }

  async run(authorityId: number): Promise<void> {
    const today = this.clock.today();
    if (!isWorkingDay(today)) return;
    const ids = await this.transactions.read({ authorityId }, (tx) => this.repository.findWaiting(tx, authorityId));
    for (const id of ids) {
      await this.transactions.run({ authorityId }, async (tx) => {
        const waiting = await this.repository.lock(tx, authorityId, id);
        if (!waiting) return;
        if (waiting.expiresAt <= this.clock.now()) await this.tellOfExpiry(tx, authorityId, waiting);
        else if (waiting.reminders < signOffRemindersDue(waiting.askedOn, today)) {
          await this.remind(tx, authorityId, waiting, today);
        }
      });
    }
  }

  private async remind(tx: Tx, authorityId: number, waiting: WaitingSignOff, today: string): Promise<void> {
    const { id, referralId, reference, expiresAt } = waiting;
    const answers = answersOf(await this.referrals.findSections(tx, authorityId, referralId));
    // What they were asked to read has changed: it is the school's turn to ask again, and the page tells it so.
    if (!waiting.answersHash.equals(hashOfAnswers(answers))) return;
    const token = newToken();
    await this.links.insert(tx, { signOffId: id, authorityId, tokenHash: hashToken(token), expiresAt });
    const to = { userId: null, name: waiting.headName, email: waiting.headEmail };
    const { askedByName: byName, schoolName } = waiting;
    const mail = signOffReminderMail({ to, reference }, { byName, schoolName, until: dayInWords(expiresAt), token });
    await this.mail.queue(tx, { authorityId }, mail);
    // After a pause of the system one reminder is enough.
    const reminders = signOffRemindersDue(waiting.askedOn, today);
    await this.repository.setReminded(tx, authorityId, id, reminders, this.clock.now());
    await this.record(tx, authorityId, 'sign_off.reminded', waiting);
  }

  private async tellOfExpiry(tx: Tx, authorityId: number, waiting: WaitingSignOff): Promise<void> {
    const { id, referralId, reference, askedBy: userId, askedByName: name, askedByEmail: email } = waiting;
    await this.mail.queue(
      tx,
      { authorityId },
      signOffExpiredMail({ to: { userId, name, email }, reference }, referralId),
    );
    await this.repository.setExpiryTold(tx, authorityId, id, this.clock.now());
    await this.record(tx, authorityId, 'sign_off.expired', waiting);
  }

  private record(
    tx: Tx,
    authorityId: number,
    event: 'sign_off.reminded' | 'sign_off.expired',
    { id: signOffId, referralId }: WaitingSignOff,
  ): Promise<void> {
    const actor = systemActor(authorityId, 'Reminders of sign-offs');
    return this.audit.record(tx, actor, event, 'referral', referralId, { signOffId });
  }
}
