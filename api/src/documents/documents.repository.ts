import { Injectable } from '@nestjs/common';
import type { ScanStatus } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import type { Scope, Tx } from '../database/transactions.js';
import { visibleTo } from '../referrals/referral-visibility.js';
import { DocumentEntity } from './document.entity.js';
import { DocumentVersionEntity } from './document-version.entity.js';

type NewDocument = Pick<DocumentEntity, 'authorityId' | 'referralId' | 'createdBy' | 'createdAt'>;
type NewVersion = Omit<DocumentVersionEntity, 'id' | 'scanStatus' | 'scanFinding' | 'scannedAt' | 'enqueuedAt'>;

export interface ScanOutcome {
  readonly scanStatus: Exclude<ScanStatus, 'quarantined'>;
  readonly finding: string | null;
  readonly at: Date;
}

/** A document is seen by whoever sees its referral: nobody else decides about its scope. */
@Injectable()
export class DocumentsRepository {
  /** Holds the row until the transaction ends. */
  async lock(tx: Tx, actor: Actor, documentId: string): Promise<DocumentEntity | null> {
    const values: unknown[] = [documentId];
    const visible = visibleTo(actor, values);
    const seen = await tx.rows(
      `select 1 from documents d join referrals r on r.authority_id = d.authority_id and r.id = d.referral_id
        where d.id = $1 and ${visible} for update of d`,
      values,
    );
    if (seen.length === 0) return null;
    return tx.manager.findOneBy(DocumentEntity, { authorityId: actor.authorityId, id: documentId });
  }

  async findVersion(
    tx: Tx,
    actor: Actor,
    documentVersionId: string,
  ): Promise<{ readonly document: DocumentEntity; readonly version: DocumentVersionEntity } | null> {
    const values: unknown[] = [documentVersionId];
    const visible = visibleTo(actor, values);
    const [seen] = await tx.rows<{ documentId: string }>(
      `select v.document_id as "documentId" from document_versions v
         join documents d on d.authority_id = v.authority_id and d.id = v.document_id
         join referrals r on r.authority_id = d.authority_id and r.id = d.referral_id
        where v.id = $1 and ${visible}`,
      values,
    );
    if (!seen) return null;
    const { authorityId } = actor;
    const document = await tx.manager.findOneBy(DocumentEntity, { authorityId, id: seen.documentId });
    const version = await tx.manager.findOneBy(DocumentVersionEntity, { authorityId, id: documentVersionId });
    return document && version && { document, version };
  }

  async count(tx: Tx, authorityId: number, referralId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      'select count(*)::int as count from documents where authority_id = $1 and referral_id = $2 and removed_at is null',
      [authorityId, referralId],
    );
    return row?.count ?? 0;
  }

  async insert(tx: Tx, document: NewDocument): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      'insert into documents (authority_id, referral_id, created_by, created_at) values ($1, $2, $3, $4) returning id',
      [document.authorityId, document.referralId, document.createdBy, document.createdAt],
    );
    if (!row) throw new Error('the insert of a document gave no id');
    return row.id;
  }

  async insertVersion(tx: Tx, version: NewVersion): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into document_versions (authority_id, document_id, number, file_name, kind, size_bytes, sha256, storage_key,
         uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        version.authorityId,
        version.documentId,
        version.number,
        version.fileName,
        version.kind,
        version.sizeBytes,
        version.sha256,
        version.storageKey,
        version.uploadedBy,
        version.uploadedAt,
      ],
    );
    if (!row) throw new Error('the insert of a version gave no id');
    return row.id;
  }

  async lastNumber(tx: Tx, document: DocumentEntity): Promise<number> {
    const [row] = await tx.rows<{ last: number | null }>(
      'select max(number) as last from document_versions where authority_id = $1 and document_id = $2',
      [document.authorityId, document.id],
    );
    return row?.last ?? 0;
  }

  /** Saves a locked document as its next version. */
  async save(tx: Tx, document: DocumentEntity): Promise<void> {
    document.version += 1;
    await tx.manager.save(DocumentEntity, document);
  }

  // For the scan and the sweeper, which have no person and see one authority.

  async findForScan(
    tx: Tx,
    scope: Scope,
    documentVersionId: string,
  ): Promise<(DocumentVersionEntity & { readonly referralId: string }) | null> {
    const version = await tx.manager.findOneBy(DocumentVersionEntity, {
      authorityId: scope.authorityId ?? 0,
      id: documentVersionId,
    });
    const [document] = version
      ? await tx.rows<{ referralId: string }>(
          'select referral_id as "referralId" from documents where authority_id = $1 and id = $2',
          [version.authorityId, version.documentId],
        )
      : [];
    return version && document ? Object.assign(version, document) : null;
  }

  /** True for the one who ends the quarantine; false when somebody else has. */
  async endQuarantine(tx: Tx, scope: Scope, documentVersionId: string, outcome: ScanOutcome): Promise<boolean> {
    const ended = await tx.rows(
      `update document_versions set scan_status = $3, scan_finding = $4, scanned_at = $5
        where authority_id = $1 and id = $2 and scan_status = 'quarantined' returning id`,
      [scope.authorityId, documentVersionId, outcome.scanStatus, outcome.finding, outcome.at],
    );
    return ended.length === 1;
  }

  async markEnqueued(tx: Tx, scope: Scope, documentVersionId: string, at: Date): Promise<void> {
    await tx.rows('update document_versions set enqueued_at = $3 where authority_id = $1 and id = $2', [
      scope.authorityId,
      documentVersionId,
      at,
    ]);
  }

  async findWaiting(tx: Tx, scope: Scope, silentSince: Date): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `select id from document_versions
        where authority_id = $1 and scan_status = 'quarantined' and coalesce(enqueued_at, uploaded_at) < $2
        order by uploaded_at limit 500`,
      [scope.authorityId, silentSince],
    );
    return rows.map(({ id }) => id);
  }

  /** Of these keys, those that a row still holds. */
  async findKept(tx: Tx, scope: Scope, keys: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ key: string }>(
      'select storage_key as key from document_versions where authority_id = $1 and storage_key = any($2::text[])',
      [scope.authorityId, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
