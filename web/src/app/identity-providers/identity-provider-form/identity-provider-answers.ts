import { applyEach, type SchemaPathTree, validate } from '@angular/forms/signals';
import type {
  ChangeIdentityProvider,
  CreateIdentityProvider,
  IdentityProvider,
  IdentityProviderKind,
  Role,
  SecondFactorPolicy,
} from '@panel/api-client';
import { type Mistake, mistake, typedWholeNumber } from '../../home/page/form-mistakes.js';
import { organisationChoice, organisationValue } from '../identity-provider-words.js';

export type PeoplePolicy = 'linked' | 'roles' | 'create';

export interface RoleRuleAnswers {
  readonly claim: string;
  readonly value: string;
  readonly role: Role | '';
  readonly schoolId: string;
}

/** A provider as it is typed; an organisation as `organisationValue` writes it. */
export interface IdentityProviderAnswers {
  readonly kind: IdentityProviderKind;
  readonly isNew: boolean;
  readonly displayName: string;
  readonly tenantId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly schoolId: string;
  readonly people: PeoplePolicy;
  readonly rules: readonly RoleRuleAnswers[];
  readonly secondFactor: SecondFactorPolicy;
  readonly requiredAcr: string;
  readonly requiredAmr: string;
  readonly maxAgeMinutes: string;
  readonly allowedEmailDomains: string;
  readonly rolesApiAddress: string;
  readonly rolesApiServiceId: string;
  readonly rolesApiSecret: string;
}

const dfe = {
  issuer: 'https://oidc.signin.education.gov.uk',
  rolesApiAddress: 'https://api.signin.education.gov.uk',
};

export function emptyRule(kind: IdentityProviderKind): RoleRuleAnswers {
  return { claim: 'roles', value: '', role: '', schoolId: kind === 'dfe_sign_in' ? 'urn' : '' };
}

export function newAnswers(kind: IdentityProviderKind): IdentityProviderAnswers {
  return {
    kind,
    isNew: true,
    displayName: kind === 'dfe_sign_in' ? 'DfE Sign-in' : '',
    tenantId: '',
    issuer: kind === 'dfe_sign_in' ? dfe.issuer : '',
    clientId: '',
    clientSecret: '',
    schoolId: '',
    people: 'linked',
    rules: [emptyRule(kind)],
    secondFactor: 'ours',
    requiredAcr: '',
    requiredAmr: '',
    maxAgeMinutes: '',
    allowedEmailDomains: '',
    rolesApiAddress: kind === 'dfe_sign_in' ? dfe.rolesApiAddress : '',
    rolesApiServiceId: '',
    rolesApiSecret: '',
  };
}

export function answersOf(provider: IdentityProvider): IdentityProviderAnswers {
  return {
    kind: provider.kind,
    isNew: false,
    displayName: provider.displayName,
    tenantId: provider.tenantId ?? '',
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: '',
    schoolId: organisationValue({ ...provider, isSchoolFromUrn: false }),
    people: provider.createsPeople ? 'create' : provider.givesRoles ? 'roles' : 'linked',
    rules: provider.rules.map((rule) => ({
      claim: rule.claim,
      value: rule.value,
      role: rule.role,
      schoolId: organisationValue(rule),
    })),
    secondFactor: provider.secondFactor,
    requiredAcr: provider.requiredAcr.join(', '),
    requiredAmr: provider.requiredAmr.join(', '),
    maxAgeMinutes: provider.maxAgeMinutes?.toString() ?? '',
    allowedEmailDomains: provider.allowedEmailDomains.join(', '),
    rolesApiAddress: provider.rolesApiAddress ?? '',
    rolesApiServiceId: provider.rolesApiServiceId ?? '',
    rolesApiSecret: '',
  };
}

