import { fieldsInvalid, identifierInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';
import type { RuleFault } from './claims/claim-roles.js';

export const identityProviderNotFound = (): Problem => identifierInvalid();

export const identityProviderNameTaken = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/displayName',
      code: 'identity_provider_name_taken',
      detail: 'Choose another name: an identity provider of this name exists.',
    },
  ]);

export const identityProviderClientTaken = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/clientId',
      code: 'identity_provider_client_taken',
      detail: 'An identity provider with this issuer and client ID exists. Change that one instead.',
    },
  ]);

export const hostNotAllowed = (pointer: string): Problem =>
  fieldsInvalid([
    {
      pointer,
      code: 'identity_provider_host_not_allowed',
      detail:
        'Enter an https address on a host that this installation allows. Whoever runs the installation can add hosts.',
    },
  ]);

export const tenantMissing = (): Problem =>
  fieldsInvalid([
    { pointer: '/tenantId', code: 'identity_provider_tenant_missing', detail: 'Enter the directory (tenant) ID.' },
  ]);

export const tenantNotForKind = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/tenantId',
      code: 'identity_provider_tenant_not_for_kind',
      detail: 'Leave the tenant out: only Entra ID has one.',
    },
  ]);

export const issuerNotOfTenant = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/issuer',
      code: 'identity_provider_issuer_not_of_tenant',
      detail: 'The issuer must end in the tenant’s ID and /v2.0. The common issuers of all tenants are not accepted.',
    },
  ]);

export const twoOrganisations = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/providerId',
      code: 'identity_provider_two_organisations',
      detail: 'Choose a school or a provider of support, not both.',
    },
  ]);

export const organisationNotFound = (pointer: string): Problem =>
  fieldsInvalid([{ pointer, code: 'identity_provider_organisation_not_found', detail: 'Choose one from the list.' }]);

export const creationNeedsRoles = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/createsPeople',
      code: 'identity_provider_creation_needs_roles',
      detail: 'New people need roles: let this provider give roles too.',
    },
  ]);

export const factorNotNamed = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/requiredAmr',
      code: 'identity_provider_factor_not_named',
      detail: 'Enter at least one value by which the provider shows a second factor.',
    },
  ]);

export const rolesApiIncomplete = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/rolesApiAddress',
      code: 'identity_provider_roles_api_incomplete',
      detail:
        'To ask DfE Sign-in for roles enter its address, the service ID and the secret. Or leave all three empty.',
    },
  ]);

const faultTexts: Readonly<Record<RuleFault, readonly [field: string, detail: string]>> = {
  school_missing: ['schoolId', 'Choose the school of the SENCo, or take it from DfE Sign-in.'],
  school_not_for_role: ['schoolId', 'Only a SENCo or a panel member belongs to a school.'],
  provider_missing: ['providerId', 'Choose the provider of support.'],
  provider_not_for_role: ['providerId', 'Only the role of a provider belongs to one.'],
  outside_organisation: ['role', 'This identity provider is for one organisation: it can give roles of that one only.'],
};

export const ruleInvalid = (index: number, fault: RuleFault): Problem => {
  const [field, detail] = faultTexts[fault];
  return fieldsInvalid([{ pointer: `/rules/${index}/${field}`, code: `identity_provider_rule_${fault}`, detail }]);
};

export const ruleTwice = (index: number): Problem =>
  fieldsInvalid([
    {
      pointer: `/rules/${index}/value`,
      code: 'identity_provider_rule_twice',
      detail: 'Remove this rule: it is there already.',
    },
  ]);

export const ruleOrganisationNotFound = (index: number, field: 'schoolId' | 'providerId'): Problem =>
  fieldsInvalid([
    {
      pointer: `/rules/${index}/${field}`,
      code: 'identity_provider_rule_organisation_not_found',
      detail: 'Choose one from the list.',
    },
  ]);

export const identityProviderStateForbids = (isEnabled: boolean): Problem =>
  new Problem(
    409,
    isEnabled ? 'identity_provider_enabled_already' : 'identity_provider_disabled_already',
    isEnabled ? 'It is enabled already' : 'It is disabled already',
    'Load the page again to see how it stands.',
  );

export const logoutTokenRefused = (): Problem =>
  new Problem(400, 'logout_token_refused', 'The logout token was refused', 'It is not a logout token for this client.');
