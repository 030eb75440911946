import { createInflateRaw } from 'node:zlib';

import type { StoredContent } from '../document-store.js';

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  readonly headerAt: number;
}

/** The file is no ZIP archive that we understand wholly; what is read two ways by two programs is refused too. */
export class ZipDamaged extends Error {}
export class ZipTooLarge extends Error {}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
const mostEntries = 2_000;

/** The table of contents, which stands at the end. */
export async function readZipEntries(content: StoredContent): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, content.sizeBytes - endLength - longestComment);
  const tail = await content.read(tailStart, content.sizeBytes - tailStart);
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  const isOneDisk = tail.readUInt32LE(end + 4) === 0 && tail.readUInt16LE(end + 8) === count;
  // A ZIP64 archive has 0xffffffff here: no document of 20 MB needs that form.
  if (!isOneDisk || start + length !== tailStart + end) throw new ZipDamaged();
  if (count > mostEntries) throw new ZipTooLarge();
  return parseDirectory(await content.read(start, length), count);
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endSignature && at + endLength + tail.readUInt16LE(at + 20) === tail.length)
      return at;
  }
  throw new ZipDamaged();
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== directorySignature) throw new ZipDamaged();
    const nameLength = directory.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new ZipDamaged();
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      sizeBytes: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  if (at !== directory.length) throw new ZipDamaged();
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  // Of two entries of one name each program opens the one it likes.
  if (names.size !== entries.length) throw new ZipDamaged();
  return entries;
}

/**
 * Unpacks an entry and gives its length, and its bytes as long as they are at most `keptBytes`. What the table of contents
 * says about sizes is checked and not believed: unpacking ends as soon as there is more than it said, or than `mostBytes`.
 */
export async function unpackEntry(
  content: StoredContent,
  entry: ZipEntry,
  { mostBytes, keptBytes }: { readonly mostBytes: number; readonly keptBytes: number },
): Promise<{ readonly sizeBytes: number; readonly bytes: Buffer | null }> {
  if (entry.sizeBytes > mostBytes) throw new ZipTooLarge();
  const header = await content.read(entry.headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw new ZipDamaged();
  if (header.readUInt16LE(8) !== entry.method || (entry.method !== 0 && entry.method !== 8)) throw new ZipDamaged();
  const nameLength = header.readUInt16LE(26);
  const name = (await content.read(entry.headerAt + 30, nameLength)).toString('utf8');
  const start = entry.headerAt + 30 + nameLength + header.readUInt16LE(28);
  const end = start + entry.compressedBytes;
  if (name !== entry.name || end > content.sizeBytes) throw new ZipDamaged();

  const packed = content.stream(start, end);
  const unpacked = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
  if (unpacked !== packed) packed.once('error', (error) => unpacked.destroy(error));
  const kept: Buffer[] | null = entry.sizeBytes <= keptBytes ? [] : null;
  let sizeBytes = 0;
  try {
    for await (const chunk of unpacked) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('unpacked bytes are bytes');
      sizeBytes += chunk.length;
      if (sizeBytes > entry.sizeBytes) throw new ZipDamaged();
      kept?.push(chunk);
    }
  } catch (error) {
    throw error instanceof TypeError ? error : new ZipDamaged(undefined, { cause: error });
  } finally {
    packed.destroy();
  }
  if (sizeBytes !== entry.sizeBytes) throw new ZipDamaged();
  return { sizeBytes, bytes: kept && Buffer.concat(kept) };
}
