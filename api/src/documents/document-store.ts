import type { Readable } from 'node:stream';

/** A kept file, opened for reading anywhere in it. */
export interface StoredContent {
  readonly sizeBytes: number;
  /** Up to `length` bytes from `start` on; fewer at the end. */
  read(start: number, length: number): Promise<Buffer>;
  /** All of it, or the part from `start` to before `end`. */
  stream(start?: number, end?: number): Readable;
  close(): Promise<void>;
}

export interface StoredFile {
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

/** What a key looks like: random, so that it says nothing about the file. */
export const storedFileKey = /^[0-9a-f]{64}$/;

/**
 * Where the bytes of documents are kept, by keys that say nothing about them. A key is written once and never again. The
 * local folder is one adapter, a bucket of an S3-compatible store another.
 */
export abstract class DocumentStore {
  /** Keeps what comes, durably: when this has resolved, a loss of power does not lose it. Rejects beyond `maxBytes`. */
  abstract put(authorityId: number, key: string, bytes: Readable, maxBytes: number): Promise<StoredFile>;

  abstract open(authorityId: number, key: string): Promise<StoredContent | null>;

  /** Deleting what is not there is no error. */
  abstract delete(authorityId: number, key: string): Promise<void>;

  /** Keys of an authority, whole or half written, that have not been touched since `before`. */
  abstract findOlderThan(authorityId: number, before: Date): Promise<string[]>;
}

export class FileTooLarge extends Error {}

/** The store does not answer. The same may succeed in a few minutes. */
export class StoreUnavailable extends Error {}
