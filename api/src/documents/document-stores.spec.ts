import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { jest } from '@jest/globals';

import { type S3Server, startS3Server } from '../testing/s3-server.js';
import { type DocumentStore, FileTooLarge, StoreUnavailable } from './document-store.js';
import { LocalDocumentStore } from './local-document-store.js';
import { S3DocumentStore } from './s3-document-store.js';

jest.setTimeout(30_000);

const megabyte = 1024 * 1024;
const folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-stores-'));
let server: S3Server;

beforeAll(async () => {
  server = await startS3Server();
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const aKey = (): string => randomBytes(32).toString('hex');
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
/** Jest compares buffers byte by byte, which takes seconds. */
const fingerprint = (bytes: Buffer | null): string | null => bytes && sha256(bytes).toString('hex');
const soon = (): Date => new Date(Date.now() + 60_000);

/** In pieces, as a form arrives. */
function arriving(bytes: Buffer, pieceBytes = 60_000): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  return Readable.from(pieces, { objectMode: false });
}

function breakingOff(after: Buffer): Readable {
  return Readable.from(
    (function* () {
      yield after;
      throw new Error('the connection broke off');
    })(),
    { objectMode: false },
  );
}

async function contentOf(store: DocumentStore, authorityId: number, key: string): Promise<Buffer | null> {
  const content = await store.open(authorityId, key);
  if (!content) return null;
  try {
    const bytes = Buffer.concat(await content.stream().toArray());
    expect(content.sizeBytes).toBe(bytes.length);
    return bytes;
  } finally {
    await content.close();
  }
}

describe.each<[name: string, open: () => DocumentStore]>([
  ['a folder', () => new LocalDocumentStore(folder)],
  ['a bucket of an S3-compatible store', () => new S3DocumentStore(server.bucket)],
])('documents in %s', (_, open) => {
  let store: DocumentStore;
  beforeAll(() => {
    store = open();
  });

  it('come back as they went, with their length and hash', async () => {
    const bytes = randomBytes(200_000);
    const key = aKey();
    expect(await store.put(1, key, arriving(bytes), megabyte)).toEqual({ sizeBytes: 200_000, sha256: sha256(bytes) });
    expect(fingerprint(await contentOf(store, 1, key))).toBe(fingerprint(bytes));
  });

  it('may have 20 MB', async () => {
    const bytes = randomBytes(20 * megabyte);
    const key = aKey();
    await store.put(1, key, arriving(bytes), 20 * megabyte);
    expect(fingerprint(await contentOf(store, 1, key))).toBe(fingerprint(bytes));
  });

  it('may have nothing in them', async () => {
    const key = aKey();
    expect(await store.put(1, key, arriving(Buffer.alloc(0)), 10)).toMatchObject({ sizeBytes: 0 });
    expect(await contentOf(store, 1, key)).toEqual(Buffer.alloc(0));
  });

  it('are read in part, to their end and not beyond', async () => {
    const bytes = randomBytes(1_000);
    const key = aKey();
    await store.put(1, key, arriving(bytes), megabyte);
    const content = await store.open(1, key);
    expect(await content?.read(10, 20)).toEqual(bytes.subarray(10, 30));
    expect(await content?.read(990, 100)).toEqual(bytes.subarray(990));
    expect(await content?.read(1_000, 5)).toEqual(Buffer.alloc(0));
    expect(Buffer.concat((await content?.stream(500, 600).toArray()) ?? [])).toEqual(bytes.subarray(500, 600));
    await content?.close();
  });

  it('are not there before they were put, nor for another authority', async () => {
    const key = aKey();
    expect(await store.open(1, key)).toBeNull();
    await store.put(1, key, arriving(Buffer.from('x')), 10);
    expect(await store.open(2, key)).toBeNull();
    expect(await store.findOlderThan(2, soon())).not.toContain(key);
  });

  it('are gone once deleted, and deleting them again is no error', async () => {
    const key = aKey();
    await store.put(1, key, arriving(Buffer.from('x')), 10);
    await store.delete(1, key);
    await store.delete(1, key);
    expect(await store.open(1, key)).toBeNull();
  });

  it('are refused beyond the limit, and nothing of them is kept', async () => {
    const key = aKey();
    await expect(store.put(1, key, arriving(randomBytes(101)), 100)).rejects.toThrow(FileTooLarge);
    expect(await store.open(1, key)).toBeNull();
    expect(await store.findOlderThan(1, soon())).not.toContain(key);
  });

  it('leave nothing behind when the connection breaks off, and can be sent again', async () => {
    const key = aKey();
    await expect(store.put(1, key, breakingOff(randomBytes(100_000)), megabyte)).rejects.toThrow('broke off');
    expect(await store.open(1, key)).toBeNull();
    expect(await store.findOlderThan(1, soon())).not.toContain(key);
    await store.put(1, key, arriving(Buffer.from('whole')), 10);
    expect(await contentOf(store, 1, key)).toEqual(Buffer.from('whole'));
  });

  it('are never overwritten', async () => {
    const key = aKey();
    await store.put(1, key, arriving(Buffer.from('first')), 10);
    await expect(store.put(1, key, arriving(Buffer.from('second')), 10)).rejects.toThrow();
    expect(await contentOf(store, 1, key)).toEqual(Buffer.from('first'));
  });

  it('arrive many at a time without touching each other', async () => {
    const files = Array.from({ length: 12 }, () => ({ key: aKey(), bytes: randomBytes(150_000) }));
    await Promise.all(files.map(({ key, bytes }) => store.put(3, key, arriving(bytes), megabyte)));
    for (const { key, bytes } of files) expect(fingerprint(await contentOf(store, 3, key))).toBe(fingerprint(bytes));
    expect((await store.findOlderThan(3, soon())).toSorted()).toEqual(files.map(({ key }) => key).toSorted());
    expect(await store.findOlderThan(3, new Date(Date.now() - 60_000))).toEqual([]);
  });

  it.each(['../secret', 'A'.repeat(64), 'a'.repeat(63), ''])('have no key such as %j', async (key) => {
    await expect(store.put(1, key, arriving(Buffer.from('x')), 10)).rejects.toThrow(TypeError);
    await expect(store.open(1, key)).rejects.toThrow(TypeError);
    await expect(store.delete(1, key)).rejects.toThrow(TypeError);
  });
});

describe('an S3-compatible store', () => {
  const limits = {
    connectMilliseconds: 2_000,
    answerMilliseconds: 1_500,
    uploadMilliseconds: 1_500,
    silenceMilliseconds: 1_500,
    tries: 3,
    pauseMilliseconds: 5,
  };
  const store = (): S3DocumentStore => new S3DocumentStore(server.bucket, limits);

  afterEach(() => {
    expect(server.faults).toEqual([]);
  });

  it('is told the hash to check and sign, to encrypt, and to replace nothing', async () => {
    const bytes = randomBytes(70_000);
    await store().put(1, aKey(), arriving(bytes), megabyte);
    expect(server.requests.at(-1)?.headers).toMatchObject({
      'content-length': '70000',
      'x-amz-checksum-sha256': sha256(bytes).toString('base64'),
      'x-amz-content-sha256': sha256(bytes).toString('hex'),
      'x-amz-server-side-encryption': 'AES256',
      'if-none-match': '*',
    });
    const own = { ...server.bucket, encryption: 'aws:kms', encryptionKey: 'key-1' } as const;
    await new S3DocumentStore(own).put(1, aKey(), arriving(bytes), megabyte);
    expect(server.requests.at(-1)?.headers).toMatchObject({
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'key-1',
    });
    await new S3DocumentStore({ ...server.bucket, encryption: 'none' }).put(1, aKey(), arriving(bytes), megabyte);
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('x-amz-server-side-encryption');
  });

  it('refuses who has another secret, and is not asked again', async () => {
    const before = server.requests.length;
    const stranger = new S3DocumentStore({ ...server.bucket, secret: 'another' }, limits);
    await expect(stranger.put(1, aKey(), arriving(Buffer.from('x')), 10)).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    expect(server.requests.length - before).toBe(1);
  });

  it.each(['busy', 'cut_before', 'silent', 'answer_lost'] as const)(
    'is sent a file again after a request that was %s, and has it once and whole',
    async (fault) => {
      const bytes = randomBytes(300_000);
      const key = aKey();
      server.faults.push(fault);
      expect(await store().put(1, key, arriving(bytes), megabyte)).toEqual({
        sizeBytes: 300_000,
        sha256: sha256(bytes),
      });
      expect(fingerprint(await contentOf(store(), 1, key))).toBe(fingerprint(bytes));
    },
  );

  it('that stays away is given up after three tries, within the time', async () => {
    const key = aKey();
    server.faults.push('silent', 'silent', 'silent');
    const started = Date.now();
    await expect(store().put(1, key, arriving(randomBytes(1_000)), megabyte)).rejects.toThrow(StoreUnavailable);
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(await store().open(1, key)).toBeNull();
  });

  it('whose answer breaks off is read on from there', async () => {
    const bytes = randomBytes(2 * megabyte);
    const key = aKey();
    await store().put(1, key, arriving(bytes), 3 * megabyte);
    server.faults.push(null, 'cut_in_answer', 'cut_in_answer');
    expect(fingerprint(await contentOf(store(), 1, key))).toBe(fingerprint(bytes));
    server.faults.push(null, 'cut_in_answer', 'cut_in_answer', 'cut_in_answer');
    await expect(contentOf(store(), 1, key)).rejects.toThrow();
  });

  it('is left alone once the reader has stopped', async () => {
    const key = aKey();
    await store().put(1, key, arriving(randomBytes(4 * megabyte)), 5 * megabyte);
    const content = await store().open(1, key);
    const before = server.requests.length;
    const stream = content?.stream();
    await new Promise((resolve) => stream?.once('data', resolve));
    stream?.destroy();
    await new Promise((resolve) => stream?.once('close', resolve));
    expect(server.requests.length - before).toBe(1);
  });
});
