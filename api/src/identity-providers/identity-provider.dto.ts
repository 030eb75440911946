import { type Role, ROLES } from '@panel/case-rules';

import { Instant, ListOf, OneOf, Text, Texts, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import {
  type IdentityProviderKind,
  identityProviderKinds,
  secondFactorPolicies,
  type SecondFactorPolicy,
} from './claims/read-claims.js';
import type { IdentityProviderEntity } from './identity-provider.entity.js';
import type { RoleRuleEntity } from './role-rule.entity.js';

export class RoleRule {
  @Text({ max: 100, min: 1, description: 'The claim whose values are looked at, such as `roles` or `groups`.' })
  claim: string;

  @Text({ max: 200, min: 1 })
  value: string;

  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @Uuid({ nullable: true })
  schoolId: string | null;

  @Uuid({ nullable: true })
  providerId: string | null;

  @YesNo({ description: 'The school is that which the person chose at DfE Sign-in.' })
  isSchoolFromUrn: boolean;
}

class IdentityProviderSettings {
  @Text({ max: 100, min: 1 })
  displayName: string;

  @Text({ max: 500, min: 1 })
  issuer: string;

  @Text({ max: 200, min: 1 })
  clientId: string;

  @Uuid({ nullable: true, description: 'The tenant of Entra ID; null for every other kind.' })
  tenantId: string | null;

  @Uuid({ nullable: true, description: 'Of one school; null: of the authority, or of the provider named.' })
  schoolId: string | null;

  @Uuid({ nullable: true, description: 'Of one provider of support.' })
  providerId: string | null;

  @YesNo({ description: 'Roles are given and taken away at each sign-in by the rules.' })
  givesRoles: boolean;

  @YesNo({ description: 'Somebody unknown to whom the rules give a role becomes a person here.' })
  createsPeople: boolean;

  @OneOf(secondFactorPolicies, { name: 'SecondFactorPolicy' })
  secondFactor: SecondFactorPolicy;

  @Texts({ max: 200, entries: 20 })
  requiredAcr: string[];

  @Texts({ max: 50, entries: 20 })
  requiredAmr: string[];

  @WholeNumber({ min: 1, max: 10_080, nullable: true })
  maxAgeMinutes: number | null;

  @Texts({ max: 253, entries: 50 })
  allowedEmailDomains: string[];

  @Text({ max: 500, nullable: true, description: 'DfE Sign-in only: where roles are asked for.' })
  rolesApiAddress: string | null;

  @Text({ max: 200, nullable: true })
  rolesApiServiceId: string | null;

  @ListOf(() => RoleRule, { max: 200 })
  rules: RoleRule[];
}

export class CreateIdentityProvider extends IdentityProviderSettings {
  @OneOf(identityProviderKinds, { name: 'IdentityProviderKind' })
  kind: IdentityProviderKind;

  @Text({ max: 500, min: 1 })
  clientSecret: string;

  @Text({ max: 500, nullable: true })
  rolesApiSecret: string | null;
}

export class ChangeIdentityProvider extends IdentityProviderSettings {
  @Text({ max: 500, min: 1, optional: true, description: 'Left out: the secret stays.' })
  clientSecret?: string;

  @Text({ max: 500, min: 1, optional: true, description: 'Left out: the secret stays.' })
  rolesApiSecret?: string;
}

/** Secrets go in and never come out. */
export class IdentityProvider extends IdentityProviderSettings {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @OneOf(identityProviderKinds, { name: 'IdentityProviderKind' })
  kind: IdentityProviderKind;

  @YesNo()
  isEnabled: boolean;

  @YesNo()
  hasRolesApiSecret: boolean;

  @Instant()
  changedAt: string;

  @Text({ max: 500, description: 'To be registered at the provider.' })
  redirectAddress: string;

  @Text({ max: 500, description: 'To be registered at the provider, where it can end sessions here.' })
  backChannelLogoutAddress: string;

  @Text({ max: 500 })
  afterSignOutAddress: string;
}

export class IdentityProviderSummary {
  @Uuid()
  id: string;

  @Text({ max: 100 })
  displayName: string;

  @OneOf(identityProviderKinds, { name: 'IdentityProviderKind' })
  kind: IdentityProviderKind;

  @YesNo()
  isEnabled: boolean;

  @Text({ max: 200, nullable: true, description: 'The one school or provider of support it is for.' })
  organisationName: string | null;
}

export class SignInOrganisation {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  name: string;
}

/** What a provider or a rule can be for. */
export class SignInOrganisationList {
  @ListOf(() => SignInOrganisation)
  schools: SignInOrganisation[];

  @ListOf(() => SignInOrganisation)
  providers: SignInOrganisation[];
}

export class IdentityProviderList {
  @ListOf(() => IdentityProviderSummary)
  items: IdentityProviderSummary[];
}

export const findingCodes = [
  'reached',
  'addresses_allowed',
  'keys_found',
  'pkce_supported',
  'issuer_in_answer',
  'sign_out_supported',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export class IdentityProviderFinding {
  @OneOf(findingCodes, { name: 'IdentityProviderFindingCode' })
  code: FindingCode;

  @YesNo()
  isFulfilled: boolean;

  @YesNo({ description: 'Without it nobody can sign in.' })
  isNeeded: boolean;
}

export class IdentityProviderTest {
  @YesNo()
  isUsable: boolean;

  @ListOf(() => IdentityProviderFinding)
  findings: IdentityProviderFinding[];
}

export class SignInOption {
  @Uuid()
  id: string;

  @Text({ max: 100 })
  displayName: string;

  @Text({ max: 200 })
  authorityName: string;
}

export class SignInOptionList {
  @ListOf(() => SignInOption)
  items: SignInOption[];
}

export function toIdentityProvider(
  entity: IdentityProviderEntity,
  rules: readonly RoleRuleEntity[],
  publicAddress: string,
): IdentityProvider {
  return {
    id: entity.id,
    version: entity.version,
    kind: entity.kind,
    displayName: entity.displayName,
    issuer: entity.issuer,
    clientId: entity.clientId,
    tenantId: entity.tenantId,
    schoolId: entity.schoolId,
    providerId: entity.providerId,
    isEnabled: entity.isEnabled,
    givesRoles: entity.givesRoles,
    createsPeople: entity.createsPeople,
    secondFactor: entity.secondFactor,
    requiredAcr: entity.requiredAcr,
    requiredAmr: entity.requiredAmr,
    maxAgeMinutes: entity.maxAgeMinutes,
    allowedEmailDomains: entity.allowedEmailDomains,
    rolesApiAddress: entity.rolesApiAddress,
    rolesApiServiceId: entity.rolesApiServiceId,
    hasRolesApiSecret: entity.sealedRolesApiSecret !== null,
    changedAt: entity.changedAt.toISOString(),
    redirectAddress: redirectAddress(publicAddress, entity.id),
    backChannelLogoutAddress: `${publicAddress}/api/identity-providers/${entity.id}/back-channel-logout`,
    afterSignOutAddress: afterSignOutAddress(publicAddress),
    rules: rules.map(({ claim, value, role, schoolId, providerId, isSchoolFromUrn }) => ({
      claim,
      value,
      role,
      schoolId,
      providerId,
      isSchoolFromUrn,
    })),
  };
}

/** One for each provider: an answer that comes to another's address is not taken for its own (mix-up). */
export function redirectAddress(publicAddress: string, identityProviderId: string): string {
  return `${publicAddress}/api/identity-providers/${identityProviderId}/callback`;
}

export function afterSignOutAddress(publicAddress: string): string {
  return `${publicAddress}/sign-in`;
}
