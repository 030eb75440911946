import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Place } from './embedded-postgres-place.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

const stopDeadline = 30_000;

interface LaunchOptions {
  port?: number;
  durable?: boolean;
  log: (line: string) => void;
}

export async function launch(place: Place, options: LaunchOptions, deadline: number): Promise<Postmaster> {
  // A port that the system gave may be gone a moment later: then try another.
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    if (options.port !== undefined && !(await isFree(options.port))) {
      throw new Error(
        `Port ${port} is taken by another program. Set PANEL_POSTGRES_PORT to a free one, or leave it out.`,
      );
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
export async function livingPostmaster(
  place: Place,
  deadline: number,
  log: (line: string) => void,
): Promise<Postmaster | null> {
  for (let isFirst = true; ; isFirst = false) {
    const postmaster = readPostmaster(place);
    const running = processesIn(place.data);
    if (running.length === 0) {
      // Left by a kill -9. Postgres itself refuses to start when the old number now belongs to another process.
      // Compared again, because another starter may have put its own there meanwhile.
      if (postmaster && readPostmaster(place)?.pid === postmaster.pid) fs.rmSync(pidFile(place), { force: true });
      return null;
    }
    if (postmaster?.status === 'ready' && running.includes(postmaster.pid)) return postmaster;
    if (isFirst) log('Waiting for a database process of an earlier run …');
    if (Date.now() > deadline) throw new Error(`Processes ${running.join(', ')} hold the database in ${place.data}.`);
    await wait(50);
  }
}

export async function stopPostmaster(place: Pick<Place, 'data'>): Promise<void> {
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

export function processesIn(data: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresIn(data, pid));
}

function readPostmaster(place: Pick<Place, 'data'>): Postmaster | null {
  let text;
  try {
    text = fs.readFileSync(pidFile(place), 'utf8');
  } catch {
    return null; // Not running, or gone since we looked.
  }
  const [pid, , , port, , , , status] = text.split('\n');
  return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' };
}

export function spawnBase(place: Place) {
  // No variable of ours reaches the server: PGPORT, LANG and their like would change what it does.
  return { ...(place.account ?? {}), cwd: place.home, env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } };
}

export function ended(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  });
}

export function isAlive(pid: number): boolean {
  return fs.existsSync(`/proc/${pid}`);
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile, which is what was wanted.
  }
}

function pidFile(place: Pick<Place, 'data'>): string {
  return join(place.data, 'postmaster.pid');
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
