import { DataSource } from 'typeorm';

import { migrations } from './migrations/index.js';

/** Brings the database at `url` to the schema of this code. Safe to run from several processes at once. */
export async function migrate(url: string): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'each',
    extra: { max: 2 },
  });
  await dataSource.initialize();
  try {
    const lock = dataSource.createQueryRunner();
    try {
      // One migration at a time, whoever starts first; the others wait here and then find nothing to do.
      await lock.query('select pg_advisory_lock(727001)');
      await dataSource.runMigrations();
      await lock.query('select pg_advisory_unlock(727001)');
    } finally {
      await lock.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
