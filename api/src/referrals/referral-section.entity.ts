import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answers of one section as they were typed, right or wrong. Checked when the referral is submitted. */
@Entity('referral_sections')
export class ReferralSectionEntity {
  @PrimaryColumn('uuid', { name: 'referral_id' })
  referralId: string;

  @PrimaryColumn('text')
  section: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('jsonb')
  answers: unknown;

  /** By path: who changed the answer last, and when. */
  @Column('jsonb', { default: {} })
  changes: unknown;

  /** The referral of the same child from which it was copied. */
  @Column('text', { name: 'copied_reference', nullable: true })
  copiedReference: string | null;

  @Column('date', { name: 'copied_sent_on', nullable: true })
  copiedSentOn: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('uuid', { name: 'saved_by' })
  savedBy: string;
}
