import { SCAN_STATUSES, type ScanStatus } from '@panel/case-rules';
import { ApiProperty } from '@nestjs/swagger';

import { Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

export class UploadDocument {
  @ApiProperty({ type: String, format: 'binary', description: 'PDF, DOCX, ODT, JPEG or PNG, at most 20 MB.' })
  file: unknown;
}

export class RemoveDocument {
  @Text({ max: 1000, min: 1 })
  reason: string;
}

export class DocumentVersion {
  @Uuid()
  id: string;

  @WholeNumber()
  number: number;

  @Text({ max: 200 })
  fileName: string;

  @Text({ max: 100 })
  mediaType: string;

  @WholeNumber()
  sizeBytes: number;

  @Text({ max: 64, description: 'SHA-256 of the bytes, in hexadecimal digits.' })
  sha256: string;

  @OneOf(SCAN_STATUSES, { name: 'ScanStatus' })
  scanStatus: ScanStatus;

  @Instant()
  uploadedAt: string;

  @Text({ max: 200 })
  uploadedByName: string;
}

export class Document {
  @Uuid()
  id: string;

  @Uuid()
  referralId: string;

  @WholeNumber()
  version: number;

  @Nested(() => DocumentVersion)
  current: DocumentVersion;

  @ListOf(() => DocumentVersion, { description: 'The files before the current one, newest first.' })
  earlier: DocumentVersion[];
}

export class RemovedDocument {
  @Uuid()
  id: string;

  @Instant()
  removedAt: string;

  @Text({ max: 200 })
  removedByName: string;

  @Text({ max: 1000 })
  reason: string;
}

export class DocumentList {
  @ListOf(() => Document)
  items: Document[];

  @ListOf(() => RemovedDocument)
  removed: RemovedDocument[];

  @YesNo({ description: 'Whether documents can be added, replaced and removed now.' })
  canChange: boolean;
}

export class DocumentScan {
  @Uuid()
  documentVersionId: string;

  @OneOf(SCAN_STATUSES, { name: 'ScanStatus' })
  scanStatus: ScanStatus;
}
