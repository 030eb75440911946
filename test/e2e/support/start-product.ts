import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromiumLaunchOptions } from '../../support/chromium.mjs';
import { forgetStates } from './states.js';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'api/dist/local.js');
const pages = join(root, 'web/dist/browser/index.html');
const longestStart = 90_000;

/** Starts the product on a free port with new data; what it returns ends it and deletes the data. */
export default async function startProduct(): Promise<() => Promise<void>> {
  for (const built of [program, pages]) {
    if (!existsSync(built)) throw new Error(`${built} is missing: the end-to-end tests walk through a built product.`);
  }
  forgetStates();
  const folder = mkdtempSync(join(tmpdir(), 'inclusion-panel-e2e-'));
  const address = `http://localhost:${await freePort()}`;
  const output: string[] = [];
  // The browser of the tests also makes the PDFs of the product.
  const browser = chromiumLaunchOptions();
  const product = spawn(process.execPath, [program], {
    cwd: root,
    env: {
      ...browser.env,
      PANEL_CHROMIUM_PATH: browser.executablePath,
      PORT: new URL(address).port,
      PANEL_DATA_FOLDER: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [product.stdout, product.stderr]) stream.on('data', (data) => output.push(String(data)));

  let isStopping = false;
  product.once('close', (code, signal) => {
    if (isStopping) return;
    process.stderr.write(
      `The product ended in the middle of the tests (${signal ?? code}). It said:\n${output.join('')}\n`,
    );
  });
  const stop = async (): Promise<void> => {
    isStopping = true;
    await ended(product);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(address, product);
  } catch (problem) {
    await stop();
    throw new Error(`The product did not start. It said:\n${output.join('')}`, { cause: problem });
  }
  // Workers start after this and inherit it.
  process.env['PANEL_E2E_ADDRESS'] = address;
  process.env['PANEL_E2E_DATA'] = folder;
  return stop;
}

/** Another program can take it before the product does; the product then says so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function answers(address: string, product: ChildProcess): Promise<void> {
  const until = Date.now() + longestStart;
  while (Date.now() < until) {
    if (product.exitCode !== null) throw new Error(`It ended with ${product.exitCode}.`);
    const people = await fetch(`${address}/api/demo/people`).catch(() => undefined);
    if (people?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`It did not answer within ${longestStart / 1000} s.`);
}

function ended(product: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (product.exitCode !== null || product.signalCode !== null) return resolve();
    const impatience = setTimeout(() => product.kill('SIGKILL'), 15_000);
    product.once('close', () => {
      clearTimeout(impatience);
      resolve();
    });
    product.kill('SIGTERM');
  });
}
