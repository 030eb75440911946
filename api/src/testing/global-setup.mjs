import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'inclusion-panel-test-';

/** One PostgreSQL server for the whole run; each spec file takes its own database of it (test-postgres.ts). */
export default async function startTestServer() {
  if (!process.features.typescript) throw new Error('These tests need Node 24: use `npm test`, which brings it.');
  await import('../../../tools/typescript-sources.mjs');
  const postgres = await import('../database/embedded-postgres.ts');
  await deleteLeftovers(postgres);

  // In the temporary folder: the account that runs the server can enter it, wherever the clone lies.
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  const quiet = () => undefined;
  const server = await postgres.startEmbeddedPostgres({ folder, durable: false, log: quiet });
  process.env.PANEL_TEST_POSTGRES_URL = server.url;
  globalThis.panelTestServer = {
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its server behind: it would hold memory until the machine restarts. */
async function deleteLeftovers(postgres) {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length) : null;
    if (!pid || existsSync(`/proc/${pid}`)) continue;
    const folder = join(tmpdir(), name);
    try {
      await postgres.deleteEmbeddedPostgres({ folder, log: () => undefined });
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to delete.
    }
  }
}
