import { createPostgresBackend, type Job, Queue as RedisQueue, withBackend, Worker as RedisWorker } from 'bullmq';

import type { Environment } from '../config/environment.js';

export type JobName = 'analysis';

/** Ids only: BullMQ keeps payloads in clear text, so nothing about a child goes in. The job's id is the row's id. */
export interface JobPayload {
  readonly authorityId: number;
}

export interface OpenQueue {
  add(name: JobName, id: string, payload: JobPayload): Promise<void>;
  close(): Promise<void>;
}

export interface OpenWorker {
  close(): Promise<void>;
}

export interface JobHandler {
  run(name: JobName, id: string, payload: JobPayload): Promise<void>;
  /** Called once when the last attempt has failed: marks the row, so that nobody waits for it. */
  giveUp(name: JobName, id: string, payload: JobPayload): Promise<void>;
}

const queueName = 'panel';

const jobOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
  // The row is the record; a finished job must go, or its id could not be queued again by the sweeper.
  removeOnComplete: true,
  removeOnFail: true,
} as const;

const workerOptions = {
  concurrency: 2,
  // A killed worker's job is taken over after these; several times, as a deployment may kill more than one.
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 10,
} as const;

type JobSettings = Pick<Environment, 'databaseUrl' | 'redisUrl'>;

const onPostgres = withBackend(createPostgresBackend);

function postgresConnection(databaseUrl: string | null) {
  if (!databaseUrl) throw new Error('Set DATABASE_URL: jobs need Postgres, or Redis by REDIS_URL.');
  return { connectionString: databaseUrl, schema: 'bullmq', migrate: false, max: 3 };
}

/** The queue on Redis when the environment names one, otherwise on the same Postgres as everything else. */
export function openQueue(settings: JobSettings, onError: (error: Error) => void): OpenQueue {
  const queue = settings.redisUrl
    ? new RedisQueue<JobPayload>(queueName, { connection: { url: settings.redisUrl, enableOfflineQueue: false } })
    : new onPostgres.Queue<JobPayload>(queueName, { connection: postgresConnection(settings.databaseUrl) });
  queue.on('error', onError);
  return {
    add: async (name, id, payload) => {
      await queue.add(name, payload, { ...jobOptions, jobId: id });
    },
    close: () => queue.close(),
  };
}

export function openWorker(settings: JobSettings, handler: JobHandler, onError: (error: Error) => void): OpenWorker {
  const processor = async (job: Job<JobPayload>): Promise<void> => {
    if (job.id === undefined || job.name !== 'analysis') throw new Error('a job without an id or of an unknown name');
    try {
      await handler.run(job.name, job.id, job.data);
    } catch (error) {
      if (job.attemptsMade + 1 >= jobOptions.attempts) await handler.giveUp(job.name, job.id, job.data);
      throw error; // the queue counts the attempt and tries again after its delay
    }
  };
  const worker = settings.redisUrl
    ? new RedisWorker<JobPayload>(queueName, processor, {
        ...workerOptions,
        connection: { url: settings.redisUrl, maxRetriesPerRequest: null },
      })
    : new onPostgres.Worker<JobPayload>(queueName, processor, {
        ...workerOptions,
        connection: postgresConnection(settings.databaseUrl),
      });
  worker.on('error', onError);
  return { close: () => worker.close() };
}
