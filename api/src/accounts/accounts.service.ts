import { Injectable } from '@nestjs/common';

import { type Actor, identity } from '../auth/actor.js';
import type { Origin } from '../auth/origin.js';
import { PasswordsService } from '../auth/passwords.service.js';
import type { RateLimit } from '../auth/rate-limit.js';
import { RateLimitsService } from '../auth/rate-limits.service.js';
import { hashToken, newToken } from '../auth/secret-token.js';
import { SessionsService } from '../auth/sessions.service.js';
import { Clock } from '../common/clock.js';
import { notSignedIn } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { NewMail } from '../mail/mail.service.js';
import { confirmEmailMail, emailChangeAskedMail, emailChangedMail, passwordChangedMail } from './account-mails.js';
import { accountLinkDead, emailIsOwn } from './account.problems.js';
import { AccountRecords } from './account-records.service.js';
import { type AccountRow, AccountsRepository } from './accounts.repository.js';

const linkLastsMilliseconds = 3_600_000;
const changesOfAccount: RateLimit = { name: 'email_changes_of_account', attempts: 5, withinSeconds: 3_600 };
const confirmationsOfMachine: RateLimit = { name: 'email_confirmations_of_machine', attempts: 60, withinSeconds: 300 };

/** What people change of their own account while they are signed in. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AccountsRepository,
    private readonly records: AccountRecords,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimitsService,
    private readonly clock: Clock,
  ) {}

  /** Ends every other session of the person: whoever else knows the old password is out. */
  async changePassword(actor: Actor, password: string): Promise<void> {
    const account = await this.transactions.read(identity, (tx) => this.load(tx, actor));
    const passwordHash = await this.passwords.accept(password, account);
    await this.transactions.run(identity, async (tx) => {
      await this.repository.setPassword(tx, actor.userId, passwordHash);
      await this.sessions.endAllOf(tx, actor.userId, actor.origin.sessionId);
      await this.records.record(tx, account, 'account.password_changed', actor.origin, [passwordChangedMail(account)]);
    });
    await this.records.recordElsewhere(account, 'account.password_changed', actor.origin);
  }

  /**
   * A link to the new address, and word to the old one. The answer is the same when the address belongs to somebody else:
   * then no link is sent.
   */
  async requestEmailChange(actor: Actor, email: string): Promise<void> {
    await this.limits.count([{ limit: changesOfAccount, key: actor.userId }]);
    const token = newToken();
    const now = this.clock.now();
    const account = await this.transactions.run(identity, async (tx) => {
      const own = await this.load(tx, actor);
      if (own.email === email) throw emailIsOwn();
      const mails: NewMail[] = [emailChangeAskedMail(own)];
      if (!(await this.repository.findByEmail(tx, email))) {
        await this.repository.insertLink(tx, {
          userId: actor.userId,
          purpose: 'email_change',
          tokenHash: hashToken(token),
          newEmail: email,
          createdAt: now,
          expiresAt: new Date(now.getTime() + linkLastsMilliseconds),
        });
        mails.push(confirmEmailMail({ ...own, email }, token));
      }
      await this.records.record(tx, own, 'account.email_change_requested', actor.origin, mails);
      return own;
    });
    await this.records.recordElsewhere(account, 'account.email_change_requested', actor.origin);
  }

  async confirmEmailChange(token: string, origin: Origin): Promise<{ readonly email: string }> {
    await this.limits.count([{ limit: confirmationsOfMachine, key: origin.address ?? '' }]);
    const tokenHash = hashToken(token);
    const { account, email } = await this.transactions.run(identity, async (tx) => {
      const link = await this.repository.findLink(tx, 'email_change', tokenHash, this.clock.now());
      const own = link && (await this.repository.find(tx, link.userId));
      if (!link?.newEmail || !own?.isActive) throw accountLinkDead();
      if (!(await this.repository.useLink(tx, own.userId, 'email_change', tokenHash))) throw accountLinkDead();
      if (!(await this.repository.setEmail(tx, own.userId, link.newEmail))) throw accountLinkDead();
      await this.records.record(tx, own, 'account.email_changed', origin, [emailChangedMail(own)]);
      return { account: own, email: link.newEmail };
    });
    await this.records.recordElsewhere(account, 'account.email_changed', origin);
    return { email };
  }

  private async load(tx: Tx, actor: Actor): Promise<AccountRow> {
    const account = await this.repository.find(tx, actor.userId);
    if (!account) throw notSignedIn();
    // What is done in this session is written down first where the session is.
    const others = account.authorityIds.filter((authorityId) => authorityId !== actor.authorityId);
    return { ...account, authorityIds: [actor.authorityId, ...others] };
  }
}
