import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

import { identity } from '../auth/actor.js';
import type { Origin } from '../auth/origin.js';
import { PasswordsService } from '../auth/passwords.service.js';
import type { RateLimit } from '../auth/rate-limit.js';
import { RateLimitsService } from '../auth/rate-limits.service.js';
import { hashToken, newToken } from '../auth/secret-token.js';
import { SessionsService } from '../auth/sessions.service.js';
import { Clock } from '../common/clock.js';
import { Problem } from '../common/problem.js';
import { Transactions } from '../database/transactions.js';
import type { ResetPassword } from './account.dto.js';
import { passwordChangedMail, passwordResetMail } from './account-mails.js';
import { accountLinkDead } from './account.problems.js';
import { AccountRecords } from './account-records.service.js';
import { type AccountRow, AccountsRepository } from './accounts.repository.js';

const hour = 3_600;
/** Of one machine: it is told when it has asked too often. */
const requestsOfMachine: RateLimit = { name: 'resets_of_machine', attempts: 30, withinSeconds: hour };
/** Of one account from one machine; the same whether there is such an account or not. */
const requestsOfPair: RateLimit = { name: 'resets_of_pair', attempts: 5, withinSeconds: hour };
/** Mails to one account: beyond these nobody is told, and the links that were sent before still work. */
const mailsOfAccount: RateLimit = { name: 'reset_mails_of_account', attempts: 5, withinSeconds: hour };
/** Links cannot be guessed; what is limited is the work of hashing. */
const attemptsOfMachine: RateLimit = { name: 'reset_attempts_of_machine', attempts: 60, withinSeconds: 300 };

const linkLastsMilliseconds = hour * 1000;

/** A forgotten password, set anew by whoever reads the mail of the account. The second factor stays as it is. */
@Injectable()
export class PasswordResetsService implements OnApplicationShutdown {
  private readonly logger = new Logger('PasswordResets');
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AccountsRepository,
    private readonly records: AccountRecords,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimitsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers before anything is looked up: neither the answer nor its time tells whether somebody has this address. What is
   * lost when the process dies in between is a mail, and the person asks again.
   */
  async request(email: string, origin: Origin): Promise<void> {
    const machine = origin.address ?? '';
    await this.limits.count([
      { limit: requestsOfMachine, key: machine },
      { limit: requestsOfPair, key: `${email} ${machine}` },
    ]);
    const work = this.sendLink(email, origin)
      .catch((error: unknown) => this.logger.error(`not sent: ${error instanceof Error ? error.message : 'unknown'}`))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  async reset({ token, password }: ResetPassword, origin: Origin): Promise<void> {
    await this.limits.count([{ limit: attemptsOfMachine, key: origin.address ?? '' }]);
    const tokenHash = hashToken(token);
    const account = await this.findOfLink(tokenHash);
    const passwordHash = await this.passwords.accept(password, account);
    await this.transactions.run(identity, async (tx) => {
      if (!(await this.repository.useLink(tx, account.userId, 'password_reset', tokenHash))) throw accountLinkDead();
      await this.repository.setPassword(tx, account.userId, passwordHash);
      await this.sessions.endAllOf(tx, account.userId);
      await this.records.record(tx, account, 'account.password_reset', origin, [passwordChangedMail(account)]);
    });
    await this.records.recordElsewhere(account, 'account.password_reset', origin);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async findOfLink(tokenHash: Buffer): Promise<AccountRow> {
    const account = await this.transactions.read(identity, async (tx) => {
      const link = await this.repository.findLink(tx, 'password_reset', tokenHash, this.clock.now());
      return link && this.repository.find(tx, link.userId);
    });
    if (!account?.isActive) throw accountLinkDead();
    return account;
  }

  private async sendLink(email: string, origin: Origin): Promise<void> {
    const account = await this.transactions.read(identity, (tx) => this.repository.findByEmail(tx, email));
    // Without a role nobody can sign in, so a password would be of no use.
    if (!account?.isActive || account.authorityIds.length === 0) return;
    if (!(await this.mayBeMailed(account.userId))) return;
    const token = newToken();
    const now = this.clock.now();
    await this.transactions.run(identity, async (tx) => {
      await this.repository.insertLink(tx, {
        userId: account.userId,
        purpose: 'password_reset',
        tokenHash: hashToken(token),
        newEmail: null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + linkLastsMilliseconds),
      });
      await this.records.record(tx, account, 'account.reset_requested', origin, [passwordResetMail(account, token)]);
    });
    await this.records.recordElsewhere(account, 'account.reset_requested', origin);
  }

  private async mayBeMailed(userId: string): Promise<boolean> {
    try {
      await this.limits.count([{ limit: mailsOfAccount, key: userId }]);
      return true;
    } catch (error) {
      if (error instanceof Problem) return false; // enough mails this hour
      throw error;
    }
  }
}