export function identityProviderSchema(path: SchemaPathTree<IdentityProviderAnswers>): void {
  validate(path.displayName, ({ value }) => missing(value(), 'Enter the name that people see'));
  validate(path.tenantId, ({ value, valueOf }) => {
    if (valueOf(path.kind) !== 'entra_id') return undefined;
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value().trim())
      ? undefined
      : mistake('Directory (tenant) ID must be 32 letters and digits in five groups');
  });
  validate(path.issuer, ({ value, valueOf }) =>
    valueOf(path.kind) === 'entra_id' ? undefined : missing(value(), 'Enter the issuer'),
  );
  validate(path.clientId, ({ value }) => missing(value(), 'Enter the client ID'));
  validate(path.clientSecret, ({ value, valueOf }) =>
    valueOf(path.isNew) ? missing(value(), 'Enter the client secret') : undefined,
  );
  applyEach(path.rules, (rule) => {
    validate(rule.claim, ({ value, valueOf }) =>
      valueOf(path.people) === 'linked' ? undefined : missing(value(), 'Enter the claim'),
    );
    validate(rule.value, ({ value, valueOf }) =>
      valueOf(path.people) === 'linked' ? undefined : missing(value(), 'Enter the value that stands for the role'),
    );
    validate(rule.role, ({ value, valueOf }) =>
      valueOf(path.people) === 'linked' ? undefined : missing(value(), 'Select the role'),
    );
  });
  validate(path.requiredAmr, ({ value, valueOf }) =>
    valueOf(path.secondFactor) === 'ours' || value().trim() || valueOf(path.requiredAcr).trim()
      ? undefined
      : mistake('Enter at least one value by which the provider shows a second factor'),
  );
  validate(path.maxAgeMinutes, ({ value }) => {
    const minutes = typedWholeNumber(value());
    const isFine = value().trim() === '' || (minutes !== undefined && minutes >= 1 && minutes <= 10_080);
    return isFine ? undefined : mistake('Minutes since the last sign-in must be between 1 and 10,080');
  });
}

function missing(text: string, message: string): Mistake | undefined {
  return text.trim() === '' ? mistake(message) : undefined;
}

function list(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** What a new provider and a changed one have in common; call it only when the schema finds nothing wrong. */
function settingsOf(
  answers: IdentityProviderAnswers,
): Omit<CreateIdentityProvider, 'kind' | 'clientSecret' | 'rolesApiSecret'> {
  const tenantId = answers.kind === 'entra_id' ? answers.tenantId.trim().toLowerCase() : null;
  const { schoolId, providerId } = organisationChoice(answers.schoolId);
  const hasRolesApi = answers.kind === 'dfe_sign_in' && answers.rolesApiServiceId.trim() !== '';
  const hasFactors = answers.secondFactor !== 'ours';
  return {
    displayName: answers.displayName.trim(),
    issuer: issuerOf(answers, tenantId),
    clientId: answers.clientId.trim(),
    tenantId,
    schoolId,
    providerId,
    givesRoles: answers.people !== 'linked',
    createsPeople: answers.people === 'create',
    secondFactor: answers.secondFactor,
    requiredAcr: hasFactors ? list(answers.requiredAcr) : [],
    requiredAmr: hasFactors ? list(answers.requiredAmr) : [],
    maxAgeMinutes: typedWholeNumber(answers.maxAgeMinutes) ?? null,
    allowedEmailDomains: list(answers.allowedEmailDomains),
    rolesApiAddress: hasRolesApi ? answers.rolesApiAddress.trim() : null,
    rolesApiServiceId: hasRolesApi ? answers.rolesApiServiceId.trim() : null,
    rules:
      answers.people === 'linked'
        ? []
        : answers.rules.flatMap((rule) =>
            rule.role === ''
              ? []
              : [
                  {
                    claim: rule.claim.trim(),
                    value: rule.value.trim(),
                    role: rule.role,
                    ...organisationChoice(rule.schoolId),
                  },
                ],
          ),
  };
}

/** Microsoft's address of one tenant follows from its ID. */
function issuerOf({ issuer, isNew }: IdentityProviderAnswers, tenantId: string | null): string {
  if (tenantId === null) return issuer.trim();
  const isOfTenant = !isNew && issuer.endsWith(`/${tenantId}/v2.0`);
  return isOfTenant ? issuer : `https://login.microsoftonline.com/${tenantId}/v2.0`;
}

export function createBody(answers: IdentityProviderAnswers): CreateIdentityProvider {
  return {
    ...settingsOf(answers),
    kind: answers.kind,
    clientSecret: answers.clientSecret,
    rolesApiSecret: answers.rolesApiSecret.trim() || null,
  };
}

export function changeBody(answers: IdentityProviderAnswers): ChangeIdentityProvider {
  return {
    ...settingsOf(answers),
    ...(answers.clientSecret !== '' && { clientSecret: answers.clientSecret }),
    ...(answers.rolesApiSecret !== '' && { rolesApiSecret: answers.rolesApiSecret }),
  };
}
