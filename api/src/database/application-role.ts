import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';

import { scopeKeyId, scopeKeyPads } from './signed-scope.js';

/** As whom the running application connects, and the key that signs what its transactions say about themselves. */
export interface Application {
  readonly url: string;
  readonly scopeKey: string;
}

const keysKept = 2;
const jobsSchema = 'bullmq';

/** The address of the same database for the application of a demonstration or a test. */
export function applicationUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = 'panel_api';
  url.password = password;
  return url.href;
}

/**
 * Makes the login of the application (in its name and with its password, as its address says them), tells the database the
 * key of signed scopes, and makes the tables of the job queue, which the application may use but not change.
 */
export async function admitApplication(ownerUrl: string, application: Application): Promise<void> {
  await makeJobTables(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Roles belong to the whole server: two databases of it must not write the same one at once.
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(727004)');
    await makeLogin(client, application.url);
    await keepScopeKey(client, application.scopeKey);
    await client.query(`
      grant usage on schema ${jobsSchema} to panel_app;
      grant select, insert, update, delete on all tables in schema ${jobsSchema} to panel_app;
      grant usage, select on all sequences in schema ${jobsSchema} to panel_app;
      grant execute on all functions in schema ${jobsSchema} to panel_app`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function makeLogin(client: pg.Client, url: string): Promise<void> {
  const { username, password } = new URL(url);
  const { rows } = await client.query<{ exists: boolean; made: string; changed: string; owner: string }>(
    `select exists (select from pg_roles where rolname = $1) as exists, current_user as owner,
            format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password %L', $1::text, $2::text) as made,
            format('alter role %I password %L', $1::text, $2::text) as changed`,
    [decodeURIComponent(username), decodeURIComponent(password)],
  );
  const [role] = rows;
  if (!role) throw new Error('Postgres did not say whether the role of the application exists.');
  if (role.owner === decodeURIComponent(username)) {
    throw new Error('DATABASE_URL and DATABASE_OWNER_URL name the same user: the application must own nothing.');
  }
  await client.query(role.exists ? role.changed : role.made);
  const { rows: grants } = await client.query<{ text: string }>(
    `select format('grant panel_app to %I', $1::text) as text`,
    [decodeURIComponent(username)],
  );
  for (const { text } of grants) await client.query(text);
}

/** The newest keys count, so that processes with the key before go on until they are replaced. */
async function keepScopeKey(client: pg.Client, key: string): Promise<void> {
  const { inner, outer } = scopeKeyPads(key);
  await client.query(
    `insert into panel_private.scope_keys (id, inner_pad, outer_pad) values ($1, $2, $3)
     on conflict on constraint scope_keys_pkey do update set added_at = now()`,
    [scopeKeyId(key), inner, outer],
  );
  await client.query(
    `delete from panel_private.scope_keys where id not in (select id from panel_private.scope_keys order by added_at desc, id limit ${keysKept})`,
  );
}

async function makeJobTables(ownerUrl: string): Promise<void> {
  const queue = new (withBackend(createPostgresBackend).Queue)('panel', {
    connection: { connectionString: ownerUrl, schema: jobsSchema, migrate: true, max: 1 },
  });
  // Without a listener a lost connection would end the process; waitUntilReady says it as well.
  queue.on('error', () => undefined);
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
}
