import type { Role } from '@panel/case-rules';

/*
 * From what an identity provider says about a person to roles here. Pure: no database, no clock. Values are compared
 * exactly, with their case: "Senco" is another role than "SENCO" at the provider, so it is here.
 */

/** One row of the mapping: whoever has this value in this claim has this role. */
export interface RoleRule {
  readonly claim: string;
  readonly value: string;
  readonly role: Role;
  /** The school the role is for, when the rule itself names it. */
  readonly schoolId: string | null;
  /** The provider of support the role is for. */
  readonly providerId: string | null;
  /** The school is that of the organisation which the person chose at the provider, by its URN. */
  readonly isSchoolFromUrn: boolean;
}

export interface MappedGrant {
  readonly role: Role;
  readonly schoolId: string | null;
  readonly providerId: string | null;
}

/** An identity provider that serves one school, or one provider of support, gives roles of that organisation only. */
export interface OrganisationLimit {
  readonly schoolId: string | null;
  readonly providerId: string | null;
}

export interface ClaimedFacts {
  /** Values by claim, such as `roles` → `['SENCO']`. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly urn: string | null;
}

const schoolRoles: readonly Role[] = ['senco', 'panel_member'];

export type RuleFault =
  'school_missing' | 'school_not_for_role' | 'provider_missing' | 'provider_not_for_role' | 'outside_organisation';

/** What is wrong with a rule by itself, or null. */
export function ruleFault(rule: Omit<RoleRule, 'claim' | 'value'>, limit: OrganisationLimit): RuleFault | null {
  const namesSchool = rule.schoolId !== null || rule.isSchoolFromUrn;
  if (rule.role === 'senco' && !namesSchool) return 'school_missing';
  if (namesSchool && !schoolRoles.includes(rule.role)) return 'school_not_for_role';
  if (rule.schoolId !== null && rule.isSchoolFromUrn) return 'school_not_for_role';
  if (rule.role === 'provider' && rule.providerId === null) return 'provider_missing';
  if (rule.role !== 'provider' && rule.providerId !== null) return 'provider_not_for_role';
  if (limit.schoolId !== null && rule.schoolId !== limit.schoolId) return 'outside_organisation';
  if (limit.providerId !== null && rule.providerId !== limit.providerId) return 'outside_organisation';
  return null;
}

/**
 * The roles that the rules give for these facts, each once, in the order of the rules. `schoolOfUrn` knows the schools of this
 * authority only, so a school elsewhere gives nothing here.
 */
export function grantsFromClaims(
  rules: readonly RoleRule[],
  facts: ClaimedFacts,
  schoolOfUrn: ReadonlyMap<string, string>,
): MappedGrant[] {
  const grants = new Map<string, MappedGrant>();
  for (const rule of rules) {
    if (!(facts.values.get(rule.claim) ?? []).includes(rule.value)) continue;
    const chosenSchool = facts.urn === null ? undefined : schoolOfUrn.get(facts.urn);
    if (rule.isSchoolFromUrn && chosenSchool === undefined) continue;
    const schoolId = rule.isSchoolFromUrn ? (chosenSchool ?? null) : rule.schoolId;
    const grant = { role: rule.role, schoolId, providerId: rule.providerId };
    grants.set(grantKey(grant), grant);
  }
  return [...grants.values()];
}

export interface HeldGrant extends MappedGrant {
  readonly id: string;
  /** Null: a person gave it. */
  readonly identityProviderId: string | null;
}

/**
 * What to change so that the roles from this provider are exactly those it gives now. Roles that a person gave, and those of
 * another identity provider, are left as they are; one that is held already is not given twice.
 */
export function grantChanges(
  held: readonly HeldGrant[],
  wanted: readonly MappedGrant[],
  identityProviderId: string,
): { readonly add: readonly MappedGrant[]; readonly remove: readonly HeldGrant[] } {
  const wantedKeys = new Set(wanted.map(grantKey));
  const heldKeys = new Set(held.map(grantKey));
  return {
    add: wanted.filter((grant) => !heldKeys.has(grantKey(grant))),
    remove: held.filter((grant) => grant.identityProviderId === identityProviderId && !wantedKeys.has(grantKey(grant))),
  };
}

/** Whether somebody with these roles may come in through an identity provider of one organisation. */
export function isWithinOrganisation(grants: readonly MappedGrant[], limit: OrganisationLimit): boolean {
  if (limit.schoolId !== null) return grants.every(({ schoolId }) => schoolId === limit.schoolId);
  if (limit.providerId !== null) return grants.every(({ providerId }) => providerId === limit.providerId);
  return true;
}

export function grantKey({ role, schoolId, providerId }: MappedGrant): string {
  return `${role} ${schoolId ?? '-'} ${providerId ?? '-'}`;
}
