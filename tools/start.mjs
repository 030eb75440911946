/* `npm start`: everything a newcomer needs, in one command. `npm run demo:reset` forgets the data first. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

import { prepare } from './prepare.mjs';
import { environment, main, node24, root, run, say } from './workspace.mjs';

await main(async (parameters) => {
  await prepare();
  if (parameters.includes('--reset')) {
    const { code } = await run(node24(), [join(root, 'tools/delete-data.mjs')]);
    if (code !== 0) return code;
  }
  return serve();
});

/** Runs the product until it ends or is told to. */
function serve() {
  say('Starting …');
  // In a process group of its own: Ctrl+C in a terminal reaches every process of a group, and npm passes it on as well.
  // The product would take the second signal as "at once". So it hears of it once, from us.
  const product = spawn(node24(), ['--enable-source-maps', join(root, 'api/dist/local.js')], {
    cwd: root,
    env: environment(),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let lastSignal = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - lastSignal < 1500) return;
      lastSignal = Date.now();
      product.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
  return new Promise((done, fail) => {
    product.once('error', fail);
    product.once('close', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}
