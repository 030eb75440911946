import { readFileSync } from 'node:fs';
import path from 'node:path';

import pg from 'pg';
import { DataSource } from 'typeorm';

import { createTestDatabase } from '../testing/test-postgres.js';
import { dataSourceOptions } from './data-source-options.js';
import { entities } from './entities.js';
import { schemaText } from './schema-text.js';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What TypeORM would change so that the database fits the entities. The database may be stricter, never laxer or other. */
async function entityDrift(): Promise<string[]> {
  const dataSource = new DataSource(dataSourceOptions(database.url, 2, entities));
  await dataSource.initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query).filter((query) => !/DROP CONSTRAINT|DROP INDEX/.test(query));
  } finally {
    await dataSource.destroy();
  }
}

describe('the schema', () => {
  it('is the committed schema.sql (after a migration run `npm run schema`)', async () => {
    const committed = readFileSync(path.resolve('api/src/database/schema.sql'), 'utf8');
    expect(await schemaText(client)).toBe(committed);
  });

  it('has what every entity says', async () => {
    expect(await entityDrift()).toEqual([]);
  });

  it('would show a column that an entity has and no migration made', async () => {
    await client.query('alter table referrals rename column reference to reference_of_before');
    expect((await entityDrift()).join()).toContain('reference');
    await client.query('alter table referrals rename column reference_of_before to reference');
  });

  it('has authority_id, not null, in every table of an authority', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id' and a.attnotnull)
        order by 1`,
    );
    // People and how they sign in belong to the installation, as does what happens before anybody is known; authorities are
    // themselves, and the list of migrations is nobody's.
    expect(rows.map(({ name }) => name)).toEqual([
      'account_links',
      'authenticator_apps',
      'authorities',
      'federated_identities',
      'installation_events',
      'installation_head',
      'known_devices',
      'migrations',
      'passkeys',
      'rate_limits',
      'recovery_codes',
      'users',
    ]);
  });

  it('has an index that leads on authority_id in every such table', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select distinct c.relname as name from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)`,
    );
    expect(rows).toEqual([]);
  });
});
