import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { JsonLogger } from './common/json-logger.js';
import { readEnvironment } from './config/environment.js';
import { refuseUnfitSettings } from './config/production-settings.js';
import { stopOnSignals } from './graceful-stop.js';
import { runJobs } from './job-runner.js';

/** The worker process of the production shape: as many as there is work for. */
const environment = readEnvironment();
refuseUnfitSettings(environment, 'worker');
const logger = new JsonLogger();
const say = (line: string): void => logger.info('Process', line);

const app = await NestFactory.createApplicationContext(AppModule.with(environment), {
  logger,
  abortOnError: false,
});
const jobs = runJobs(app, environment, say);
stopOnSignals([() => jobs.stop(), () => app.close()], say);
say('Worker ready for jobs.');
