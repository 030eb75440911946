import type { DecisionOutcome, DeclineReason } from '@panel/case-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Recorded once and never changed. */
@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'agenda_item_id' })
  agendaItemId: string;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  @Column('text')
  outcome: DecisionOutcome;

  @Column('text')
  reason: string;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason: DeclineReason | null;

  /** SHA-256 of the paper on which it was decided. */
  @Column('text', { name: 'paper_hash' })
  paperHash: string;

  @Column('date', { name: 'decided_on' })
  decidedOn: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;
}
