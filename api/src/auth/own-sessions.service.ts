import { Inject, Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { identifierInvalid } from '../common/common.problems.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { type Actor, identity } from './actor.js';
import type { LivingSession } from './living-session.js';
import type { OwnSessions } from './own-session.dto.js';
import { OwnSessionsRepository } from './own-sessions.repository.js';
import { SessionsService } from './sessions.service.js';

/** Where else a person is signed in, and how they end that. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: OwnSessionsRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  async list(actor: Actor, current: LivingSession): Promise<OwnSessions> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.environment.idleMinutes * 60_000);
    const rows = await this.transactions.read(identity, (tx) =>
      this.repository.findOpen(tx, actor.userId, { now, idleSince }),
    );
    return {
      items: rows.map(({ id, deviceName, createdAt, lastSeenAt }) => ({
        id,
        deviceName,
        startedAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        isThis: id === current.sessionId,
      })),
    };
  }

  end(actor: Actor, sessionId: string): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      const isEnded = await this.repository.end(tx, actor.userId, sessionId, this.clock.now());
      if (!isEnded) throw identifierInvalid();
      await tx.enter(actor);
      await this.audit.record(tx, actor, 'session.ended', 'user', actor.userId, { sessionId });
    });
  }

  endAll(actor: Actor, current: LivingSession, isThisKept: boolean): Promise<void> {
    return this.transactions.run(identity, async (tx) => {
      const ended = await this.sessions.endAllOf(tx, actor.userId, isThisKept ? current.sessionId : null);
      await tx.enter(actor);
      await this.audit.record(tx, actor, 'session.all_ended', 'user', actor.userId, { ended, isThisKept });
    });
  }
}
