import type { Role } from '@panel/case-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('identity_provider_role_rules')
export class RoleRuleEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'identity_provider_id' })
  identityProviderId: string;

  @Column('integer')
  position: number;

  @Column('text')
  claim: string;

  @Column('text')
  value: string;

  @Column('text')
  role: Role;

  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId: string | null;

  @Column('uuid', { name: 'provider_id', nullable: true })
  providerId: string | null;

  @Column('boolean', { name: 'is_school_from_urn', default: false })
  isSchoolFromUrn: boolean;
}
