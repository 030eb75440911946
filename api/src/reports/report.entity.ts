import type { ReportStatus } from '@panel/case-rules';
import type { ReportContent } from './report.dto.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reports')
export class ReportEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'analysis_run_id' })
  analysisRunId: string;

  @Column('text')
  title: string;

  @Column('text', { default: 'draft' })
  status: ReportStatus;

  @Column('integer', { default: 1 })
  version: number;

  /** What readers see, after disclosure control. Frozen by the database from the approval on. */
  @Column('json')
  content: ReportContent;

  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('uuid', { name: 'drafted_by' })
  draftedBy: string;

  @Column('timestamptz', { name: 'drafted_at' })
  draftedAt: Date;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
