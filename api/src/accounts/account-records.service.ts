import { Injectable } from '@nestjs/common';

import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, identity } from '../auth/actor.js';
import type { Origin } from '../auth/origin.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { MailService, type NewMail } from '../mail/mail.service.js';
import type { AccountRow } from './accounts.repository.js';

/**
 * What an account's owner does is known to every authority in which they have a role. The first of these is written, with
 * the mail, in the transaction of the deed; a chain of events belongs to one authority, so the others have their own.
 */
@Injectable()
export class AccountRecords {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
    private readonly mail: MailService,
  ) {}

  /** Last in the transaction, which is left in another scope. */
  async record(
    tx: Tx,
    account: AccountRow,
    event: AuditEventName,
    origin: Origin,
    mails: readonly NewMail[],
  ): Promise<void> {
    const [first] = account.authorityIds;
    if (first === undefined) {
      await tx.enter(identity);
      await this.audit.recordOfInstallation(tx, event, origin);
      return;
    }
    const actor = actorOf(account, first, origin);
    await tx.enter(actor);
    for (const mail of mails) await this.mail.queue(tx, actor, mail);
    await this.audit.record(tx, actor, event, 'user', account.userId);
  }

  /** After the transaction. */
  async recordElsewhere(account: AccountRow, event: AuditEventName, origin: Origin): Promise<void> {
    for (const authorityId of account.authorityIds.slice(1)) {
      const actor = actorOf(account, authorityId, origin);
      await this.transactions.run(actor, (tx) => this.audit.record(tx, actor, event, 'user', account.userId));
    }
  }
}

function actorOf({ userId, name }: AccountRow, authorityId: number, origin: Origin): Actor {
  return { authorityId, userId, name, grants: [], allGrants: [], origin };
}
