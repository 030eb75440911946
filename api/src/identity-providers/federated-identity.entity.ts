import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('federated_identities')
export class FederatedIdentityEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'subject_claim' })
  subjectClaim: 'sub' | 'oid';

  @Column('text')
  subject: string;

  /** What the account was called at the provider when it was linked: for the person to know it again, never to find them by. */
  @Column('text', { name: 'account_name' })
  accountName: string;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}
