import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { identity } from './actor.js';
import { OwnSessionsRepository } from './own-sessions.repository.js';
import { RateLimitsService } from './rate-limits.service.js';

const minute = 60_000;
const day = 24 * 60 * minute;
/** As long as browsers keep the cookie of a device. */
const deviceMilliseconds = 400 * day;

/** What signing in leaves behind goes by itself: dead sessions, counted attempts, browsers nobody has used for a year. */
@Injectable()
export class SessionPurge {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: OwnSessionsRepository,
    private readonly limits: RateLimitsService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
    jobs: JobRegistry,
  ) {
    jobs.recur('session_purge', {
      schedule: { everySeconds: 3_600 },
      run: (authorityId) => this.run(authorityId),
    });
  }

  async run(authorityId: number): Promise<void> {
    const now = this.clock.now().getTime();
    const yesterday = new Date(now - day);
    await this.transactions.run({ authorityId }, (tx) =>
      this.repository.purge(tx, yesterday, this.environment.idleMinutes * minute),
    );
    // These belong to no authority; to do it once for each does no harm.
    await this.transactions.run(identity, async (tx) => {
      await this.repository.purgeDevices(tx, new Date(now - deviceMilliseconds));
      await this.repository.purgePendingApps(tx, yesterday);
    });
    await this.limits.purge();
  }
}
