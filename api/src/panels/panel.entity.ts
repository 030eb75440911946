import type { PanelStatus } from '@panel/case-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('panels')
export class PanelEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('text')
  venue: string;

  @Column('text', { default: 'planned' })
  status: PanelStatus;

  @Column('integer', { default: 1 })
  version: number;

  /** SHA-256 over the frozen papers in the order of the agenda; null until they are published. */
  @Column('text', { name: 'papers_hash', nullable: true })
  papersHash: string | null;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
