import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

import { loggableError } from '../common/log-error.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type JobPayload, type OpenQueue, openQueue } from './job-backend.js';
import type { JobRegistry } from './job-registry.js';

const longestWaitMilliseconds = 2_000;

/** Hands rows to the workers. The row is committed first; a row that could not be handed over is found by the sweeper. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private queue: OpenQueue | undefined;

  constructor(@Inject(environmentToken) private readonly environment: Environment) {}

  /** True when the queue took the job in time; false leaves it to the sweeper and never fails the request. */
  async enqueue(name: string, id: string, payload: JobPayload): Promise<boolean> {
    const queue = this.open();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), longestWaitMilliseconds);
    });
    const added = queue.add(name, id, payload).then(
      () => true,
      (error: unknown) => {
        // The request has succeeded: its row is committed, and the sweeper hands it over when the queue is back.
        this.logger.warn(`job ${id} not queued yet: ${loggableError(error)}`);
        return false;
      },
    );
    try {
      return await Promise.race([added, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Looks that every recurring task stands on the queue: one that forgot them (Redis without a disk) gets them again. */
  async keepRecurring({ recurringTasks }: Pick<JobRegistry, 'recurringTasks'>): Promise<void> {
    for (const [name, { schedule }] of recurringTasks) await this.open().keepRecurring(name, schedule);
  }

  /** A task that a release before this one did. A newer worker puts its own on the queue again. */
  dropRecurring(name: string): Promise<void> {
    return this.open().dropRecurring(name);
  }

  private open(): OpenQueue {
    this.queue ??= openQueue(this.environment, (error) => this.logger.warn(`queue: ${loggableError(error)}`));
    return this.queue;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close();
  }
}
