import { setTimeout as wait } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { identity } from '../auth/actor.js';
import { Draining } from '../common/draining.js';
import { migrations } from '../database/migrations/index.js';
import { Transactions } from '../database/transactions.js';
import { AppliedMigrationsQuery } from './applied-migrations.query.js';
import { notReady } from './health.problems.js';

const longestMilliseconds = 2_000;

/** Whether this process should be sent requests. */
@Injectable()
export class HealthService {
  private readonly expected = migrations.map((migration) => new migration().name ?? migration.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly query: AppliedMigrationsQuery,
    private readonly draining: Draining,
  ) {}

  /** Resolves when requests can be answered: not about to end, a connection to be had, the schema that this code needs. */
  async assertReady(): Promise<void> {
    if (this.draining.isOn) throw notReady('It is about to end.');
    const applied = await Promise.race([this.applied(), wait(longestMilliseconds, null, { ref: false })]);
    if (applied === null) throw notReady('The database does not answer.');
    // A newer schema is fine: migrations of the next release run before its first process.
    const isMissing = this.expected.some((name) => !applied.includes(name));
    if (isMissing) throw notReady('The database has not been brought up to date.');
  }

  private async applied(): Promise<string[] | null> {
    try {
      return await this.transactions.read(identity, (tx) => this.query.run(tx));
    } catch {
      return null; // whatever it is, requests would meet it too
    }
  }
}
