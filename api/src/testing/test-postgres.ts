import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

import { type Application, applicationUrl } from '../database/application-role.js';
import { migrate } from '../database/migrate.js';

export interface TestDatabase {
  /** Superuser on a database of its own with the current schema and no rows. */
  url: string;
  /** The same database as the application sees it. */
  application: Application;
  /** Deletes it, whoever is still connected. */
  drop(): Promise<void>;
}

const template = 'panel_template';
const lock = 727_002;

/** A database for one spec file: a copy of a template that is migrated once a run, so it costs little. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `panel_test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(async (client) => {
    // Spec files run in several processes: the first makes the template, the others wait for it here.
    await client.query('select pg_advisory_lock($1)', [lock]);
    try {
      await createTemplate(client);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]);
    }
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(name),
    application: applicationOf(name),
    drop: () =>
      asAdministrator(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function createTemplate(client: Client): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [template]);
  if (found.rowCount) return;
  // Renamed only when it is complete: a failed migration must not leave a template that looks whole.
  const half = `${template}_half_made`;
  await client.query(`drop database if exists ${half} with (force)`);
  await client.query(`create database ${half}`);
  await migrate(urlOf(half), applicationOf(half));
  await client.query(`alter database ${half} rename to ${template}`);
}

async function asAdministrator(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function applicationOf(database: string): Application {
  return { url: applicationUrl(urlOf(database), 'of-tests-only'), scopeKey: 'scope key of tests' };
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env['PANEL_TEST_POSTGRES_URL'];
  if (!url) throw new Error('No test server: the global set-up of api/jest.config.mjs starts it.');
  return url;
}
