import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { type Actor, identity } from './actor.js';
import type { Browser } from './browser.js';
import type { LivingSession } from './living-session.js';
import { noDemoHere } from './session.problems.js';
import { type HandedOver, SessionsService } from './sessions.service.js';

/** In an open session: the person shows again that it is them, for what must not be done by whoever finds a screen open. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  async confirmAsDemoPerson(actor: Actor, session: LivingSession, browser: Browser): Promise<HandedOver> {
    if (!this.environment.isDemo || !session.isDemoPerson) throw noDemoHere();
    const risen = await this.transactions.run(identity, async (tx) => {
      const again = await this.sessions.rise(tx, session, 'demo', browser);
      await tx.enter(actor);
      await this.audit.record(tx, actor, 'session.confirmed', 'user', actor.userId, { with: 'demo' });
      return again;
    });
    return this.sessions.handOver(risen);
  }
}
