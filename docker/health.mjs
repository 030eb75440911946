/* Whether a container does its work: `health.mjs api` asks the HTTP server, `health.mjs worker` the worker's database. */
import { readFileSync } from 'node:fs';

const checks = {
  async api() {
    const response = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/api/health/ready`, {
      signal: AbortSignal.timeout(4000),
    });
    if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  },
  /** A worker has no port. It ends by itself when it breaks; what it cannot do without is the database. */
  async worker() {
    const { Client } = await import('pg');
    const file = process.env.DATABASE_URL_FILE;
    const connectionString = file ? readFileSync(file, 'utf8').trim() : process.env.DATABASE_URL;
    const client = new Client({ connectionString, connectionTimeoutMillis: 4000 });
    await client.connect();
    await client.end();
  },
};

const check = checks[process.argv[2]];
if (!check) throw new Error('Say which: health.mjs api | worker');
await check();
