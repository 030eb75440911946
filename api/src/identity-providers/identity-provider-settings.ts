import { type RoleRule as Rule, ruleFault } from './claims/claim-roles.js';
import type { IdentityProviderKind } from './claims/read-claims.js';
import type { ChangeIdentityProvider, CreateIdentityProvider } from './identity-provider.dto.js';
import {
  creationNeedsRoles,
  factorNotNamed,
  hostNotAllowed,
  issuerNotOfTenant,
  organisationNotFound,
  rolesApiIncomplete,
  ruleInvalid,
  ruleOrganisationNotFound,
  ruleTwice,
  tenantMissing,
  tenantNotForKind,
  twoOrganisations,
} from './identity-provider.problems.js';
import type { OrganisationIds } from './identity-providers.repository.js';

type Body = CreateIdentityProvider | ChangeIdentityProvider;

export interface SettingsContext {
  readonly kind: IdentityProviderKind;
  readonly hasRolesApiSecret: boolean;
  readonly isAddressAllowed: (address: string) => boolean;
  readonly organisations: OrganisationIds;
}

/** As it is kept: without space around, domains in lower case, ids as the database writes them. */
export function tidySettings<T extends Body>(body: T): T {
  const tidy = (texts: readonly string[]): string[] => [...new Set(texts.map((text) => text.trim()))].filter(Boolean);
  return {
    ...body,
    displayName: body.displayName.trim(),
    issuer: body.issuer.trim(),
    clientId: body.clientId.trim(),
    tenantId: body.tenantId?.toLowerCase() ?? null,
    schoolId: body.schoolId?.toLowerCase() ?? null,
    providerId: body.providerId?.toLowerCase() ?? null,
    requiredAcr: tidy(body.requiredAcr),
    requiredAmr: tidy(body.requiredAmr),
    allowedEmailDomains: tidy(body.allowedEmailDomains).map((domain) => domain.toLowerCase().replace(/^@/, '')),
    rolesApiAddress: body.rolesApiAddress?.trim().replace(/\/+$/, '') || null,
    rolesApiServiceId: body.rolesApiServiceId?.trim() || null,
    rules: body.rules.map((rule) => ({
      ...rule,
      claim: rule.claim.trim(),
      value: rule.value.trim(),
      schoolId: rule.schoolId?.toLowerCase() ?? null,
      providerId: rule.providerId?.toLowerCase() ?? null,
    })),
  };
}

/** Throws the first thing that is wrong; the database holds the same rules as constraints. */
export function checkSettings(body: Body, context: SettingsContext): void {
  checkWhere(body, context);
  if (body.createsPeople && !body.givesRoles) throw creationNeedsRoles();
  if (body.secondFactor !== 'ours' && body.requiredAcr.length + body.requiredAmr.length === 0) throw factorNotNamed();
  checkRolesApi(body, context);
  checkRules(body, context);
}

function checkWhere(body: Body, { kind, isAddressAllowed, organisations }: SettingsContext): void {
  if (!isAddressAllowed(body.issuer)) throw hostNotAllowed('/issuer');
  if (kind === 'entra_id') {
    if (body.tenantId === null) throw tenantMissing();
    // The issuers "common" and "organizations" stand for every tenant of the world.
    if (!new URL(body.issuer).pathname.endsWith(`/${body.tenantId}/v2.0`)) throw issuerNotOfTenant();
  } else if (body.tenantId !== null) {
    throw tenantNotForKind();
  }
  if (body.schoolId !== null && body.providerId !== null) throw twoOrganisations();
  if (body.schoolId !== null && !organisations.schoolIds.has(body.schoolId)) throw organisationNotFound('/schoolId');
  if (body.providerId !== null && !organisations.providerIds.has(body.providerId)) {
    throw organisationNotFound('/providerId');
  }
}

function checkRolesApi(body: Body, { kind, hasRolesApiSecret, isAddressAllowed }: SettingsContext): void {
  const hasSecret = hasRolesApiSecret || Boolean(body.rolesApiSecret);
  const given = [body.rolesApiAddress !== null, body.rolesApiServiceId !== null].filter(Boolean).length;
  if (given === 0 && !body.rolesApiSecret) return;
  if (kind !== 'dfe_sign_in' || given < 2 || !hasSecret) throw rolesApiIncomplete();
  if (body.rolesApiAddress !== null && !isAddressAllowed(body.rolesApiAddress)) {
    throw hostNotAllowed('/rolesApiAddress');
  }
}

function checkRules(body: Body, { organisations }: SettingsContext): void {
  const seen = new Set<string>();
  body.rules.forEach((rule, index) => {
    const fault = ruleFault(rule, body);
    if (fault) throw ruleInvalid(index, fault);
    if (rule.schoolId !== null && !organisations.schoolIds.has(rule.schoolId)) {
      throw ruleOrganisationNotFound(index, 'schoolId');
    }
    if (rule.providerId !== null && !organisations.providerIds.has(rule.providerId)) {
      throw ruleOrganisationNotFound(index, 'providerId');
    }
    const key = ruleKey(rule);
    if (seen.has(key)) throw ruleTwice(index);
    seen.add(key);
  });
}

function ruleKey(rule: Rule): string {
  return JSON.stringify([rule.claim, rule.value, rule.role, rule.schoolId, rule.providerId, rule.isSchoolFromUrn]);
}
