import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

import type { Environment } from '../config/environment.js';

/** The built worker as a process of its own, so that a test can kill it as a machine would. */
export async function startWorkerProcess(
  environment: Pick<Environment, 'databaseUrl' | 'scopeKey' | 'redisUrl' | 'smtpUrl' | 'mailFrom'>,
): Promise<{
  readonly process: ChildProcess;
  kill(): Promise<void>;
}> {
  const child = spawn(process.execPath, [path.resolve('api/dist/worker.js')], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: environment.databaseUrl ?? '',
      PANEL_SCOPE_KEY: environment.scopeKey ?? '',
      REDIS_URL: environment.redisUrl ?? '',
      PANEL_SMTP_URL: environment.smtpUrl ?? '',
      PANEL_MAIL_FROM: environment.mailFrom,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.push(chunk.toString());
      if (said.join('').includes('Worker ready')) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${said.join('')}`)));
  });
  return {
    process: child,
    kill: () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
