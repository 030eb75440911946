import type { Readable } from 'node:stream';

import { isTemporary } from './s3-errors.js';

export interface S3Limits {
  readonly connectMilliseconds: number;
  /** From the first byte of a request to the first of the answer… */
  readonly answerMilliseconds: number;
  /** …where a file travels with it. */
  readonly uploadMilliseconds: number;
  /** Between two pieces of an answer. */
  readonly silenceMilliseconds: number;
  readonly tries: number;
  /** Before the second try; twice as long before the third. */
  readonly pauseMilliseconds: number;
}

export const usualLimits: S3Limits = {
  connectMilliseconds: 5_000,
  answerMilliseconds: 10_000,
  uploadMilliseconds: 60_000,
  silenceMilliseconds: 20_000,
  tries: 3,
  pauseMilliseconds: 250,
};

/** Fails with a time-out rather than wait for ever for a store that has gone silent. */
export class StoreSilent extends Error {
  override readonly name = 'TimeoutError';
}

type Fetch = (start: number, end: number, signal: AbortSignal) => Promise<Readable>;

/**
 * The bytes from `start` to before `end`. When the connection breaks off it is fetched on from where it was, so that
 * whoever reads notices nothing; nothing is fetched twice, and nothing goes on once the reader has stopped.
 */
export async function* resumed(fetch: Fetch, start: number, end: number, limits: S3Limits): AsyncGenerator<Buffer> {
  let at = start;
  let failures = 0;
  while (at < end) {
    const control = new AbortController();
    try {
      const source = await fetch(at, end, control.signal);
      const pieces = source[Symbol.asyncIterator]();
      for (;;) {
        const next = await withinTime(pieces.next(), limits.silenceMilliseconds);
        if (next.done) break;
        if (!Buffer.isBuffer(next.value)) throw new TypeError('a file comes as bytes');
        at += next.value.length;
        yield next.value;
      }
      if (at < end) throw new StoreSilent('the store ended before the file did');
    } catch (error) {
      failures += 1;
      if (failures >= limits.tries || !isTemporary(error)) throw error; // to whoever reads
    } finally {
      control.abort();
    }
  }
}

/** Counts only while we wait for the store, not while somebody reads slowly. */
async function withinTime<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreSilent('the store has gone silent')), milliseconds);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
