import { createServer } from 'node:net';
import { Readable } from 'node:stream';

import { aPdf, eicar } from '../testing/sample-files.js';
import { startFakeClamd } from '../testing/fake-clamd.js';
import { ClamdScanner, clamdTarget } from './clamd-scanner.js';
import { DemoScanner } from './demo-scanner.js';
import { NoScanner, ScannerUnavailable } from './virus-scanner.js';

const bytes = (...parts: readonly (string | Buffer)[]): Readable =>
  Readable.from(parts.map((part) => Buffer.from(part)));

describe('the client of clamd', () => {
  it('sends every byte and hears that they are clean', async () => {
    const clamd = await startFakeClamd();
    const large = Buffer.alloc(300_000, 'x');
    expect(await new ClamdScanner(clamd.address).scan(bytes(aPdf(), large))).toEqual({ verdict: 'clean' });
    expect(clamd.seen[0]?.equals(Buffer.concat([aPdf(), large]))).toBe(true);
    await clamd.close();
  });

  it('hears what was found', async () => {
    const clamd = await startFakeClamd();
    expect(await new ClamdScanner(clamd.address).scan(bytes(eicar))).toEqual({
      verdict: 'infected',
      finding: 'Eicar-Test-Signature',
    });
    await clamd.close();
  });

  it('knows a file that is too long for the scanner, which nobody can call clean', async () => {
    const clamd = await startFakeClamd({ mostBytes: 10 });
    expect(await new ClamdScanner(clamd.address).scan(bytes(aPdf()))).toEqual({
      verdict: 'cannot_tell',
      finding: 'scanner_size_limit',
    });
    await clamd.close();
  });

  it.each(['UNKNOWN COMMAND', 'stream: Can’t allocate memory ERROR', '', 'stream: OK and more'])(
    'takes the answer %j for a scanner in trouble, never for clean',
    async (answer) => {
      const clamd = await startFakeClamd({ answer });
      await expect(new ClamdScanner(clamd.address).scan(bytes(aPdf()))).rejects.toBeInstanceOf(ScannerUnavailable);
      await clamd.close();
    },
  );

  it('says that the scanner is away when nobody listens, and when it hangs up without a word', async () => {
    const server = createServer((socket) => void socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const scanner = new ClamdScanner(`tcp://127.0.0.1:${port}`);
    await expect(scanner.scan(bytes(aPdf(), Buffer.alloc(500_000)))).rejects.toBeInstanceOf(ScannerUnavailable);
    await new Promise((resolve) => server.close(resolve));
    await expect(scanner.scan(bytes(aPdf()))).rejects.toBeInstanceOf(ScannerUnavailable);
  });

  it('takes an address of TCP or of a socket in the file system, and nothing else', () => {
    expect(clamdTarget('tcp://clamd')).toEqual({ host: 'clamd', port: 3310 });
    expect(clamdTarget('tcp://[::1]:99')).toEqual({ host: '::1', port: 99 });
    expect(clamdTarget('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(() => clamdTarget('http://clamd')).toThrow('PANEL_VIRUS_SCANNER');
  });
});

describe('the scanner of the demonstration', () => {
  it('finds the test file also where two pieces meet, and says whose finding it is', async () => {
    const result = await new DemoScanner().scan(bytes('before ', eicar.slice(0, 20), eicar.slice(20), ' after'));
    expect(result).toEqual({ verdict: 'infected', finding: 'EICAR test file (demonstration scanner)' });
    expect(await new DemoScanner().scan(bytes(aPdf()))).toEqual({ verdict: 'clean' });
  });
});

describe('no scanner', () => {
  it('calls nothing clean', async () => {
    await expect(new NoScanner().scan(bytes(aPdf()))).rejects.toBeInstanceOf(ScannerUnavailable);
  });
});
