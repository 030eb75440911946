import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { DocumentStore, type StoredContent } from './document-store.js';

export interface KeptFile {
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

export class DocumentFileChanged extends Error {}

/** The files of documents for other features, which say themselves who may have them. */
@Injectable()
export class DocumentFilesService {
  constructor(private readonly store: DocumentStore) {}

  /** Fails unless the file is there in its whole length. */
  async open(authorityId: number, { storageKey, sizeBytes }: KeptFile): Promise<StoredContent> {
    const content = await this.store.open(authorityId, storageKey);
    if (content?.sizeBytes === sizeBytes) return content;
    await content?.close();
    throw new DocumentFileChanged('a file of a document is not in the store, or not whole');
  }

  async check(authorityId: number, file: KeptFile): Promise<void> {
    const content = await this.open(authorityId, file);
    await content.close();
  }

  /** The bytes, piece by piece. Fails at the end when they are not those that were uploaded: nobody may take them for whole before. */
  async *read(authorityId: number, file: KeptFile): AsyncGenerator<Buffer> {
    const content = await this.open(authorityId, file);
    try {
      const hash = createHash('sha256');
      for await (const piece of content.stream()) {
        if (!Buffer.isBuffer(piece)) throw new TypeError('a file comes as bytes');
        hash.update(piece);
        yield piece;
      }
      if (!hash.digest().equals(file.sha256)) throw new DocumentFileChanged('a file of a document was changed');
    } finally {
      await content.close();
    }
  }
}
