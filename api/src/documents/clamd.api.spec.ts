import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { jest } from '@jest/globals';

import { choosePort } from '../config/free-port.js';
import { aPdf, eicar } from '../testing/sample-files.js';
import { until } from '../testing/until.js';
import { ClamdScanner } from './clamd-scanner.js';
import { ScannerUnavailable } from './virus-scanner.js';

jest.setTimeout(120_000);

const hasClamd = spawnSync('clamd', ['--version']).status === 0;
if (!hasClamd) {
  process.stderr.write(
    'SKIPPED: the real clamd is not on this machine (apt-get install clamav-daemon); only the protocol was tested.\n',
  );
}

/** With a signature of our own in place of ClamAV's, which are hundreds of megabytes. */
(hasClamd ? describe : describe.skip)('the real clamd (needs clamav-daemon)', () => {
  let folder: string;
  let clamd: ChildProcess;
  let port: number;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-clamd-'));
    chmodSync(folder, 0o755);
    const signatures = path.join(folder, 'signatures');
    mkdirSync(signatures);
    const hash = createHash('md5').update(eicar).digest('hex');
    writeFileSync(path.join(signatures, 'ours.hdb'), `${hash}:${eicar.length}:Ours.Eicar\n`);
    const words = Buffer.from('words of a virus of ours').toString('hex');
    writeFileSync(path.join(signatures, 'ours.ndb'), `Ours.Words:0:*:${words}\n`);
    port = await choosePort(33_100, '127.0.0.1').catch(() => choosePort(null, '127.0.0.1'));
    const settings = [
      `DatabaseDirectory ${signatures}`,
      'TCPAddr 127.0.0.1',
      `TCPSocket ${port}`,
      'Foreground yes',
      'StreamMaxLength 1M',
      'User root',
    ];
    const file = path.join(folder, 'clamd.conf');
    writeFileSync(file, `${settings.slice(0, process.getuid?.() === 0 ? undefined : -1).join('\n')}\n`);
    clamd = spawn('clamd', ['--config-file', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [clamd.stdout, clamd.stderr]) stream?.on('data', (data: Buffer) => said.push(data.toString()));
    await until(async () => (await scan('hello').catch(() => null)) !== null, 60).catch(() => {
      throw new Error(`clamd did not answer: ${said.join('')}`);
    });
  });

  afterAll(() => {
    clamd?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const scan = (...parts: readonly (string | Buffer)[]) =>
    new ClamdScanner(`tcp://127.0.0.1:${port}`).scan(Readable.from(parts.map((part) => Buffer.from(part))));

  it('calls a clean file clean', async () => {
    expect(await scan(aPdf(), Buffer.alloc(500_000, 'x'))).toEqual({ verdict: 'clean' });
  });

  it('finds the test file and a signature of ours in the middle of another file', async () => {
    expect(await scan(eicar)).toEqual({ verdict: 'infected', finding: 'Ours.Eicar.UNOFFICIAL' });
    expect(await scan('before ', Buffer.alloc(200_000, 'x'), ' words of a virus of ours ', 'after')).toEqual({
      verdict: 'infected',
      finding: 'Ours.Words.UNOFFICIAL',
    });
  });

  it('does not call clean what is longer than it takes, whether its answer comes through or it hangs up before', async () => {
    const result: unknown = await scan(Buffer.alloc(3_000_000, 'x')).catch((error: unknown) => error);
    if (result instanceof ScannerUnavailable) return;
    expect(result).toEqual({ verdict: 'cannot_tell', finding: 'scanner_size_limit' });
  });
});
