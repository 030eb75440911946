import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  paginateListObjectsV2,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';

import type { DocumentBucket } from '../config/document-bucket.js';
import {
  DocumentStore,
  storedFileKey,
  type StoredContent,
  type StoredFile,
  StoreUnavailable,
} from './document-store.js';
import { pieces, receive } from './received-bytes.js';
import { isAbsent, isRefusedAsPresent, isTemporary } from './s3-errors.js';
import { type S3Limits, resumed, usualLimits } from './s3-reading.js';

const ignore = (): void => undefined;
/** The client would otherwise write to the console, past our own log. */
const silent = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * Objects `<authority>/<first two of the key>/<key>` of one bucket. What comes is first written to a file without a name,
 * so that its length and hash are known before the store hears of it: the store then checks the bytes against the hash, an
 * object is there whole or not at all, and sending it again needs nobody's help.
 */
export class S3DocumentStore extends DocumentStore {
  private readonly client: S3Client;

  constructor(
    private readonly settings: DocumentBucket,
    private readonly limits: S3Limits = usualLimits,
  ) {
    super();
    const { endpoint, region, keyId, secret, isPathStyle } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint !== null && { endpoint }),
      credentials: { accessKeyId: keyId, secretAccessKey: secret },
      forcePathStyle: isPathStyle,
      followRegionRedirects: false,
      // Ours is the SHA-256 of the whole; a second one as a trailer is what stores other than Amazon’s stumble over.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      maxAttempts: limits.tries,
      logger: silent,
      requestHandler: {
        connectionTimeout: limits.connectMilliseconds,
        requestTimeout: limits.answerMilliseconds,
        throwOnRequestTimeout: true,
      },
    });
  }

  async put(authorityId: number, key: string, bytes: Readable, maxBytes: number): Promise<StoredFile> {
    const place = this.place(authorityId, key);
    const name = path.join(tmpdir(), `inclusion-panel-${randomUUID()}`);
    const handle = await open(name, 'wx+', 0o600);
    try {
      await rm(name); // Gone with the process, however that ends.
      const stored = await receive(handle, bytes, maxBytes);
      await this.send(place, handle, stored);
      return stored;
    } finally {
      await handle.close();
    }
  }

  async open(authorityId: number, key: string): Promise<StoredContent | null> {
    const place = this.place(authorityId, key);
    const found = await this.head(place);
    if (!found) return null;
    const sizeBytes = found.ContentLength ?? 0;
    const fetch = (start: number, end: number, signal: AbortSignal): Promise<Readable> =>
      this.fetch(place, found.ETag, start, end, signal);
    const stream = (start = 0, end = sizeBytes): Readable =>
      Readable.from(resumed(fetch, start, Math.min(end, sizeBytes), this.limits), { objectMode: false });
    return {
      sizeBytes,
      stream,
      read: async (start, length) => Buffer.concat(await stream(start, start + length).toArray()),
      close: () => Promise.resolve(), // nothing is held between two readings
    };
  }

  async delete(authorityId: number, key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.place(authorityId, key)));
  }

  async findOlderThan(authorityId: number, before: Date): Promise<string[]> {
    const keys: string[] = [];
    const pages = paginateListObjectsV2(
      { client: this.client },
      { Bucket: this.settings.bucket, Prefix: `${authorityId}/` },
    );
    for await (const { Contents = [] } of pages) {
      for (const { Key, LastModified } of Contents) {
        const key = Key?.split('/').at(-1) ?? '';
        if (storedFileKey.test(key) && LastModified && LastModified < before) keys.push(key);
      }
    }
    return keys;
  }

  /** Again after a failure that may pass. The object carries the mark of this upload: an answer that was lost does not make it fail. */
  private async send(place: Place, handle: FileHandle, { sizeBytes, sha256 }: StoredFile): Promise<void> {
    const upload = randomUUID();
    const input = { ...place, ...this.encryption(), Metadata: { upload }, IfNoneMatch: '*', ContentLength: sizeBytes };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const Body = Readable.from(pieces(handle, 0, sizeBytes), { objectMode: false });
        const command = signingHash(new PutObjectCommand({ ...input, Body, ...checksum(sha256) }), sha256);
        await this.client.send(command, { requestTimeout: this.limits.uploadMilliseconds });
        return;
      } catch (error) {
        if (isRefusedAsPresent(error) && (await this.head(place))?.Metadata?.['upload'] === upload) return;
        if (attempt >= this.limits.tries || !isTemporary(error)) throw unavailable(error);
        await wait(this.limits.pauseMilliseconds * 2 ** (attempt - 1));
      }
    }
  }

  private async head(place: Place): Promise<HeadObjectCommandOutput | null> {
    try {
      return await this.client.send(new HeadObjectCommand(place));
    } catch (error) {
      if (isAbsent(error)) return null;
      throw unavailable(error);
    }
  }

  private async fetch(
    place: Place,
    etag: string | undefined,
    start: number,
    end: number,
    abortSignal: AbortSignal,
  ): Promise<Readable> {
    const { Body } = await this.client.send(
      new GetObjectCommand({ ...place, ...(etag && { IfMatch: etag }), Range: `bytes=${start}-${end - 1}` }),
      { abortSignal },
    );
    if (!(Body instanceof Readable)) throw new TypeError('a file comes as bytes');
    return Body;
  }

  private encryption(): Pick<PutObjectCommandInput, 'ServerSideEncryption' | 'SSEKMSKeyId'> {
    const { encryption, encryptionKey } = this.settings;
    if (encryption === 'none') return {};
    return { ServerSideEncryption: encryption, ...(encryptionKey !== null && { SSEKMSKeyId: encryptionKey }) };
  }

  private place(authorityId: number, key: string): Place {
    if (!storedFileKey.test(key) || !Number.isSafeInteger(authorityId)) throw new TypeError('no key of a stored file');
    return { Bucket: this.settings.bucket, Key: `${authorityId}/${key.slice(0, 2)}/${key}` };
  }
}

/** A store that has answered, but not as it should, is a mistake of ours or of its settings. */
const unavailable = (error: unknown): unknown =>
  isTemporary(error) ? new StoreUnavailable('the store of documents does not answer', { cause: error }) : error;

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

const checksum = (sha256: Buffer): Pick<PutObjectCommandInput, 'ChecksumSHA256'> => ({
  ChecksumSHA256: sha256.toString('base64'),
});

/** Of a stream the client signs “unsigned payload”; we know the hash, so it is signed with the rest. */
function signingHash(command: PutObjectCommand, sha256: Buffer): PutObjectCommand {
  command.middlewareStack.add(
    (next) => (args) => {
      if (hasHeaders(args.request)) args.request.headers['x-amz-content-sha256'] = sha256.toString('hex');
      return next(args);
    },
    { step: 'build', name: 'signingHash' },
  );
  return command;
}

function hasHeaders(request: unknown): request is { readonly headers: Record<string, string> } {
  return typeof request === 'object' && request !== null && 'headers' in request;
}
