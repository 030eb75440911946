import { readEnvironment } from './config/environment.js';
import { refuseUnfitSettings } from './config/production-settings.js';
import { migrate } from './database/migrate.js';

/** The one-off of a deployment: brings the schema up to date and lets the application in, then ends. */
const environment = readEnvironment();
refuseUnfitSettings(environment, 'migrate');
const { databaseOwnerUrl, databaseUrl, scopeKey } = environment;
if (!databaseOwnerUrl)
  throw new Error('Set DATABASE_OWNER_URL (or DATABASE_OWNER_URL_FILE) to the database to migrate, as its owner.');
if (!databaseUrl)
  throw new Error('Set DATABASE_URL (or DATABASE_URL_FILE): the same database, as the user of the application.');
if (!scopeKey) throw new Error('Set PANEL_SCOPE_KEY (or PANEL_SCOPE_KEY_FILE) to the key that the application has.');
await migrate(databaseOwnerUrl, { url: databaseUrl, scopeKey });
process.stdout.write('The database is up to date.\n');
