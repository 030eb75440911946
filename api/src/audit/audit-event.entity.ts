import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_events')
export class AuditEventEntity {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_user_id', nullable: true })
  actorUserId: string | null;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text', { name: 'actor_roles', array: true })
  actorRoles: string[];

  @Column('text')
  event: string;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  /** The place in the authority's chain, from 1 without gaps. */
  @Column('bigint')
  seq: string;

  /** SHA-256 over the hash before it and the canonical text of this row: docs/audit.md. */
  @Column('bytea')
  hash: Buffer;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'subject_referral_id', nullable: true })
  subjectReferralId: string | null;

  @Column('uuid', { name: 'subject_child_id', nullable: true })
  subjectChildId: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('uuid', { name: 'emergency_access_id', nullable: true })
  emergencyAccessId: string | null;

  @Column('jsonb', { default: {} })
  detail: Record<string, unknown>;
}
