import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { readEnvironment } from './config/environment.js';
import { stopOnSignals } from './graceful-stop.js';
import { runJobs } from './job-runner.js';

/** The worker process of the production shape: as many as there is work for. */
const environment = readEnvironment();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const app = await NestFactory.createApplicationContext(AppModule.with(environment), {
  logger: ['error', 'warn'],
  abortOnError: false,
});
const jobs = runJobs(app, environment, say);
stopOnSignals([() => jobs.stop(), () => app.close()], say);
say('Worker ready for jobs.');
