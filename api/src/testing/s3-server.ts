import { createRequire } from 'node:module';
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { DocumentBucket } from '../config/document-bucket.js';

/** What goes wrong with one request: the store is busy; the line breaks before, in the middle, or after; it never answers. */
export type Fault = 'busy' | 'cut_before' | 'cut_in_answer' | 'answer_lost' | 'silent';

export interface S3Server {
  readonly bucket: DocumentBucket;
  /** Taken one a request, in this order; `null` lets one pass. */
  readonly faults: (Fault | null)[];
  readonly requests: { readonly method: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

interface Context {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  app: object;
  readonly req: IncomingMessage;
  readonly res: NodeJS.WritableStream & { write(chunk: unknown, ...rest: unknown[]): boolean };
  readonly store: { existsObject(bucket: string, key: string): Promise<boolean> };
  status: number;
  body: unknown;
}

type Middleware = (context: Context, next: () => Promise<void>) => Promise<void>;

interface S3rver {
  readonly middleware: Middleware[];
  run(): Promise<{ port: number }>;
  readonly httpServer: Server;
  readonly logger: { silent: boolean };
}

const name = 'panel-documents';

/**
 * An S3 server on loopback that checks signatures. What it does not know, refusing to replace, is added in front of it; and
 * of the listing of a bucket it signs another path than Amazon does (without the last slash), so there it takes our word.
 */
export async function startS3Server(): Promise<S3Server> {
  const load = createRequire(import.meta.url);
  const Server = load('@20minutes/s3rver') as new (options: object) => S3rver;
  const directory = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-s3-'));
  const server = new Server({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name }],
  });
  const faults: (Fault | null)[] = [];
  const requests: S3Server['requests'] = [];
  server.middleware.unshift(async (context, next) => {
    requests.push({ method: context.method, headers: context.headers });
    const fault = faults.shift() ?? null;
    if (fault === 'busy') {
      context.status = 503;
      context.body = '<Error><Code>SlowDown</Code></Error>';
      return;
    }
    if (fault === 'cut_before') return void context.req.socket.destroy();
    if (fault === 'silent') return new Promise((resolve) => void context.req.socket.once('close', resolve));
    if (context.headers['if-none-match'] === '*' && (await isThere(context))) {
      context.req.resume();
      context.status = 412;
      context.body = '<Error><Code>PreconditionFailed</Code></Error>';
      return;
    }
    if (context.path === `/${name}/`)
      context.app = Object.create(context.app, { allowMismatchedSignatures: { value: true } });
    if (fault === 'cut_in_answer') cutAfterFirstPiece(context);
    await next();
    if (fault === 'answer_lost') context.req.socket.destroy();
  });
  const { port } = await server.run();
  return {
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-2',
      bucket: name,
      keyId: 'S3RVER',
      secret: 'S3RVER',
      isPathStyle: true,
      encryption: 'AES256',
      encryptionKey: null,
    },
    faults,
    requests,
    async close() {
      server.logger.silent = true; // It would say that it can no longer say anything.
      server.httpServer.closeAllConnections();
      await new Promise((resolve) => server.httpServer.close(resolve));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function isThere({ store, path: address }: Context): Promise<boolean> {
  const [, bucket = '', ...key] = address.split('/');
  return store.existsObject(bucket, key.join('/'));
}

function cutAfterFirstPiece({ res, req }: Context): void {
  const write = res.write.bind(res);
  res.write = (chunk, ...rest) => {
    const isWritten = write(chunk, ...rest);
    setTimeout(() => req.socket.destroy(), 20);
    res.write = () => false;
    return isWritten;
  };
}
