import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';

import { DocumentStore, storedFileKey, type StoredContent, type StoredFile } from './document-store.js';
import { pieces, receive } from './received-bytes.js';

const half = '.part';

/**
 * Files in a folder that nothing serves, `<authority>/<first two of the key>/<key>`, for this user's eyes only. A file has
 * its name only once it is whole and on the disk.
 */
export class LocalDocumentStore extends DocumentStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(authorityId: number, key: string, bytes: Readable, maxBytes: number): Promise<StoredFile> {
    const file = this.place(authorityId, key);
    const folder = path.dirname(file);
    const isNew = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
    try {
      const stored = await this.write(file + half, bytes, maxBytes);
      // Not renamed: that would replace what already has the name.
      await link(file + half, file);
      await rm(file + half);
      await syncFolder(folder);
      if (isNew) await syncFolder(path.dirname(folder));
      return stored;
    } catch (error) {
      await rm(file + half, { force: true });
      throw error; // nothing of it is left
    }
  }

  async open(authorityId: number, key: string): Promise<StoredContent | null> {
    const handle = await open(this.place(authorityId, key), 'r').catch(ifAbsent);
    if (!handle) return null;
    const { size } = await handle.stat();
    return {
      sizeBytes: size,
      read: async (start, length) => {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
        if (buffer.length === 0) return buffer;
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
        return buffer.subarray(0, bytesRead);
      },
      stream: (start = 0, end = size) => Readable.from(pieces(handle, start, end), { objectMode: false }),
      close: () => handle.close(),
    };
  }

  async delete(authorityId: number, key: string): Promise<void> {
    const file = this.place(authorityId, key);
    await rm(file, { force: true });
    await rm(file + half, { force: true });
  }

  async findOlderThan(authorityId: number, before: Date): Promise<string[]> {
    const folder = path.join(this.folder, String(authorityId));
    const entries = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifAbsent)) ?? [];
    const keys: string[] = [];
    for (const entry of entries) {
      const key = entry.name.endsWith(half) ? entry.name.slice(0, -half.length) : entry.name;
      if (!entry.isFile() || !storedFileKey.test(key)) continue;
      const found = await stat(path.join(entry.parentPath, entry.name)).catch(ifAbsent);
      if (found && found.mtime < before) keys.push(key);
    }
    return [...new Set(keys)];
  }

  private async write(name: string, bytes: Readable, maxBytes: number): Promise<StoredFile> {
    const handle = await open(name, 'wx', 0o600);
    try {
      const stored = await receive(handle, bytes, maxBytes);
      await handle.sync();
      return stored;
    } finally {
      await handle.close();
    }
  }

  private place(authorityId: number, key: string): string {
    if (!storedFileKey.test(key) || !Number.isSafeInteger(authorityId)) throw new TypeError('no key of a stored file');
    return path.join(this.folder, String(authorityId), key.slice(0, 2), key);
  }
}

/** A new name is in its folder for good only when the folder itself is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ifAbsent(error: unknown): null {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
