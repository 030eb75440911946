import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { IdentityProviderKind, SecondFactorPolicy } from './claims/read-claims.js';

@Entity('identity_providers')
export class IdentityProviderEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column('text')
  kind: IdentityProviderKind;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'client_id' })
  clientId: string;

  @Column('text', { name: 'sealed_client_secret' })
  sealedClientSecret: string;

  /** The tenant of Entra ID whose people may come in; of no other kind. */
  @Column('uuid', { name: 'tenant_id', nullable: true })
  tenantId: string | null;

  /** Of one school… */
  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId: string | null;

  /** …or of one provider of support; of the whole authority otherwise. */
  @Column('uuid', { name: 'provider_id', nullable: true })
  providerId: string | null;

  @Column('boolean', { name: 'is_enabled', default: false })
  isEnabled: boolean;

  @Column('boolean', { name: 'gives_roles', default: false })
  givesRoles: boolean;

  @Column('boolean', { name: 'creates_people', default: false })
  createsPeople: boolean;

  @Column('text', { name: 'second_factor', default: 'ours' })
  secondFactor: SecondFactorPolicy;

  @Column('text', { name: 'required_acr', array: true, default: [] })
  requiredAcr: string[];

  @Column('text', { name: 'required_amr', array: true, default: [] })
  requiredAmr: string[];

  /** How long ago, at most, the person may have signed in at the provider. */
  @Column('integer', { name: 'max_age_minutes', nullable: true })
  maxAgeMinutes: number | null;

  @Column('text', { name: 'allowed_email_domains', array: true, default: [] })
  allowedEmailDomains: string[];

  @Column('text', { name: 'roles_api_address', nullable: true })
  rolesApiAddress: string | null;

  @Column('text', { name: 'roles_api_service_id', nullable: true })
  rolesApiServiceId: string | null;

  @Column('text', { name: 'sealed_roles_api_secret', nullable: true })
  sealedRolesApiSecret: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
