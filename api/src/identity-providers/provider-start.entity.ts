import { Column, Entity, PrimaryColumn } from 'typeorm';

export type StartPurpose = 'sign_in' | 'link' | 'confirm' | 'invitation';

@Entity('identity_provider_starts')
export class ProviderStartEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'identity_provider_id' })
  identityProviderId: string;

  @Column('bytea', { name: 'state_hash' })
  stateHash: Buffer;

  @Column('bytea', { name: 'browser_hash' })
  browserHash: Buffer;

  @Column('text')
  purpose: StartPurpose;

  /** Who links, or confirms who they are; of no other purpose. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  @Column('bytea', { name: 'invitation_token_hash', nullable: true })
  invitationTokenHash: Buffer | null;

  @Column('text', { name: 'return_to' })
  returnTo: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
