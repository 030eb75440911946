import type { ReferralStatus } from '@panel/case-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('referrals')
export class ReferralEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'school_id' })
  schoolId: string;

  /** Known from the submission on: a draft may still hold a wrong UPN. */
  @Column('uuid', { name: 'child_id', nullable: true })
  childId: string | null;

  @Column('text')
  reference: string;

  @Column('text', { default: 'draft' })
  status: ReferralStatus;

  @Column('integer', { default: 1 })
  version: number;

  @Column('text', { name: 'pupil_name', default: '' })
  pupilName: string;

  @Column('text', { name: 'nc_year', nullable: true })
  ncYear: string | null;

  @Column('text', { name: 'primary_need', nullable: true })
  primaryNeed: string | null;

  @Column('text', { name: 'secondary_need', nullable: true })
  secondaryNeed: string | null;

  @Column('boolean', { name: 'is_urgent', default: false })
  isUrgent: boolean;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('date', { name: 'submitted_on', nullable: true })
  submittedOn: string | null;

  @Column('date', { name: 'listed_on' })
  listedOn: string;

  @Column('date', { name: 'status_changed_on' })
  statusChangedOn: string;

  @Column('text', { name: 'return_reason', nullable: true })
  returnReason: string | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason: string | null;

  @Column('text', { name: 'decline_explanation', nullable: true })
  declineExplanation: string | null;

  /** What the school can do next, in the words of who declined. */
  @Column('text', { name: 'decline_next_steps', nullable: true })
  declineNextSteps: string | null;

  @Column('uuid', { name: 'declined_by', nullable: true })
  declinedBy: string | null;

  /** The coordinator whose case it is; null while it is everybody's. */
  @Column('uuid', { name: 'assigned_to', nullable: true })
  assignedTo: string | null;

  @Column('integer', { name: 'times_returned', default: 0 })
  timesReturned: number;

  /** By when the next step is done; follows the status wherever a referral is saved. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  /** Kept by a trigger, for the queue's own SQL. */
  @Column('text', { name: 'queue_stage', nullable: true, select: false })
  queueStage: string | null;

  @Column('date', { name: 'queue_due_on', nullable: true, select: false })
  queueDueOn: string | null;

  @Column('text', { name: 'withdraw_reason', nullable: true })
  withdrawReason: string | null;

  /** Why it goes on after its end, until it is sent again. */
  @Column('text', { name: 'reopen_reason', nullable: true })
  reopenReason: string | null;

  /** The family's newest word on sharing with panel schools; null while the consent section alone speaks. */
  @Column('boolean', { name: 'panel_consent', nullable: true })
  panelConsent: boolean | null;

  @Column('boolean', { name: 'provider_consent', nullable: true })
  providerConsent: boolean | null;
}
