import { setTimeout as wait } from 'node:timers/promises';

import type { INestApplicationContext } from '@nestjs/common';

import { Draining } from './common/draining.js';

/**
 * Ends the process on SIGTERM or Ctrl+C after `stop` has run; a second signal ends it at once. Steps run in the order
 * given, each with its own limit, so that one that hangs does not keep the others from ending well.
 */
export function stopOnSignals(steps: readonly (() => Promise<unknown>)[], say: (line: string) => void): void {
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    say(`${signal}: ending. Please wait a moment.`);
    for (const step of steps) {
      await Promise.race([
        step().catch((error: unknown) => say(String(error))),
        wait(10_000, undefined, { ref: false }),
      ]);
    }
    say('Ended.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('Ctrl+C'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
}

/**
 * The first step of stopping an HTTP process: says that it is not ready any longer and ends each connection with its answer,
 * then goes on serving for as long as proxies need to notice.
 */
export async function drain(app: INestApplicationContext, milliseconds: number): Promise<void> {
  app.get(Draining).begin();
  await wait(milliseconds);
}
