import { setTimeout as wait } from 'node:timers/promises';

/** Looks every 50 ms until something holds; fails after `seconds`. For what another process or the queue does. */
export async function until(holds: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it did not come about in ${seconds} seconds`);
    await wait(50);
  }
}
