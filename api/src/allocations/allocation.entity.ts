import type { AllocationStatus } from '@panel/case-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('allocations')
export class AllocationEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  @Column('uuid', { name: 'decision_id' })
  decisionId: string;

  @Column('uuid', { name: 'contract_id' })
  contractId: string;

  /** The contract's provider, kept on the row: it decides who sees it. */
  @Column('uuid', { name: 'provider_id' })
  providerId: string;

  @Column('integer')
  units: number;

  @Column('integer', { name: 'unit_price_pence' })
  unitPricePence: number;

  @Column('bigint', { name: 'amount_pence' })
  amountPence: number;

  @Column('text')
  status: AllocationStatus;

  @Column('integer', { default: 1 })
  version: number;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason: string | null;

  @Column('date', { name: 'allocated_on' })
  allocatedOn: string;
}
