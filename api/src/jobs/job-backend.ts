import { createPostgresBackend, type Job, Queue as RedisQueue, withBackend, Worker as RedisWorker } from 'bullmq';

import type { Environment } from '../config/environment.js';

import type { Schedule } from './job-registry.js';

/**
 * Ids only: BullMQ keeps payloads in clear text, so nothing about a child goes in. The job's id is the row's id. A recurring
 * task has no authority: it goes over all of them.
 */
export interface JobPayload {
  readonly authorityId: number | null;
}

export interface OpenQueue {
  add(name: string, id: string, payload: JobPayload): Promise<void>;
  /** Puts a recurring task on the queue unless it stands there with this schedule. */
  keepRecurring(name: string, schedule: Schedule): Promise<void>;
  /** Takes one off that nobody does any more. */
  dropRecurring(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenWorker {
  close(): Promise<void>;
}

export interface JobHandler {
  run(name: string, id: string, payload: JobPayload): Promise<void>;
  /** Called once when the last attempt has failed. */
  giveUp(name: string, id: string, payload: JobPayload): Promise<void>;
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
    async keepRecurring(name, schedule) {
      const repeat =
        'everySeconds' in schedule ? { every: schedule.everySeconds * 1_000 } : { pattern: dailyAt(schedule.at), tz };
      const standing = await queue.getJobScheduler(name);
      const isKept = 'every' in repeat ? standing?.every === repeat.every : standing?.pattern === repeat.pattern;
      if (isKept) return;
      const { attempts, backoff, removeOnComplete, removeOnFail } = jobOptions;
      await queue.upsertJobScheduler(name, repeat, {
        name,
        data: { authorityId: null },
        opts: { attempts, backoff, removeOnComplete, removeOnFail },
      });
    },
    dropRecurring: async (name) => void (await queue.removeJobScheduler(name)),
    close: () => queue.close(),
  };
}

const tz = 'Europe/London';

/** As a cron pattern. */
function dailyAt(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  if (hour === undefined || minute === undefined || !(hour < 24 && minute < 60))
    throw new Error(`"${time}" is no time`);
  return `${minute} ${hour} * * *`;
}

export function openWorker(settings: JobSettings, handler: JobHandler, onError: (error: Error) => void): OpenWorker {
  const processor = async (job: Job<JobPayload>): Promise<void> => {
    if (job.id === undefined) throw new Error('a job without an id');
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
