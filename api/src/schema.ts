import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';

import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { applicationUrl } from './database/application-role.js';
import { migrate } from './database/migrate.js';
import { schemaText } from './database/schema-text.js';

/** Writes `schema.sql`: what all migrations together make of an empty database. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'panel-schema-'));
const postgres = await startEmbeddedPostgres({ folder, durable: false, log: () => undefined });
try {
  await migrate(postgres.url, { url: applicationUrl(postgres.url, 'nobody-connects'), scopeKey: 'nobody-signs' });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  writeFileSync(path.resolve(import.meta.dirname, '../src/database/schema.sql'), await schemaText(client));
  await client.end();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
