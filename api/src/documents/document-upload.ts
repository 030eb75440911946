import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

import { DOCUMENT_MAX_BYTES, type DocumentKind, cleanFileName, documentKindOfName } from '@panel/case-rules';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';

import { checkContent } from './content/check-content.js';
import {
  documentFormUnknown,
  documentLengthMissing,
  documentNotAccepted,
  documentTooLarge,
  documentUploadBroken,
  storeProblem,
} from './document.problems.js';
import { DocumentStore, FileTooLarge, type StoredFile, StoreUnavailable } from './document-store.js';

export interface UploadedFile extends StoredFile {
  readonly storageKey: string;
  readonly fileName: string;
  readonly kind: DocumentKind;
}

/** A file in a form, or one that is made here. */
export type Upload =
  { readonly request: Request; readonly response: Response } | { readonly name: string; readonly bytes: Readable };

interface NamedFile {
  readonly name: string;
  readonly stored: StoredFile;
}

/** What stands around the file in the form: boundaries and the headers of its part. */
const formBytes = 4_096;

/**
 * Takes one file out of a request straight into the store, without ever holding it whole, and looks at what it is. What it
 * returns is on the disk and in nobody's row yet: whoever gets it writes the row, and what has none is swept away later.
 */
@Injectable()
export class DocumentUpload {
  constructor(private readonly store: DocumentStore) {}

  async receive(authorityId: number, upload: Upload): Promise<UploadedFile> {
    if ('request' in upload) refuseBeforeReading(upload.request);
    const storageKey = randomBytes(32).toString('hex');
    try {
      const { name, stored } = await this.write(authorityId, storageKey, upload);
      const kind = documentKindOfName(name);
      if (kind === null) throw documentNotAccepted('document_type_unknown');
      if (stored.sizeBytes === 0) throw documentNotAccepted('document_empty');
      await this.check(authorityId, storageKey, kind);
      return { storageKey, fileName: name, kind, ...stored };
    } catch (error) {
      // Where that fails too, the sweeper takes what has no row.
      await this.store.delete(authorityId, storageKey).catch(() => undefined);
      throw storeProblem(error); // nothing was kept
    }
  }

  private async write(authorityId: number, storageKey: string, upload: Upload): Promise<NamedFile> {
    if ('request' in upload) return this.writeForm(authorityId, storageKey, upload.request, upload.response);
    const stored = await this.store.put(authorityId, storageKey, upload.bytes, DOCUMENT_MAX_BYTES);
    return { name: cleanFileName(upload.name), stored };
  }

  private async writeForm(
    authorityId: number,
    storageKey: string,
    request: Request,
    response: Response,
  ): Promise<NamedFile> {
    const { store } = this;
    let received: NamedFile | undefined;
    const storage: StorageEngine = {
      _handleFile(_request, file, done) {
        const name = cleanFileName(file.originalname);
        store.put(authorityId, storageKey, file.stream, DOCUMENT_MAX_BYTES).then(
          (stored) => {
            received = { name, stored };
            done(null, { size: stored.sizeBytes });
          },
          (error: unknown) => done(error),
        );
      },
      // Deleted by whoever asked for the upload, in one place.
      _removeFile: (_request, _file, done) => done(null),
    };
    const limits = { fileSize: DOCUMENT_MAX_BYTES, files: 1, parts: 1, fields: 0, headerPairs: 20, fieldNameSize: 20 };
    const read = multer({ storage, limits, defParamCharset: 'utf8' }).single('file');
    await new Promise<void>((resolve, reject) => {
      read(request, response, (error: unknown) => {
        if (error === undefined || error === null) resolve();
        else reject(toProblem(error, request));
      });
    });
    if (!received) throw documentFormUnknown();
    return received;
  }

  private async check(authorityId: number, storageKey: string, kind: DocumentKind): Promise<void> {
    const content = await this.store.open(authorityId, storageKey);
    if (!content) throw documentUploadBroken();
    try {
      const problem = await checkContent(content, kind);
      if (problem) throw documentNotAccepted(problem);
    } finally {
      await content.close();
    }
  }
}

function refuseBeforeReading(request: Request): void {
  if (!request.is('multipart/form-data')) throw documentFormUnknown();
  const length = Number(request.headers['content-length']);
  if (!Number.isSafeInteger(length)) throw documentLengthMissing();
  if (length > DOCUMENT_MAX_BYTES + formBytes) throw documentTooLarge();
}

function toProblem(error: unknown, request: Request): Error {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof FileTooLarge) return documentTooLarge();
  if (error instanceof multer.MulterError) {
    return error.code === 'LIMIT_FILE_SIZE' ? documentTooLarge() : documentFormUnknown();
  }
  // The form ended too early, or the person's connection did.
  const isBroken =
    request.destroyed || (error instanceof Error && /Unexpected end of form|Malformed|Boundary/i.test(error.message));
  if (isBroken) return documentUploadBroken();
  return error instanceof Error ? error : new Error('the form could not be read', { cause: error });
}
