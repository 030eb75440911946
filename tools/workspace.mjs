/*
 * What the commands of this folder share. Plain JavaScript for the machine's own Node 20 or later, without packages:
 * `npm start` and `npm test` run before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Ours, in a folder that `npm ci` empties: what is remembered there counts for the installed packages only. */
export const cache = join(root, 'node_modules/.cache/inclusion-panel');

export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** A message for people: shown without a stack. */
export class Stop extends Error {}

/** The Node that comes with the dependencies; elsewhere (a Mac) the one in use, if it is new enough. */
export function node24() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(root, `node_modules/node-${process.platform.replace('win32', 'win')}-${process.arch}/bin/${file}`);
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  throw new Stop(`Node 24.15 or later is needed, and none comes with the dependencies for ${process.platform}.`);
}

/** Our tools before everything else: `node` is then Node 24. */
export function environment(extra = {}) {
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** The machine's own tools only: for npm, which deletes ours while it installs. */
export function environmentOfMachine() {
  const isOurs = (folder) => folder.replaceAll('\\', '/').includes('node_modules/');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !isOurs(folder));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Runs a command to its end and answers its exit code; with `capture` also what it printed. */
export function run(command, parameters, { cwd = root, env = environment(), capture = false } = {}) {
  return new Promise((done, fail) => {
    const isWindowsScript = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, parameters, {
      cwd,
      env,
      shell: isWindowsScript,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.once('error', fail);
    child.once('close', (code, signal) => done({ code: code ?? 1, signal, output }));
  });
}

/** A command's main function: its messages go to people, everything else with a stack to those who mend it. */
export async function main(work) {
  try {
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (problem) {
    process.stderr.write(`\n${problem instanceof Stop ? problem.message : (problem?.stack ?? problem)}\n`);
    process.exitCode = 1;
  }
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
