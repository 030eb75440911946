import { Column, Entity, PrimaryColumn } from 'typeorm';

export const COMMITMENT_KINDS = ['reserved', 'committed', 'delivered', 'invoiced', 'released'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/**
 * One line of a contract's ledger, never changed afterwards. 'committed' takes units and money, 'released' (negative) gives
 * them back; the sum of the two is what is taken. 'delivered' says how much of the committed was used and takes nothing more.
 */
@Entity('commitment_entries')
export class CommitmentEntryEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'contract_id' })
  contractId: string;

  /** Null once the case behind it has been destroyed: what was spent stays. */
  @Column('uuid', { name: 'allocation_id', nullable: true })
  allocationId: string | null;

  @Column('text')
  kind: CommitmentKind;

  @Column('integer')
  units: number;

  @Column('bigint', { name: 'amount_pence' })
  amountPence: number;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt: Date;
}
