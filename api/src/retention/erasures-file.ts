import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** One destruction as the file outside of the database has it: hashes of ids, nothing else about anybody. */
export interface Erasure {
  readonly authorityId: number;
  readonly destroyedAt: string;
  readonly idHashes: readonly string[];
}

/** Adds lines and waits until they are on the disk: only then does the database count them as filed. */
export async function appendErasures(file: string, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** All lines of the file; the last one may have been cut off by a crash and is then written again by the next turn. */
export async function readErasures(file: string): Promise<Erasure[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const erasure = parsed(line);
    return isErasure(erasure) ? [erasure] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null; // a cut line
    throw error;
  }
}

function isErasure(value: unknown): value is Erasure {
  return (
    typeof value === 'object' &&
    value !== null &&
    'authorityId' in value &&
    typeof value.authorityId === 'number' &&
    'idHashes' in value &&
    Array.isArray(value.idHashes)
  );
}
