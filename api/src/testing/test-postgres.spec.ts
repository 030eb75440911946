import { jest } from '@jest/globals';
import { Client } from 'pg';

import { createTestDatabase } from './test-postgres.js';

jest.setTimeout(60_000);

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  it('has the schema, is nobody else’s, and goes away', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    try {
      expect(one.url).not.toBe(other.url);
      await rows(one.url, 'create table only_here (id int)');
      const find = "select count(*)::int as tables from pg_tables where tablename in ('only_here', 'referrals')";
      expect(await rows(one.url, find)).toEqual([{ tables: 2 }]);
      expect(await rows(other.url, find)).toEqual([{ tables: 1 }]);
    } finally {
      await Promise.all([one.drop(), other.drop()]);
    }
    await expect(rows(one.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
