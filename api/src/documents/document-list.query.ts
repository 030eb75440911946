import { Injectable } from '@nestjs/common';
import { type DocumentKind, mediaTypeOf, type ScanStatus } from '@panel/case-rules';

import type { Scope, Tx } from '../database/transactions.js';
import type { Document, DocumentVersion, RemovedDocument } from './document.dto.js';

interface VersionRow {
  readonly documentId: string;
  readonly referralId: string;
  readonly documentVersion: number;
  readonly id: string;
  readonly number: number;
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly scanStatus: ScanStatus;
  readonly uploadedAt: Date;
  readonly uploadedByName: string;
}

/** The documents of one referral as the page shows them. The caller has checked that the person sees the referral. */
@Injectable()
export class DocumentListQuery {
  async findCurrent(tx: Tx, scope: Scope, referralId: string): Promise<Document[]> {
    return toDocuments(await this.findVersions(tx, scope, 'd.referral_id = $2 and d.removed_at is null', referralId));
  }

  async findOne(tx: Tx, scope: Scope, documentId: string): Promise<Document | null> {
    const rows = await this.findVersions(tx, scope, 'd.id = $2', documentId);
    return toDocuments(rows)[0] ?? null;
  }

  async findRemoved(tx: Tx, scope: Scope, referralId: string): Promise<RemovedDocument[]> {
    const rows = await tx.rows<{ id: string; removedAt: Date; removedByName: string; reason: string }>(
      `select d.id, d.removed_at as "removedAt", u.name as "removedByName", d.removal_reason as reason
         from documents d join users u on u.id = d.removed_by
        where d.authority_id = $1 and d.referral_id = $2 and d.removed_at is not null order by d.removed_at desc`,
      [scope.authorityId, referralId],
    );
    return rows.map((row) => ({ ...row, removedAt: row.removedAt.toISOString() }));
  }

  private findVersions(tx: Tx, scope: Scope, condition: string, id: string): Promise<VersionRow[]> {
    return tx.rows<VersionRow>(
      `select d.id as "documentId", d.referral_id as "referralId", d.version as "documentVersion", v.id, v.number,
              v.file_name as "fileName", v.kind, v.size_bytes as "sizeBytes", v.sha256, v.scan_status as "scanStatus",
              v.uploaded_at as "uploadedAt", u.name as "uploadedByName"
         from documents d
         join document_versions v on v.authority_id = d.authority_id and v.document_id = d.id
         join users u on u.id = v.uploaded_by
        where d.authority_id = $1 and ${condition}
        order by d.id, v.number desc`,
      [scope.authorityId, id],
    );
  }
}

function toDocuments(rows: readonly VersionRow[]): Document[] {
  const documents = new Map<string, Document>();
  for (const row of rows) {
    const version = toVersion(row);
    const document = documents.get(row.documentId);
    if (document) document.earlier.push(version);
    else {
      documents.set(row.documentId, {
        id: row.documentId,
        referralId: row.referralId,
        version: row.documentVersion,
        current: version,
        earlier: [],
      });
    }
  }
  return [...documents.values()];
}

function toVersion(row: VersionRow): DocumentVersion {
  return {
    id: row.id,
    number: row.number,
    fileName: row.fileName,
    mediaType: mediaTypeOf(row.kind),
    sizeBytes: row.sizeBytes,
    sha256: row.sha256.toString('hex'),
    scanStatus: row.scanStatus,
    uploadedAt: row.uploadedAt.toISOString(),
    uploadedByName: row.uploadedByName,
  };
}
