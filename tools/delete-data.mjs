/* Forgets the demo's data. Runs under Node 24 (see typescript-sources.mjs). */
import { join, resolve } from 'node:path';

import './typescript-sources.mjs';
import { main, root, say } from './workspace.mjs';

await main(async () => {
  const { deleteEmbeddedPostgres } = await import('../api/src/database/embedded-postgres.ts');
  // Only what the launcher made: the setting may name a folder that holds other things.
  const folder = resolve(root, process.env.PANEL_DATA_FOLDER || '.data');
  await deleteEmbeddedPostgres({ folder, log: say });
  say(`The data in ${join(folder, 'postgres')} is gone.`);
});
