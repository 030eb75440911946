import type { OutcomeCategory } from '@panel/case-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reviews')
export class ReviewEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  @Column('date', { name: 'reviewed_on' })
  reviewedOn: string;

  @Column('text', { name: 'outcome_category', nullable: true })
  outcomeCategory: OutcomeCategory;

  @Column('integer', { name: 'goal_score_before', nullable: true })
  goalScoreBefore: number | null;

  @Column('integer', { name: 'goal_score_now', nullable: true })
  goalScoreNow: number | null;

  @Column('text', { name: 'next_step' })
  nextStep: 'continue' | 'extend' | 'vary' | 'end';

  @Column('text')
  note: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
