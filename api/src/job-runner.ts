import type { INestApplicationContext } from '@nestjs/common';

import { AnalysesService } from './analyses/analyses.service.js';
import { AnalysisProcessor } from './analyses/analysis.processor.js';
import type { Environment } from './config/environment.js';
import { openWorker } from './jobs/job-backend.js';

const sweepMilliseconds = 5_000;
/** A row without a sign of life for this long is handed over again. Longer than a lock of the queue lasts. */
const silentMilliseconds = 20_000;

/** Takes jobs from the queue until it is stopped, and looks for rows that never reached it. */
export function runJobs(
  app: INestApplicationContext,
  environment: Environment,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  const processor = app.get(AnalysisProcessor);
  const analyses = app.get(AnalysesService);
  const worker = openWorker(
    environment,
    {
      run: (_name, id, { authorityId }) => processor.process(authorityId, id),
      giveUp: (_name, id, { authorityId }) =>
        processor.fail(
          authorityId,
          id,
          'The analysis could not be finished after several attempts. Start it again; if it fails again, tell support.',
        ),
    },
    (error) => say(`jobs: ${error.message}`),
  );
  let isSweeping = false;
  const sweep = async (): Promise<void> => {
    if (isSweeping) return;
    isSweeping = true;
    try {
      await analyses.handOverForgotten(silentMilliseconds);
    } catch (error) {
      // The database is away: the next sweep finds the same rows.
      say(`jobs: sweep not done: ${error instanceof Error ? error.message : 'unknown'}`);
    } finally {
      isSweeping = false;
    }
  };
  const timer = setInterval(() => void sweep(), sweepMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await worker.close();
    },
  };
}
