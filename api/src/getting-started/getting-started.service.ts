import { Injectable } from '@nestjs/common';
import { ROLES } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole, identity } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import type { GettingStarted } from './getting-started.dto.js';
import { GettingStartedQuery } from './getting-started.query.js';
import type { Mark } from './getting-started-steps.js';

/** The first steps of a person in each of the roles they act in now. */
@Injectable()
export class GettingStartedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: GettingStartedQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<GettingStarted> {
    const hasSecondFactor = await this.transactions.read(identity, (tx) =>
      this.query.hasSecondFactor(tx, actor.userId),
    );
    return this.transactions.read(actor, async (tx) => {
      const facts = { today: this.clock.today(), hasSecondFactor };
      const roles = [];
      for (const role of ROLES.filter((each) => hasRole(actor, each))) {
        roles.push({ role, steps: await this.query.findSteps(tx, actor, role, facts) });
      }
      return { isDismissed: await this.query.isMarked(tx, actor, 'dismissed'), roles };
    });
  }

  async mark(actor: Actor, mark: Mark): Promise<GettingStarted> {
    await this.transactions.run(actor, async (tx) => {
      await this.query.mark(tx, actor, mark, this.clock.now());
      await this.audit.record(tx, actor, 'getting_started.marked', 'user', actor.userId, { mark });
    });
    return this.read(actor);
  }

  async unmark(actor: Actor, mark: Mark): Promise<GettingStarted> {
    await this.transactions.run(actor, async (tx) => {
      await this.query.unmark(tx, actor, mark);
      await this.audit.record(tx, actor, 'getting_started.unmarked', 'user', actor.userId, { mark });
    });
    return this.read(actor);
  }
}
