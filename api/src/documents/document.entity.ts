import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document of a case, through all its versions. */
@Entity('documents')
export class DocumentEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  /** Counts what people change: a new file, the removal. Not what the virus scan finds. */
  @Column('integer', { default: 1 })
  version: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'removed_by', nullable: true })
  removedBy: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('text', { name: 'removal_reason', nullable: true })
  removalReason: string | null;
}
