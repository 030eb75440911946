import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What really happened on the statutory route, beside the judgement that was made at the start. */
@Entity('ehc_facts')
export class EhcFactsEntity {
  @PrimaryColumn('uuid', { name: 'referral_id' })
  referralId: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column('date', { name: 'requested_on', nullable: true })
  requestedOn: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: string | null;

  @Column('text', { nullable: true })
  decision: 'assessment_agreed' | 'assessment_refused' | 'plan_issued' | 'plan_refused' | null;

  @Column('date', { name: 'plan_issued_on', nullable: true })
  planIssuedOn: string | null;

  @Column('integer', { name: 'weekly_hours_hundredths', nullable: true })
  weeklyHoursHundredths: number | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
