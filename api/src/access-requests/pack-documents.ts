import type { DocumentKind } from '@panel/case-rules';

import type { PackContent } from './pack-content.js';

export const UNAVAILABLE_REASONS = ['removed', 'quarantined', 'infected', 'failed'] as const;
export type Unavailable = (typeof UNAVAILABLE_REASONS)[number];

/** A browser takes the whole archive into memory; beyond this a part is withheld and sent another way. */
export const packDocumentsMaxBytes = 500 * 1024 * 1024;

/** A file of a document, as a pack names it and as the store keeps it. */
export interface PackDocumentRow {
  readonly id: string;
  readonly documentVersionId: string;
  /** In the archive: a number, never the name it was uploaded with, which may name somebody. */
  readonly name: string;
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly versionNumber: number;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly storageKey: string;
  readonly unavailable: Unavailable | null;
  readonly decision: 'include' | 'withhold' | null;
  readonly withheldReason: string | null;
  readonly startsAt: number | null;
  readonly isStillOpen: boolean;
}

/** A file as the manifest and the page of a pack say of it. */
export interface PackDocument {
  readonly documentVersionId: string;
  readonly fileName: string;
  readonly version: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Where it is in the archive; null: it is not. */
  readonly file: string | null;
  readonly notIncluded: string | null;
}

const whyUnavailable: Readonly<Record<Unavailable, string>> = {
  removed:
    'It was removed from the case and nobody can open it. Who removed it, when and why stands among the records.',
  quarantined: 'It had not been checked for viruses when this was collected.',
  infected: 'The check for viruses found something in it.',
  failed: 'It could not be checked for viruses.',
};

/** What a released pack says of its files. Names are those of the redacted content: what was taken out there is nowhere else. */
export function packDocuments(rows: readonly PackDocumentRow[], redacted: PackContent): PackDocument[] {
  const versions = redacted.sections.find(({ table }) => table === 'document_versions')?.rows ?? [];
  const names = new Map(versions.map(({ id, file_name }) => [id, file_name]));
  return rows.map((row) => {
    const name = names.get(row.documentVersionId);
    return {
      documentVersionId: row.documentVersionId,
      fileName: typeof name === 'string' ? name : row.name,
      version: row.versionNumber,
      bytes: row.sizeBytes,
      sha256: row.sha256.toString('hex'),
      file: row.decision === 'include' ? row.name : null,
      notIncluded: row.unavailable ? whyUnavailable[row.unavailable] : row.withheldReason,
    };
  });
}
