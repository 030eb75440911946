import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { jest } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';

import { dataSourceOptions } from './data-source-options.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

jest.setTimeout(120_000);

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const suite = hasOpenssl ? describe : describe.skip;

/** A server with a certificate for "localhost", and two authorities of which only one has signed it. */
suite('a connection to Postgres over TLS (needs openssl)', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;

  const openssl = (...parameters: string[]): void => {
    const { status, stderr } = spawnSync('openssl', parameters, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const anAuthority = (name: string): void =>
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
    );

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-tls-'));
    chmodSync(folder, 0o755);
    anAuthority('ours');
    anAuthority('another');
    openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=localhost',
      '-keyout',
      'server.key',
      '-out',
      'server.csr',
    );
    writeFileSync(path.join(folder, 'names'), 'subjectAltName=DNS:localhost\n');
    openssl(
      'x509',
      '-req',
      '-in',
      'server.csr',
      '-CA',
      'ours.pem',
      '-CAkey',
      'ours.key',
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      'names',
      '-out',
      'server.pem',
    );
    postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'data'), log: () => undefined });
    await serveTls();
  });

  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function serveTls(): Promise<void> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const data = rows[0]?.data_directory ?? '';
    const { uid, gid } = statSync(path.join(data, 'PG_VERSION'));
    for (const file of ['server.key', 'server.pem']) {
      copyFileSync(path.join(folder, file), path.join(data, file));
      chownSync(path.join(data, file), uid, gid);
      chmodSync(path.join(data, file), 0o600);
    }
    await client.query("alter system set ssl_cert_file = 'server.pem'");
    await client.query("alter system set ssl_key_file = 'server.key'");
    await client.query('alter system set ssl = on');
    await client.query('select pg_reload_conf()');
    await client.end();
  }

  /** As the application connects, with this in its DATABASE_URL. */
  async function connect(mode: string, authority: string, host = 'localhost'): Promise<string> {
    const url = new URL(postgres.url);
    url.hostname = host;
    url.searchParams.set('sslmode', mode);
    if (authority) url.searchParams.set('sslrootcert', path.join(folder, `${authority}.pem`));
    const dataSource = new DataSource(dataSourceOptions(url.href, 1, []));
    await dataSource.initialize();
    try {
      const [row] = await dataSource.query<{ version: string | null }[]>(
        'select version from pg_stat_ssl where pid = pg_backend_pid()',
      );
      return row?.version ?? 'none';
    } finally {
      await dataSource.destroy();
    }
  }

  it('is encrypted with TLS 1.2 or later when the certificate is signed by the named authority', async () => {
    let version = 'none';
    // The server reads its new settings a moment after it is told to.
    for (let tries = 0; version === 'none' && tries < 50; tries += 1) {
      version = await connect('verify-full', 'ours').catch(() => 'none');
      if (version === 'none') await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(version).toMatch(/^TLSv1\.[23]$/);
  });

  it('is refused when another authority is named', async () => {
    await expect(connect('verify-full', 'another')).rejects.toThrow(/certificate|self.signed/i);
  });

  it('is refused when the certificate is for another host', async () => {
    await expect(connect('verify-full', 'ours', '127.0.0.1')).rejects.toThrow(/altnames|does not match/i);
  });

  it('is refused when no authority is named and none that the machine trusts has signed', async () => {
    await expect(connect('verify-full', '')).rejects.toThrow(/certificate|self.signed/i);
  });
});
