import { readEnvironment } from './config/environment.js';
import { migrate } from './database/migrate.js';

/** The one-off of a deployment: brings the schema up to date, then ends. */
const { databaseUrl } = readEnvironment();
if (!databaseUrl) throw new Error('Set DATABASE_URL (or DATABASE_URL_FILE) to the database to migrate.');
await migrate(databaseUrl);
process.stdout.write('The database is up to date.\n');
