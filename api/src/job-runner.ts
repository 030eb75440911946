import type { INestApplicationContext } from '@nestjs/common';

import { loggableError } from './common/log-error.js';
import type { Environment } from './config/environment.js';
import { type JobHandler, openWorker } from './jobs/job-backend.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobRegistry } from './jobs/job-registry.js';
import { RecurringTasksService } from './jobs/recurring-tasks.service.js';

const sweepMilliseconds = 5_000;
/** A row without a sign of life for this long is handed over again. Longer than a lock of the queue lasts. */
const silentMilliseconds = 20_000;

/** Takes jobs from the queue until it is stopped, and looks for rows and recurring tasks that are not on it. */
export function runJobs(
  app: INestApplicationContext,
  environment: Environment,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  const registry = app.get(JobRegistry);
  const queue = app.get(JobQueue);
  const tasks = app.get(RecurringTasksService);
  const worker = openWorker(environment, handlerOf(app, say), (error) => say(`jobs: ${loggableError(error)}`));
  let isSweeping = false;
  const sweep = async (): Promise<void> => {
    if (isSweeping) return;
    isSweeping = true;
    try {
      await tasks.handOverForgotten(silentMilliseconds);
      await queue.keepRecurring(registry);
    } catch (error) {
      // The database or the queue is away: the next sweep finds the same.
      say(`jobs: sweep not done: ${loggableError(error)}`);
    } finally {
      isSweeping = false;
    }
  };
  const timer = setInterval(() => void sweep(), sweepMilliseconds);
  void sweep();
  return {
    async stop() {
      clearInterval(timer);
      await worker.close();
    },
  };
}

function handlerOf(app: INestApplicationContext, say: (line: string) => void): JobHandler {
  const registry = app.get(JobRegistry);
  const queue = app.get(JobQueue);
  const tasks = app.get(RecurringTasksService);
  return {
    async run(name, id, { authorityId }) {
      if (authorityId === null) return registry.recurringTask(name) ? tasks.run(name) : queue.dropRecurring(name);
      const job = registry.rowJob(name);
      if (!job) throw new Error(`No job is called ${name}.`);
      await job.run(authorityId, id);
    },
    async giveUp(name, id, { authorityId }) {
      if (authorityId === null) say(`jobs: ${name} failed several times; its next turn comes as planned`);
      else await registry.rowJob(name)?.giveUp(authorityId, id);
    },
  };
}
