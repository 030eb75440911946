import { jest } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import { deleteEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

// Each test makes a whole database server, on machines that may be busy.
jest.setTimeout(60_000);

const quiet = () => undefined;

describe('the embedded PostgreSQL', () => {
  let folder: string;
  const start = (more: { port?: number; durable?: boolean } = {}) =>
    startEmbeddedPostgres({ folder, log: quiet, durable: false, ...more });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inclusion-panel-launcher-'));
    chmodSync(folder, 0o755);
  });

  afterEach(async () => {
    await deleteEmbeddedPostgres({ folder, log: quiet });
    rmSync(folder, { recursive: true, force: true });
  });

  async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const postmasterPid = (server: EmbeddedPostgres) =>
    Number(readFileSync(join(server.dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);

  it('starts on an empty folder with UTC, UTF-8 and no need of the machine’s locales', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    const [row] = await query(
      server,
      `select current_database() as database, current_setting('TimeZone') as zone, pg_encoding_to_char(encoding) as encoding,
              datlocprovider as provider, current_setting('listen_addresses') as addresses
         from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ database: 'panel', zone: 'UTC', encoding: 'UTF8', provider: 'b', addresses: '127.0.0.1' });
  });

  it('refuses a connection without the password', async () => {
    const server = await start();
    const url = new URL(server.url);
    url.password = 'guessed';
    const client = new Client({ connectionString: url.href });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps rows over a stop and a start', async () => {
    const first = await start();
    await query(first, 'create table kept (id int); insert into kept values (1), (2)');
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second, 'select count(*)::int as rows from kept')).toEqual([{ rows: 2 }]);
  });

  it('recovers after the server was killed, with the rows that were committed', async () => {
    const first = await start({ durable: true });
    await query(first, 'create table kept (id int); insert into kept values (1)');
    process.kill(postmasterPid(first), 'SIGKILL');
    const second = await start({ durable: true });
    expect(second.adopted).toBe(false);
    expect(await query(second, 'select count(*)::int as rows from kept')).toEqual([{ rows: 1 }]);
  });

  it('takes over the server of a process that was killed, and stops it in the end', async () => {
    const first = await start();
    // What a killed process leaves: its mark in the folder, under a number that nobody has any more.
    const gone = Number(execFileSync('/bin/sh', ['-c', 'echo $$']).toString());
    writeFileSync(join(first.dataFolder, '..', 'used-by', `${gone}-dead`), '');
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await query(second, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await second.stop();
    await expect(query(second, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('starts although the number in a stale postmaster.pid now belongs to another process', async () => {
    const first = await start();
    await first.stop();
    const uid = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const stranger = spawn('sleep', ['60'], { ...uid, stdio: 'ignore' });
    try {
      const stale = [stranger.pid, first.dataFolder, 1, first.port, '', '127.0.0.1', '  1 1', 'ready', ''].join('\n');
      writeFileSync(join(first.dataFolder, 'postmaster.pid'), stale);
      const second = await start();
      expect(second.adopted).toBe(false);
      expect(await query(second, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    } finally {
      stranger.kill();
    }
  });

  it('lets two processes that start at the same moment share one server', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.url).toBe(other.url);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('keeps the data elsewhere when its account cannot get to the folder, and says so', async () => {
    chmodSync(folder, 0o700);
    const inner = join(folder, 'clone/.data');
    const said: string[] = [];
    const server = await startEmbeddedPostgres({ folder: inner, log: (line) => said.push(line), durable: false });
    expect(server.dataFolder).toMatch(/^\/var\/lib\/inclusion-panel\/[0-9a-f]{16}\/data$/);
    expect(said[0]).toContain(server.dataFolder.replace('/data', ''));
    expect(await query(server, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await server.stop();
    await deleteEmbeddedPostgres({ folder: inner, log: quiet });
    expect(existsSync(server.dataFolder)).toBe(false);
  });

  it('takes a temporary folder as it is made, for its owner alone', async () => {
    chmodSync(folder, 0o700);
    const server = await start();
    expect(server.dataFolder).toBe(join(folder, 'postgres/data'));
  });

  it('names the setting when the wanted port is taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>((done) =>
      taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port)),
    );
    try {
      await expect(start({ port })).rejects.toThrow('PANEL_POSTGRES_PORT');
    } finally {
      taken.close();
    }
  });
});
