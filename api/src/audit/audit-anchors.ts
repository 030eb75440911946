import { appendFile, readFile } from 'node:fs/promises';

import type { Anchor } from './audit-chain.js';

const line = /^(\S+) (\d+|installation) (\d{1,16}) ([0-9a-f]{64})$/;

/** The name of an authority's chain in the file of anchors. */
export const chainOfAuthority = (authorityId: number): string => String(authorityId);
export const chainOfInstallation = 'installation';

/** Adds a line. One write to a file opened for appending: two workers do not mix their lines. */
export async function writeAnchor(file: string, at: Date, { chain, seq, hash }: Anchor): Promise<void> {
  await appendFile(file, `${at.toISOString()} ${chain} ${seq} ${hash}\n`, { mode: 0o600 });
}

/** The anchors of one chain. A file that is not there has none; a line that is none is an error: somebody wrote into it. */
export async function readAnchors(file: string, chain: string): Promise<Anchor[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error; // not ours to explain
  });
  return text
    .split('\n')
    .filter((part) => part !== '')
    .flatMap((part, index) => {
      const [, , name, seq, hash] = line.exec(part) ?? [];
      if (name === undefined || seq === undefined || hash === undefined) {
        throw new Error(`Line ${index + 1} of the file of anchors is not one.`);
      }
      return name === chain ? [{ chain: name, seq: Number(seq), hash }] : [];
    });
}
