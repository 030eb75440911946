import type { IdentityProviderFindingCode, IdentityProviderKind, SecondFactorPolicy } from '@panel/api-client';
import type { Option } from '@panel/ui';

export const kindNames: Readonly<Record<IdentityProviderKind, string>> = {
  entra_id: 'Microsoft Entra ID',
  dfe_sign_in: 'DfE Sign-in',
  other: 'Another OpenID Connect provider',
};

export const kindOptions: readonly Option<IdentityProviderKind>[] = [
  {
    value: 'entra_id',
    text: kindNames.entra_id,
    hint: 'For people of a council, a school or a provider with Microsoft accounts',
  },
  { value: 'dfe_sign_in', text: kindNames.dfe_sign_in, hint: 'For people of schools' },
  { value: 'other', text: kindNames.other },
];

export function isKind(text: string): text is IdentityProviderKind {
  return text in kindNames;
}

export const secondFactorNames: Readonly<Record<SecondFactorPolicy, string>> = {
  ours: 'Always ask for our own second factor',
  when_shown: 'Ask for our own unless the provider shows one',
  required: 'Let nobody in unless the provider shows one',
};

export const findingWords: Readonly<
  Record<IdentityProviderFindingCode, readonly [fulfilled: string, missing: string]>
> = {
  reached: [
    'The provider answers and names itself as it should',
    'The provider does not answer, or names another issuer',
  ],
  addresses_allowed: [
    'Its addresses and its signatures are among those that are allowed',
    'It names a host that is not allowed, or signs in a way that is not accepted',
  ],
  keys_found: ['Its keys were read', 'Its keys could not be read'],
  pkce_supported: [
    'It says that it protects codes (PKCE)',
    'It does not say whether it protects codes (PKCE); they are protected if it does',
  ],
  issuer_in_answer: [
    'It names itself in its answers',
    'It does not name itself in its answers; its own address here tells them apart',
  ],
  sign_out_supported: ['People can sign out of it too', 'It has no page to sign out of it'],
};

/** How the mapping names an organisation: `school:<id>`, `provider:<id>`, `urn` for the school chosen at DfE Sign-in. */
export interface OrganisationChoice {
  readonly schoolId: string | null;
  readonly providerId: string | null;
  readonly isSchoolFromUrn: boolean;
}

export function organisationValue({ schoolId, providerId, isSchoolFromUrn }: OrganisationChoice): string {
  if (isSchoolFromUrn) return 'urn';
  if (schoolId !== null) return `school:${schoolId}`;
  return providerId === null ? '' : `provider:${providerId}`;
}

export function organisationChoice(value: string): OrganisationChoice {
  const [kind, id = ''] = value.split(':');
  return {
    schoolId: kind === 'school' ? id : null,
    providerId: kind === 'provider' ? id : null,
    isSchoolFromUrn: kind === 'urn',
  };
}
