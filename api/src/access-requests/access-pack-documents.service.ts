import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { mediaTypeOf } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { DocumentFileChanged, DocumentFilesService } from '../documents/document-files.service.js';
import type { OpenedDocument } from '../documents/documents.service.js';
import {
  accessPackNotFound,
  accessRequestNotFound,
  documentsUndecided,
  packDestroyed,
  packDocumentChanged,
  packDocumentClosed,
  packDocumentNotFound,
  packDocumentsTooLarge,
  packNotInReview,
} from './access-request.problems.js';
import { AccessPacksRepository } from './access-packs.repository.js';
import { AccessRequestsRepository } from './access-requests.repository.js';
import { type PackArchive, packArchive, wholeArchive } from './pack-archive.js';
import type { PackContent } from './pack-content.js';
import { type PackDocumentRow, packDocuments, packDocumentsMaxBytes } from './pack-documents.js';

export interface PackDownload {
  readonly sizeBytes: number;
  readonly stream: Readable;
}

/** The files of documents in a pack: read by the reviewer, hashed at the release, put into the archive at each download. */
@Injectable()
export class AccessPackDocumentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: AccessRequestsRepository,
    private readonly packs: AccessPacksRepository,
    private readonly files: DocumentFilesService,
    private readonly audit: AuditService,
  ) {}

  /** For the reviewer, who decides about what they have read. Recorded before the first byte leaves. */
  async open(actor: Actor, requestId: string, packDocumentId: string): Promise<OpenedDocument> {
    const document = await this.transactions.run(actor, async (tx) => {
      const request = await this.requests.find(tx, actor.authorityId, requestId);
      if (!request) throw accessRequestNotFound();
      const pack = await this.packs.findNewest(tx, actor.authorityId, requestId);
      if (!pack) throw accessPackNotFound();
      const documents = await this.packs.findDocuments(tx, actor.authorityId, pack.id);
      const found = documents.find(({ id }) => id === packDocumentId);
      if (!found) throw packDocumentNotFound();
      if (pack.status !== 'in_review') throw packNotInReview();
      if (found.unavailable || !found.isStillOpen) throw packDocumentClosed();
      const detail = { documentVersionId: found.documentVersionId };
      const { childId } = request;
      await this.audit.record(tx, actor, 'access_request.document_opened', 'access_request', requestId, detail, {
        childId,
      });
      return found;
    });
    const content = await this.files.open(actor.authorityId, document);
    return { fileName: document.fileName, mediaType: mediaTypeOf(document.kind), content };
  }

  /** Reads every file that is included once, so that the hash of the archive is the hash of what will be downloaded. */
  async archive(
    tx: Tx,
    actor: Actor,
    packId: string,
    redacted: PackContent,
    released: { readonly at: Date; readonly redacted: Readonly<Record<string, number>> },
  ): Promise<PackArchive> {
    const rows = await this.packs.findDocuments(tx, actor.authorityId, packId);
    const undecided = rows.filter(({ decision, unavailable }) => decision === null && unavailable === null).length;
    if (undecided > 0) throw documentsUndecided(undecided);
    const included = rows.filter(({ decision }) => decision === 'include');
    if (included.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > packDocumentsMaxBytes) {
      throw packDocumentsTooLarge();
    }
    const closed = included.find(({ isStillOpen }) => !isStillOpen);
    if (closed) throw packDocumentChanged(closed.name);
    const byName = new Map(included.map((row) => [row.name, row]));
    return packArchive(redacted, packDocuments(rows, redacted), released, (name) =>
      this.checked(actor.authorityId, name, byName.get(name)),
    );
  }

  /** The archive as it was released. Its bytes of documents come from the store, each file checked by its hash. */
  async whole(tx: Tx, actor: Actor, packId: string, frame: Buffer): Promise<PackDownload> {
    const rows = await this.packs.findDocuments(tx, actor.authorityId, packId);
    const placed = rows.flatMap((row) => (row.startsAt === null ? [] : [{ row, startsAt: row.startsAt }]));
    // Files of a case that was destroyed since: what was released can no longer be given as it was.
    if (placed.length < (await this.packs.countPlaced(tx, actor.authorityId, packId))) throw packDestroyed();
    for (const { row } of placed) await this.files.check(actor.authorityId, row);
    const documents = placed.map(({ row, startsAt }) => ({
      startsAt,
      bytes: this.files.read(actor.authorityId, row),
    }));
    return {
      sizeBytes: placed.reduce((sum, { row }) => sum + row.sizeBytes, frame.length),
      stream: Readable.from(wholeArchive(frame, documents), { objectMode: false }),
    };
  }

  private async *checked(authorityId: number, name: string, row: PackDocumentRow | undefined): AsyncGenerator<Buffer> {
    if (!row) throw new Error('the archive asks for a file that is not included');
    try {
      yield* this.files.read(authorityId, row);
    } catch (error) {
      // The officer can do something about it.
      throw error instanceof DocumentFileChanged ? packDocumentChanged(name) : error;
    }
  }
}
