import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { Transactions } from '../database/transactions.js';
import { type Actor, identity } from './actor.js';
import type { Origin } from './origin.js';
import { SessionsRepository } from './sessions.repository.js';

/** Writes down that somebody tried to sign in and was refused. */
@Injectable()
export class SignInRefusals {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SessionsRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * A failed sign-in is known to every authority in which the person has a role. That of an address nobody has here belongs to
   * no authority: it is kept for whoever runs the installation, without the address that was typed, which may be a password.
   */
  async record(user: { readonly id: string; readonly name: string } | null, origin: Origin): Promise<void> {
    const authorityIds = user
      ? await this.transactions.read(identity, (tx) => this.repository.findAuthorityIdsOf(tx, user.id))
      : [];
    if (!user || authorityIds.length === 0) {
      await this.transactions.run(identity, (tx) =>
        this.audit.recordOfInstallation(tx, 'session.sign_in_refused', origin),
      );
      return;
    }
    for (const authorityId of authorityIds) {
      const actor: Actor = { authorityId, userId: user.id, name: user.name, grants: [], allGrants: [], origin };
      await this.transactions.run(actor, (tx) =>
        this.audit.record(tx, actor, 'session.sign_in_refused', 'user', user.id),
      );
    }
  }
}
