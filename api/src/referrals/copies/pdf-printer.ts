import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

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
 * Chromium without a window: tagged, with an outline out of the headings. It runs no script and reaches no network; what it
 * reads and writes is in a folder that only this process may open, and that is deleted whatever happens.
 */
export class ChromiumPdfPrinter extends PdfPrinter {
  readonly canPrint = true;

  constructor(private readonly executable: string) {
    super();
  }

  async print(html: string): Promise<Buffer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'panel-pdf-'));
    try {
      const page = path.join(folder, 'page.html');
      const pdf = path.join(folder, 'page.pdf');
      await writeFile(page, html, { mode: 0o600 });
      await this.run([
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--blink-settings=scriptEnabled=false',
        '--font-render-hinting=none',
        `--user-data-dir=${path.join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        '--export-tagged-pdf',
        '--generate-pdf-document-outline',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ]);
      return await readFile(pdf);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  private run(parameters: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const browser = spawn(this.executable, parameters, {
        stdio: 'ignore',
        timeout: longestMilliseconds,
        killSignal: 'SIGKILL',
      });
      browser.once('error', reject);
      browser.once('close', (code, signal) => {
        if (code === 0) resolve();
        else reject(new Error(`the browser ended with ${signal ?? code}`));
      });
    });
  }
}
