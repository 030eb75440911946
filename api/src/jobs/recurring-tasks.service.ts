import { Injectable } from '@nestjs/common';

import { identity } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { AuthorityIdsQuery } from './authority-ids.query.js';
import { JobRegistry } from './job-registry.js';

/** What workers do for each authority in turn. */
@Injectable()
export class RecurringTasksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly registry: JobRegistry,
    private readonly authorityIds: AuthorityIdsQuery,
  ) {}

  /** One turn of a recurring task. For each authority, also when another one's turn failed; fails at the end when any did, so that the turn is repeated. */
  async run(name: string): Promise<void> {
    const task = this.registry.recurringTask(name);
    if (!task) throw new Error(`No recurring task is called ${name}.`);
    const failures: unknown[] = [];
    for (const authorityId of await this.findAuthorityIds()) {
      try {
        await task.run(authorityId);
      } catch (error) {
        // Thrown below, when the other authorities have had their turn.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${name} failed for ${failures.length} authorities`);
  }

  /** Rows that were committed but never reached a worker, or whose worker fell silent, go on the queue again. */
  async handOverForgotten(silentMilliseconds: number): Promise<void> {
    for (const authorityId of await this.findAuthorityIds()) {
      for (const job of this.registry.allRowJobs) await job.handOverForgotten(authorityId, silentMilliseconds);
    }
  }

  private findAuthorityIds(): Promise<number[]> {
    return this.transactions.read(identity, (tx) => this.authorityIds.run(tx));
  }
}
