import { Inject, Injectable } from '@nestjs/common';

import { identity } from '../auth/actor.js';
import { noDemoHere } from '../auth/session.problems.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { type Outbox, toOutboxMail } from './outbox.dto.js';
import { OutboxRepository } from './outbox.repository.js';

const shown = 50;

/** The outbox as a demo shows it, in place of the mailboxes of its invented people. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  async list(): Promise<Outbox> {
    if (!this.environment.isDemo) throw noDemoHere();
    const rows = await this.transactions.read(identity, (tx) => this.outbox.findNewest(tx, shown));
    return { items: rows.map(toOutboxMail) };
  }
}
