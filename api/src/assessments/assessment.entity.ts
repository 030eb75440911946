import type { EvidenceItem } from '@panel/risk';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assessments')
export class AssessmentEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  /** 1 for the first assessment of the referral, then counting up; none is ever overwritten. */
  @Column('integer')
  number: number;

  @Column('text', { name: 'risk_level' })
  riskLevel: 'low' | 'medium' | 'high';

  @Column('integer', { name: 'probability_percent' })
  probabilityPercent: number;

  @Column('boolean', { name: 'is_plan_likely' })
  isPlanLikely: boolean;

  @Column('integer', { name: 'weekly_hours_hundredths' })
  weeklyHoursHundredths: number;

  @Column('text')
  confidence: 'low' | 'medium' | 'high';

  @Column('text')
  rationale: string;

  /** The published list of criteria it was made with; null before there was one. */
  @Column('text', { name: 'criteria_version', nullable: true })
  criteriaVersion: string | null;

  @Column('jsonb', { default: [] })
  evidence: EvidenceItem[];

  @Column('uuid', { name: 'rate_card_id' })
  rateCardId: string;

  /** Computed from the rate card in force on the day; never typed. */
  @Column('bigint', { name: 'annual_value_pence' })
  annualValuePence: number;

  @Column('date', { name: 'assessed_on' })
  assessedOn: string;

  @Column('uuid', { name: 'assessed_by' })
  assessedBy: string;
}
