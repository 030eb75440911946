import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';

import { DevToolsPipe } from './dev-tools-pipe.js';

/** Makes a PDF of a page. */
export abstract class PdfPrinter {
  /** False: there is no browser on this machine, and people print the page themselves. */
  abstract readonly canPrint: boolean;
  abstract print(html: string): Promise<Buffer>;
}

export class NoPdfPrinter extends PdfPrinter {
  readonly canPrint = false;

  print(): Promise<Buffer> {
    return Promise.reject(new Error('there is no browser to print with'));
  }
}

const longestMilliseconds = 60_000;

/**
 * Chromium without a window: tagged, with an outline out of the headings. The page comes to it through a pipe and goes back as
 * a PDF, so that nothing of it is on a disk; it runs no script and reaches no network.
 */
export class ChromiumPdfPrinter extends PdfPrinter {
  readonly canPrint = true;

  constructor(private readonly executable: string) {
    super();
  }

  async print(html: string): Promise<Buffer> {
    const profile = await mkdtemp(path.join(tmpdir(), 'panel-pdf-'));
    const browser = spawn(this.executable, parameters(profile), {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      timeout: longestMilliseconds,
      killSignal: 'SIGKILL',
    });
    const isClosed = new Promise<void>((resolve) => browser.once('close', () => resolve()));
    try {
      const [, , , toBrowser, fromBrowser] = browser.stdio;
      if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
        throw new Error('the browser has no pipes');
      const pipe = new DevToolsPipe(toBrowser, fromBrowser);
      browser.once('error', (error) => pipe.fail(error));
      browser.once('close', () => pipe.fail(new Error('the browser ended')));
      return await printThrough(pipe, html);
    } finally {
      browser.kill('SIGKILL');
      await isClosed;
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

function parameters(profile: string): string[] {
  return [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--font-render-hinting=none',
    '--no-first-run',
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
  ];
}

async function printThrough(pipe: DevToolsPipe, html: string): Promise<Buffer> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  await pipe.send('Emulation.setScriptExecutionDisabled', { value: true }, session);
  // The first page of a target is its main frame, of the same id.
  await pipe.send('Page.setDocumentContent', { frameId: targetId, html }, session);
  const { data } = await pipe.send(
    'Page.printToPDF',
    { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
    session,
  );
  return Buffer.from(String(data), 'base64');
}
