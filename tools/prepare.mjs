import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { environment, environmentOfMachine, node24, root, run, say, seconds, Stop } from './workspace.mjs';

/** Brings dependencies and builds up to date, and does nothing when they are. */
export async function prepare() {
  await install();
  node24(); // Said now if it is missing, not by the first tool that needs it.
  await build('api', 'the API and the libraries');
  await build('web', 'the web application');
}

export async function install() {
  const lock = readJson('package-lock.json');
  if (!lock) throw new Stop('package-lock.json is missing: is this a whole clone?');
  const reason = whyInstall(lock, readJson('node_modules/.package-lock.json'));
  if (!reason) return;
  say(`Installing the dependencies (${reason}). This takes a minute or two …`);
  const since = Date.now();
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: environmentOfMachine(),
  });
  if (code !== 0) throw new Stop('The dependencies could not be installed: see the messages of npm above.');
  say(`Installed in ${seconds(since)}.`);
}

/**
 * Null when what npm says it installed is what the lock file asks for. Compared by content: a checkout touches the
 * dates of files that did not change. npm writes its record last, so a killed installation has none.
 */
export function whyInstall(wanted, installed) {
  if (!installed) return 'none are there yet';
  for (const [path, { version, link, optional, devOptional }] of Object.entries(wanted.packages)) {
    if (path === '' || link || !path.includes('node_modules/')) continue;
    const found = installed.packages[path];
    // Packages for other machines (and what only they need) are rightly absent.
    if (!found && (optional || devOptional)) continue;
    if (found?.version !== version) return `${path.replace(/^.*node_modules\//, '')} is not as the lock file says`;
  }
  return null;
}

const builds = {
  api: {
    sources: ['package-lock.json', 'tsconfig.base.json', 'api', 'libs'],
    skip: /^libs\/(ui|api-client)\//,
    outputs: () => [
      'api/dist/local.js',
      ...readdirSync(join(root, 'libs'))
        .filter((name) => existsSync(join(root, 'libs', name, 'tsconfig.build.json')))
        .map((name) => `libs/${name}/dist/index.js`),
    ],
  },
  web: {
    sources: ['package-lock.json', 'tsconfig.base.json', 'web', 'libs'],
    skip: /^$/,
    outputs: () => ['web/dist/browser/index.html'],
  },
};

async function build(name, title) {
  const { sources, skip, outputs } = builds[name];
  const stamp = join(root, name, 'dist/.built');
  const fingerprint = fingerprintOf(sources, skip);
  const missing = outputs().filter((file) => !existsSync(join(root, file)));
  if (missing.length === 0 && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;

  say(`Building ${title} …`);
  const since = Date.now();
  // The compiler trusts its own record beside the output: where output is missing, both must go.
  for (const file of missing) rmSync(join(root, file.replace(/dist\/.*$/, 'dist')), { recursive: true, force: true });
  const { code } = await run('npm', ['run', '--silent', 'build', `--workspace=${name}`], { env: environment() });
  if (code !== 0) throw new Stop(`Building ${title} failed: see the messages above.`);
  const left = outputs().filter((file) => !existsSync(join(root, file)));
  if (left.length > 0) throw new Stop(`Building ${title} did not make ${left.join(', ')}.`);
  writeFileSync(stamp, fingerprint);
  say(`Built in ${seconds(since)}.`);
}

/** By content, not by date, for the same reason as above. Tests do not count: they are not built. */
export function fingerprintOf(sources, skip, folder = root) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(folder, source)))) {
    const name = relative(folder, file).replaceAll('\\', '/');
    if (skip.test(name) || /\.(spec|md)\b/.test(name)) continue;
    hash.update(`${name}\n`).update(readFileSync(file)).update('\n');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = readEntries(path);
  if (!entries) return [path];
  return entries
    .filter(({ name }) => !['node_modules', 'dist', '.angular', 'coverage'].includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function readEntries(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return null; // A file.
  }
}

function readJson(name) {
  const file = join(root, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
