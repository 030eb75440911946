import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import { FileTooLarge, type StoredFile } from './document-store.js';

const pieceBytes = 64 * 1024;

/** Writes what comes into an empty file and says what it was. Fails beyond `maxBytes`, and when the source does. */
export async function receive(handle: FileHandle, bytes: Readable, maxBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file comes as bytes');
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) throw new FileTooLarge();
    hash.update(chunk);
    await writeAll(handle, chunk);
  }
  return { sizeBytes, sha256: hash.digest() };
}

/** Not the handle's own stream: that closes the file for the others that read it. */
export async function* pieces(handle: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, end - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await handle.write(chunk, written);
    written += bytesWritten;
  }
}
