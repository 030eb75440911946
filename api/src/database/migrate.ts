import { DataSource } from 'typeorm';

import { admitApplication, type Application } from './application-role.js';
import { migrations } from './migrations/index.js';

/**
 * Brings the database at `ownerUrl` to the schema of this code and lets the application in, with no more rights than it
 * needs. Safe to run from several processes at once.
 */
export async function migrate(ownerUrl: string, application: Application): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
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
      await admitApplication(ownerUrl, application);
      await lock.query('select pg_advisory_unlock(727001)');
    } finally {
      await lock.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
