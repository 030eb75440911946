/* global Blob, FormData -- of the platform, as fetch is */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import pg from 'pg';

import { applicationUrl } from '../../api/dist/database/application-role.js';
import { startEmbeddedPostgres } from '../../api/dist/database/embedded-postgres.js';
import { migrate } from '../../api/dist/database/migrate.js';
import { giasExtract, giasLinks } from '../support/gias-extract.mjs';
import { serve } from './loaded-stack.mjs';
import { administrator } from './people.mjs';

/**
 * An extract of 30,000 schools through the whole product: uploaded over HTTP, read by a worker of its own, confirmed, applied.
 * Then the same again, of which a third has changed.
 */
const limit = {
  most: 30,
  what: 'seconds from the upload to the end of an import of 30,000 rows, with progress on the way',
};
const rows = 30_000;
const port = 3396;

export async function benchSchoolImport(say) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'panel-bench-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: true, log: () => undefined });
  const processes = [];
  try {
    const scopeKey = 'scope key of the bench';
    await migrate(postgres.url, { url: applicationUrl(postgres.url, 'of-the-bench'), scopeKey });
    const token = await administrator(postgres.url);
    const environment = { DATABASE_URL: applicationUrl(postgres.url, 'of-the-bench'), PANEL_SCOPE_KEY: scopeKey };
    const server = await serve(
      processes,
      [path.resolve('api/dist/main.js')],
      { ...environment, PORT: String(port) },
      port,
    );
    await serve(processes, [path.resolve('api/dist/worker.js')], environment, port);
    const api = client(server, token);

    const first = await importAll(api, giasExtract(rows), giasLinks(rows));
    say(`30,000 new schools: ${first.seconds.toFixed(1)} s, seen at ${first.steps.length} steps on the way`);
    const changed = giasExtract(rows, (school, index) =>
      index % 3 === 0 ? { ...school, HeadFirstName: 'Nouvelle' } : school,
    );
    const second = await importAll(api, changed, giasLinks(rows));
    say(`10,000 changed schools: ${second.seconds.toFixed(1)} s`);
    const found = await countSchools(postgres.url);
    if (found.schools !== rows || found.changed !== rows / 3) throw new Error(`wrong end: ${JSON.stringify(found)}`);
    const seconds = Math.max(first.seconds, second.seconds);
    const isWithin = seconds <= limit.most && first.steps.length > 2;
    return {
      name: 'import of 30,000 schools',
      rows,
      seconds: { new: first.seconds, changed: second.seconds },
      limit,
      isWithin,
    };
  } finally {
    for (const child of processes) child.kill('SIGKILL');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importAll(api, extract, links) {
  const form = new FormData();
  form.append('extract', new Blob([extract]), 'edubasealldata.csv');
  form.append('links', new Blob([links]), 'links_edubasealldata.csv');
  form.append('laCodes', '');
  const start = performance.now();
  const { id } = await api('POST', '/school-imports', form);
  const steps = new Set();
  const read = await until(api, id, 'to_review', ({ progressDone }) => steps.add(progressDone));
  await api('POST', `/school-imports/${id}/confirm`, JSON.stringify({ skipsErrors: false }), read.version);
  await until(api, id, 'applied');
  return { seconds: (performance.now() - start) / 1000, steps: [...steps] };
}

async function until(api, id, status, onLook = () => undefined) {
  for (;;) {
    const found = await api('GET', `/school-imports/${id}`);
    onLook(found);
    if (found.status === status) return found;
    if (['failed', 'rejected', 'cancelled'].includes(found.status)) throw new Error(`the import is ${found.status}`);
    await wait(100);
  }
}

function client(server, token) {
  return async (method, address, body, version) => {
    const answer = await fetch(`${server}/api${address}`, {
      method,
      body,
      headers: {
        cookie: `panel-session=${token}`,
        'X-Panel-Request': '1',
        ...(method === 'POST' && { 'Idempotency-Key': crypto.randomUUID() }),
        ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
    });
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

async function countSchools(url) {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const { rows: found } = await database.query(
    `select count(*)::integer as schools, count(*) filter (where head_teacher like '%Nouvelle%')::integer as changed from schools`,
  );
  await database.end();
  return found[0];
}
