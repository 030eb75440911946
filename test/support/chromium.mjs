/* The browser of the end-to-end tests: it comes with the dependencies, so that no machine needs one of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Not the package's own `args`: they make one process of the browser, so that closing a page's context ends it, and
 * switch the same-origin rules off, which would hide real faults.
 */
const launchArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--font-render-hinting=none'];

/**
 * What Playwright's `launchOptions` need. CHROMIUM_PATH names another browser.
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }}
 */
export function chromiumLaunchOptions() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { executablePath: given, args: launchArguments, env: { ...process.env } };

  const folder = unpackedChromium();
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env };
  if (missingLibraries(executablePath).length > 0) {
    // A machine without NSS (a bare Debian): the package brings one for its own use.
    env.LD_LIBRARY_PATH = [join(folder, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    const missing = missingLibraries(executablePath, env);
    if (missing.length > 0) {
      throw new Error(
        `The browser of the tests lacks ${missing.join(', ')}. Install them, or name one by CHROMIUM_PATH.`,
      );
    }
  }
  // A machine without fonts would show no text.
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(folder, 'own-fonts.conf');
  return { executablePath, args: launchArguments, env };
}

/** The folder that holds the unpacked browser: unpacked once for each version and user, whoever comes first. */
export function unpackedChromium() {
  const owner = process.getuid?.() ?? 'user';
  const folder = join(tmpdir(), `inclusion-panel-chromium-${packageVersion()}-${owner}`);
  if (existsSync(folder)) {
    // The temporary folder is everybody's: what we run from there must be ours.
    if (lstatSync(folder).uid !== process.getuid?.()) throw new Error(`${folder} belongs to another user. Delete it.`);
    return folder;
  }
  // The package unpacks into the temporary folder and takes for its own whatever "chromium" lies there: a process of its
  // own is given an empty one. Renamed when whole, because several workers may start at once.
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const unpack = `
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(packageFolder(), 'bin/al2023.tar.br'))});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: half },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The browser of the tests could not be unpacked: ${stderr}`);
  writeFileSync(join(half, 'own-fonts.conf'), fontSettings(folder));
  try {
    renameSync(half, folder);
  } catch (problem) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw problem;
  }
  return folder;
}

/** Names of shared libraries that the dynamic linker does not find. */
export function missingLibraries(executable, env = process.env) {
  const { stdout } = spawnSync('ldd', [executable], { env, encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

/** The package's own file names the folders of its usual host. */
function fontSettings(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}

function packageFolder() {
  return join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
}

/** Read as a file: the package does not export it. */
function packageVersion() {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;
}
