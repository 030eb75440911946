import type { ClaimedFacts } from './claim-roles.js';

/* What an ID token says about a person, read without trusting its shape. Pure. */

export const identityProviderKinds = ['entra_id', 'dfe_sign_in', 'other'] as const;
export type IdentityProviderKind = (typeof identityProviderKinds)[number];

export const secondFactorPolicies = ['ours', 'when_shown', 'required'] as const;
/** `ours`: ours is always asked for. `when_shown`: only when the token shows none. `required`: no sign-in without. */
export type SecondFactorPolicy = (typeof secondFactorPolicies)[number];

export type Claims = Readonly<Record<string, unknown>>;

/** Who somebody is, at an issuer: never an e-mail address, which is given to another person one day. */
export interface SubjectKey {
  readonly issuer: string;
  readonly subjectClaim: 'sub' | 'oid';
  readonly subject: string;
}

/** The organisation a person chose at DfE Sign-in. */
export interface ClaimedOrganisation {
  readonly id: string;
  readonly urn: string | null;
}

export interface ClaimedPerson {
  readonly key: SubjectKey;
  readonly email: string | null;
  readonly name: string | null;
  readonly organisation: ClaimedOrganisation | null;
  readonly facts: ClaimedFacts;
}

export type ClaimsRefusal = 'tenant_not_allowed' | 'subject_missing' | 'email_domain_not_allowed';

interface Rules {
  readonly kind: IdentityProviderKind;
  readonly tenantId: string | null;
  readonly allowedEmailDomains: readonly string[];
}

export function readClaims(
  claims: Claims,
  rules: Rules,
): { readonly person: ClaimedPerson } | { readonly refusal: ClaimsRefusal } {
  const issuer = text(claims['iss']);
  // Entra ID makes another `sub` for each application; `oid` within its tenant is the person.
  const subjectClaim = rules.kind === 'entra_id' ? 'oid' : 'sub';
  const subject = text(claims[subjectClaim]);
  if (issuer === null || subject === null || subject.length > 255) return { refusal: 'subject_missing' };
  if (rules.kind === 'entra_id' && (rules.tenantId === null || text(claims['tid']) !== rules.tenantId)) {
    return { refusal: 'tenant_not_allowed' };
  }
  const email = readEmail(claims, rules.kind);
  if (!isEmailAllowed(email, rules.allowedEmailDomains)) return { refusal: 'email_domain_not_allowed' };
  const organisation = rules.kind === 'dfe_sign_in' ? readOrganisation(claims['organisation']) : null;
  return {
    person: {
      key: { issuer, subjectClaim, subject },
      email,
      name: readName(claims),
      organisation,
      facts: { values: valuesOf(claims), urn: organisation?.urn ?? null },
    },
  };
}

/** Lower case, or null when there is none that its issuer vouches for. */
function readEmail(claims: Claims, kind: IdentityProviderKind): string | null {
  const email = text(claims['email'])?.toLowerCase() ?? null;
  if (email === null || email.length > 320 || !/^[^\s@]+@[^\s@]+$/.test(email)) return null;
  // The two known kinds give addresses of accounts that an organisation keeps, and no `email_verified`.
  const isVouchedFor = kind !== 'other' || claims['email_verified'] === true;
  return isVouchedFor ? email : null;
}

/** With a list, an address must be there and its domain be on it, exactly: no sub-domains, no endings. */
function isEmailAllowed(email: string | null, domains: readonly string[]): boolean {
  if (domains.length === 0) return true;
  return email !== null && domains.includes(email.slice(email.lastIndexOf('@') + 1));
}

function readName(claims: Claims): string | null {
  const whole = text(claims['name']);
  const parts = [text(claims['given_name']), text(claims['family_name'])].filter((part) => part !== null);
  const name = (whole ?? parts.join(' ')).trim().slice(0, 200);
  return name === '' ? null : name;
}

function readOrganisation(value: unknown): ClaimedOrganisation | null {
  if (!isRecord(value)) return null;
  const id = text(value['id']);
  if (id === null || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const urn = text(value['urn']);
  return { id, urn: urn !== null && /^\d{6}$/.test(urn) ? urn : null };
}

/** Claims that are a text or a list of texts; anything else maps to nothing. */
function valuesOf(claims: Claims): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of Object.entries(claims)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = list.filter((each) => typeof each === 'string');
    if (texts.length > 0) values.set(name, texts);
  }
  return values;
}

export interface FactorRules {
  readonly secondFactor: SecondFactorPolicy;
  readonly requiredAcr: readonly string[];
  readonly requiredAmr: readonly string[];
}

/**
 * Whether the provider shows a second factor: one of the named `amr`, or one of the named `acr` (Entra ID names its contexts
 * in `acrs`). Nothing named means nothing shown: a claim that nobody chose proves nothing. `phr` and `phrh` are OpenID's
 * names for factors that a false page cannot pass on.
 */
export function secondFactorOf(claims: Claims, rules: FactorRules): 'shown' | 'shown_resistant' | 'ours' | 'refused' {
  const amr = listOf(claims['amr']);
  const acr = [...listOf(claims['acr']), ...listOf(claims['acrs'])];
  const isShown =
    rules.requiredAmr.some((each) => amr.includes(each)) || rules.requiredAcr.some((each) => acr.includes(each));
  if (rules.secondFactor === 'ours') return 'ours';
  const isResistant = ['phr', 'phrh'].some((each) => rules.requiredAcr.includes(each) && acr.includes(each));
  if (isShown) return isResistant ? 'shown_resistant' : 'shown';
  return rules.secondFactor === 'required' ? 'refused' : 'ours';
}

function listOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string');
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
