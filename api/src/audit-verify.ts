import path from 'node:path';

import pg from 'pg';

import { verifyAllChains } from './audit/verify-all-chains.js';
import { readEnvironment } from './config/environment.js';
import { localSecret } from './config/local-secrets.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';

/**
 * `npm run audit:verify`: computes every chain of audit events again, compares it with its head and with the anchors kept
 * outside the database, and names the first event of each that is not as it was written. Ends with 1 when there is one.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function withClient(url: string, work: (client: pg.Client) => Promise<boolean>): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function main(): Promise<boolean> {
  const { databaseUrl, databaseOwnerUrl, scopeKey, dataFolder, auditAnchorFile } = readEnvironment();
  const url = databaseOwnerUrl ?? databaseUrl;
  if (url) {
    if (!scopeKey)
      throw new Error('Set PANEL_SCOPE_KEY (or PANEL_SCOPE_KEY_FILE) to the key that the application has.');
    return withClient(url, (client) => verifyAllChains(client, scopeKey, auditAnchorFile, say));
  }
  const folder = path.resolve(dataFolder);
  const postgres = await startEmbeddedPostgres({ folder, log: () => undefined });
  try {
    const anchors = auditAnchorFile ?? path.join(folder, 'audit-anchors');
    return await withClient(postgres.url, (client) =>
      verifyAllChains(client, localSecret(dataFolder, 'scope-key'), anchors, say),
    );
  } finally {
    await postgres.stop();
  }
}

main().then(
  (isWhole) => {
    process.exitCode = isWhole ? 0 : 1;
  },
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
