import type { DocumentKind, ScanStatus } from '@panel/case-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file as it was uploaded. Another one makes another version; none is overwritten. */
@Entity('document_versions')
export class DocumentVersionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  @Column('integer')
  number: number;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text')
  kind: DocumentKind;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;

  @Column('bytea')
  sha256: Buffer;

  /** Under which the store has the bytes: random, and known to nobody outside. */
  @Column('text', { name: 'storage_key' })
  storageKey: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;

  @Column('text', { name: 'scan_status', default: 'quarantined' })
  scanStatus: ScanStatus;

  /** The scanner's name for what it found, or why it could not look. */
  @Column('text', { name: 'scan_finding', nullable: true })
  scanFinding: string | null;

  @Column('timestamptz', { name: 'scanned_at', nullable: true })
  scannedAt: Date | null;

  /** When the scan was last handed to the queue. */
  @Column('timestamptz', { name: 'enqueued_at', nullable: true })
  enqueuedAt: Date | null;
}
