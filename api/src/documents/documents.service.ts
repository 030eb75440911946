import { Injectable } from '@nestjs/common';
import { canChangeDocuments, DOCUMENT_VERSIONS_MAX, DOCUMENTS_MAX, mediaTypeOf } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { Problem } from '../common/problem.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import type { Document, DocumentList, DocumentScan } from './document.dto.js';
import type { DocumentEntity } from './document.entity.js';
import { DocumentListQuery } from './document-list.query.js';
import {
  documentNotFound,
  documentNotReleased,
  documentRemoved,
  documentsClosed,
  documentsFull,
  storeProblem,
} from './document.problems.js';
import { DocumentScansService } from './document-scans.service.js';
import { DocumentStore, type StoredContent } from './document-store.js';
import { DocumentUpload, type Upload, type UploadedFile } from './document-upload.js';
import { DocumentsRepository } from './documents.repository.js';

export interface OpenedDocument {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: StoredContent;
}

/** The documents of a case: kept with every version, opened only when clean, seen by whoever sees the referral. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DocumentsRepository,
    private readonly query: DocumentListQuery,
    private readonly referrals: ReferralsRepository,
    private readonly store: DocumentStore,
    private readonly uploads: DocumentUpload,
    private readonly scans: DocumentScansService,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, referralId: string): Promise<DocumentList> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'document.listed', 'referral', referralId);
      return {
        items: await this.query.findCurrent(tx, actor, referralId),
        removed: await this.query.findRemoved(tx, actor, referralId),
        canChange: canChangeDocuments(referral.status),
      };
    });
  }

  /** Where a scan stands, for a page that waits for it: no word about what the file is. */
  readScan(actor: Actor, documentVersionId: string): Promise<DocumentScan> {
    return this.transactions.read(actor, async (tx) => {
      const found = await this.repository.findVersion(tx, actor, documentVersionId);
      if (!found) throw documentNotFound();
      return { documentVersionId, scanStatus: found.version.scanStatus };
    });
  }

  /** Checked before the file is read, and again when it is kept: a lot can happen while 20 MB travel. */
  async add(actor: Actor, referralId: string, key: string, upload: Upload): Promise<Document> {
    await this.transactions.read(actor, async (tx) =>
      this.refuseClosed(await this.referrals.find(tx, actor, referralId)),
    );
    const file = await this.uploads.receive(actor.authorityId, upload);
    return this.keep(actor, file, key, { operation: 'addDocument', about: referralId }, async (tx, at) => {
      this.refuseClosed(await this.referrals.lock(tx, actor, referralId));
      await this.refuseFull(tx, actor, referralId);
      const { authorityId, userId } = actor;
      const documentId = await this.repository.insert(tx, {
        authorityId,
        referralId,
        createdBy: userId,
        createdAt: at,
      });
      await this.audit.record(tx, actor, 'document.uploaded', 'referral', referralId, { documentId, number: 1 });
      return { documentId, number: 1 };
    });
  }

  async replace(actor: Actor, documentId: string, version: number, key: string, upload: Upload): Promise<Document> {
    await this.transactions.run(actor, (tx) => this.lockOpen(tx, actor, documentId));
    const file = await this.uploads.receive(actor.authorityId, upload);
    return this.keep(actor, file, key, { operation: 'replaceDocument', about: documentId }, async (tx) => {
      const document = await this.lockVersion(tx, actor, documentId, version);
      const number = (await this.repository.lastNumber(tx, document)) + 1;
      if (number > DOCUMENT_VERSIONS_MAX) throw documentsFull(DOCUMENT_VERSIONS_MAX);
      await this.repository.save(tx, document);
      const detail = { documentId, number };
      await this.audit.record(tx, actor, 'document.replaced', 'referral', document.referralId, detail);
      return detail;
    });
  }

  remove(actor: Actor, documentId: string, version: number, reason: string): Promise<Document> {
    return this.transactions.run(actor, async (tx) => {
      const document = await this.lockVersion(tx, actor, documentId, version);
      document.removedBy = actor.userId;
      document.removedAt = this.clock.now();
      document.removalReason = reason;
      await this.repository.save(tx, document);
      await this.audit.record(tx, actor, 'document.removed', 'referral', document.referralId, { documentId });
      return this.load(tx, actor, documentId);
    });
  }

  /** Recorded before the first byte leaves. */
  async open(actor: Actor, documentVersionId: string): Promise<OpenedDocument> {
    const { version } = await this.transactions.run(actor, async (tx) => {
      const found = await this.repository.findVersion(tx, actor, documentVersionId);
      if (!found) throw documentNotFound();
      if (found.document.removedAt) throw documentRemoved();
      if (found.version.scanStatus !== 'clean') throw documentNotReleased();
      await this.audit.record(tx, actor, 'document.downloaded', 'referral', found.document.referralId, {
        documentId: found.document.id,
        number: found.version.number,
      });
      return found;
    });
    const content = await this.store.open(actor.authorityId, version.storageKey).catch((error: unknown) => {
      throw storeProblem(error); // in words for whoever waits for the file
    });
    if (!content) throw new Error(`the file of document version ${documentVersionId} is not in the store`);
    return { fileName: version.fileName, mediaType: mediaTypeOf(version.kind), content };
  }

  /** The file is on the disk; now its row, once however often the request is repeated. */
  private async keep(
    actor: Actor,
    file: UploadedFile,
    key: string,
    request: { readonly operation: string; readonly about: string },
    place: (tx: Tx, at: Date) => Promise<{ readonly documentId: string; readonly number: number }>,
  ): Promise<Document> {
    const at = this.clock.now();
    const body = { about: request.about, fileName: file.fileName, sha256: file.sha256.toString('hex') };
    let isKept = false;
    try {
      const document = await this.transactions.run(actor, (tx) =>
        this.idempotency.once(tx, actor, { operation: request.operation, key, body, at }, async () => {
          const { documentId, number } = await place(tx, at);
          const { authorityId, userId: uploadedBy } = actor;
          await this.repository.insertVersion(tx, {
            ...{ authorityId, documentId, number, uploadedBy, uploadedAt: at },
            ...{ fileName: file.fileName, kind: file.kind, sizeBytes: file.sizeBytes },
            ...{ sha256: file.sha256, storageKey: file.storageKey },
          });
          isKept = true;
          return this.load(tx, actor, documentId);
        }),
      );
      if (isKept) await this.scans.handOver(actor.authorityId, document.current.id);
      else await this.store.delete(actor.authorityId, file.storageKey); // a repeat: the first one's file is kept
      return document;
    } catch (error) {
      // Only a refusal is sure to have left no row. After a lost connection there may be one: the sweeper finds out.
      if (error instanceof Problem) await this.store.delete(actor.authorityId, file.storageKey);
      throw error; // to the person
    }
  }

  private async lockVersion(tx: Tx, actor: Actor, documentId: string, version: number): Promise<DocumentEntity> {
    const document = await this.lockOpen(tx, actor, documentId);
    if (document.version !== version) throw versionStale();
    return document;
  }

  private async lockOpen(tx: Tx, actor: Actor, documentId: string): Promise<DocumentEntity> {
    const document = await this.repository.lock(tx, actor, documentId);
    if (!document) throw documentNotFound();
    if (document.removedAt) throw documentRemoved();
    this.refuseClosed(await this.referrals.find(tx, actor, document.referralId));
    return document;
  }

  private refuseClosed(referral: ReferralEntity | null): void {
    if (!referral) throw referralNotFound();
    if (!canChangeDocuments(referral.status)) throw documentsClosed();
  }

  private async refuseFull(tx: Tx, actor: Actor, referralId: string): Promise<void> {
    const count = await this.repository.count(tx, actor.authorityId, referralId);
    if (count >= DOCUMENTS_MAX) throw documentsFull(DOCUMENTS_MAX);
  }

  private async load(tx: Tx, actor: Actor, documentId: string): Promise<Document> {
    const document = await this.query.findOne(tx, actor, documentId);
    if (!document) throw documentNotFound();
    return document;
  }
}
