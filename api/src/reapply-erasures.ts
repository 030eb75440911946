import { readEnvironment } from './config/environment.js';
import { reapplyErasures } from './database/reapply-erasures.js';
import { readErasures } from './retention/erasures-file.js';

/** After a backup was restored: destroys again what had been destroyed since it was made. Safe to run any number of times. */
const { databaseOwnerUrl, scopeKey, erasuresFile } = readEnvironment();
if (!databaseOwnerUrl)
  throw new Error('Set DATABASE_OWNER_URL (or DATABASE_OWNER_URL_FILE) to the restored database, as its owner.');
if (!scopeKey) throw new Error('Set PANEL_SCOPE_KEY (or PANEL_SCOPE_KEY_FILE) to the key that the application has.');
if (!erasuresFile) throw new Error('Set PANEL_ERASURES_FILE to the file in which destructions were written.');

const hashes = new Map<number, string[]>();
for (const { authorityId, idHashes } of await readErasures(erasuresFile)) {
  hashes.set(authorityId, [...(hashes.get(authorityId) ?? []), ...idHashes]);
}
const count = await reapplyErasures(databaseOwnerUrl, scopeKey, hashes);
process.stdout.write(`${count} cases were back and have been destroyed again.\n`);
