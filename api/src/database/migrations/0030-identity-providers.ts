import { forwardOnly } from '../forward-only.js';
import { identityTable, tenantTable } from '../row-security.js';

export const IdentityProviders = forwardOnly(
  'IdentityProviders1795478400030',
  `
  -- Where people of an authority sign in: its own Entra ID, DfE Sign-in, or that of one school or provider of support.
  create table identity_providers (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    version integer not null default 1,
    kind text not null,
    display_name text not null,
    issuer text not null,
    client_id text not null,
    sealed_client_secret text not null,
    tenant_id uuid,
    school_id uuid,
    provider_id uuid,
    is_enabled boolean not null default false,
    gives_roles boolean not null default false,
    creates_people boolean not null default false,
    second_factor text not null default 'ours',
    required_acr text[] not null default '{}',
    required_amr text[] not null default '{}',
    max_age_minutes integer,
    allowed_email_domains text[] not null default '{}',
    roles_api_address text,
    roles_api_service_id text,
    sealed_roles_api_secret text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint identity_providers_pkey primary key (id),
    constraint identity_providers_authority_id_key unique (authority_id, id),
    constraint identity_providers_name_key unique (authority_id, display_name),
    constraint identity_providers_client_key unique (authority_id, issuer, client_id),
    constraint identity_providers_authority_fkey foreign key (authority_id) references authorities (id),
    constraint identity_providers_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id),
    constraint identity_providers_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id),
    constraint identity_providers_kind_known check (kind in ('entra_id', 'dfe_sign_in', 'other')),
    constraint identity_providers_name_filled check (display_name <> ''),
    constraint identity_providers_one_organisation check (school_id is null or provider_id is null),
    constraint identity_providers_tenant_of_entra check ((kind = 'entra_id') = (tenant_id is not null)),
    constraint identity_providers_roles_api_of_dfe check (
      (kind = 'dfe_sign_in' or roles_api_address is null)
      and (roles_api_address is null) = (sealed_roles_api_secret is null)
      and (roles_api_address is null) = (roles_api_service_id is null)),
    constraint identity_providers_creation_needs_roles check (not creates_people or gives_roles),
    constraint identity_providers_second_factor_known check (second_factor in ('ours', 'when_shown', 'required')),
    constraint identity_providers_factor_named check (second_factor = 'ours' or cardinality(required_acr) + cardinality(required_amr) > 0),
    constraint identity_providers_max_age check (max_age_minutes between 1 and 10080)
  );
  create index identity_providers_by_school on identity_providers (authority_id, school_id) where school_id is not null;
  create index identity_providers_by_provider on identity_providers (authority_id, provider_id) where provider_id is not null;
  ${identityTable('identity_providers', { hasAuthority: true, verbs: 'select, insert, update' })}

  -- Which value of which claim gives which role. The rules of one provider are replaced as a whole.
  create table identity_provider_role_rules (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    identity_provider_id uuid not null,
    position integer not null,
    claim text not null,
    value text not null,
    role text not null,
    school_id uuid,
    provider_id uuid,
    is_school_from_urn boolean not null default false,
    constraint identity_provider_role_rules_pkey primary key (id),
    constraint identity_provider_role_rules_position_key unique (authority_id, identity_provider_id, position),
    constraint identity_provider_role_rules_authority_fkey foreign key (authority_id) references authorities (id),
    constraint identity_provider_role_rules_of foreign key (authority_id, identity_provider_id)
      references identity_providers (authority_id, id) on delete cascade,
    constraint identity_provider_role_rules_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id),
    constraint identity_provider_role_rules_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id),
    constraint identity_provider_role_rules_filled check (claim <> '' and value <> ''),
    constraint identity_provider_role_rules_role_known check (role in ('senco', 'coordinator', 'panel_member', 'provider',
      'contract_manager', 'board_member', 'administrator', 'data_protection_officer')),
    constraint identity_provider_role_rules_one_school check (not (is_school_from_urn and school_id is not null)),
    constraint identity_provider_role_rules_senco_has_school check ((role = 'senco') <= (school_id is not null or is_school_from_urn)),
    constraint identity_provider_role_rules_provider_has_provider check ((role = 'provider') = (provider_id is not null))
  );
  create index identity_provider_role_rules_by_school on identity_provider_role_rules (authority_id, school_id) where school_id is not null;
  create index identity_provider_role_rules_by_provider on identity_provider_role_rules (authority_id, provider_id) where provider_id is not null;
  ${tenantTable('identity_provider_role_rules')}

  -- Somebody at an issuer is this person here. Like people, it belongs to the installation: the issuer says who it is,
  -- whichever authority's set-up it was said through. Never keyed by an e-mail address.
  create table federated_identities (
    id uuid not null default uuidv7(),
    user_id uuid not null,
    issuer text not null,
    subject_claim text not null,
    subject text not null,
    account_name text not null,
    linked_at timestamptz not null,
    last_used_at timestamptz,
    constraint federated_identities_pkey primary key (id),
    constraint federated_identities_subject_key unique (issuer, subject_claim, subject),
    constraint federated_identities_user_fkey foreign key (user_id) references users (id),
    constraint federated_identities_subject_claim_known check (subject_claim in ('sub', 'oid')),
    constraint federated_identities_filled check (issuer <> '' and subject <> '')
  );
  create index federated_identities_by_user on federated_identities (user_id);
  ${identityTable('federated_identities', { hasAuthority: false })}

  -- A way to a provider that somebody has set out on: ten minutes, one use, one browser. What proves the browser and the
  -- code's owner is made from a cookie, so these rows alone finish nothing.
  create table identity_provider_starts (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    identity_provider_id uuid not null,
    state_hash bytea not null,
    browser_hash bytea not null,
    purpose text not null,
    user_id uuid,
    invitation_token_hash bytea,
    return_to text not null,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint identity_provider_starts_pkey primary key (id),
    constraint identity_provider_starts_state_key unique (state_hash),
    constraint identity_provider_starts_authority_fkey foreign key (authority_id) references authorities (id),
    constraint identity_provider_starts_of foreign key (authority_id, identity_provider_id)
      references identity_providers (authority_id, id),
    constraint identity_provider_starts_user_fkey foreign key (user_id) references users (id),
    constraint identity_provider_starts_purpose_known check (purpose in ('sign_in', 'link', 'confirm', 'invitation')),
    constraint identity_provider_starts_link_has_user check ((purpose in ('link', 'confirm')) = (user_id is not null)),
    constraint identity_provider_starts_invitation_has_token check ((purpose = 'invitation') = (invitation_token_hash is not null))
  );
  create index identity_provider_starts_of_provider on identity_provider_starts (authority_id, identity_provider_id);
  create index identity_provider_starts_by_age on identity_provider_starts (authority_id, expires_at);
  create index identity_provider_starts_by_user on identity_provider_starts (user_id) where user_id is not null;
  ${tenantTable('identity_provider_starts')}

  -- Null: a person gave the role.
  alter table role_grants
    add column identity_provider_id uuid,
    add constraint role_grants_identity_provider_fkey foreign key (authority_id, identity_provider_id)
      references identity_providers (authority_id, id);
  create index role_grants_by_identity_provider on role_grants (authority_id, identity_provider_id) where identity_provider_id is not null;

  -- The keys keep such a session in the authority of its provider: what an authority's provider says is worth nothing elsewhere.
  alter table sessions
    add column identity_provider_id uuid,
    add column provider_subject text,
    add column provider_session_id text,
    add constraint sessions_identity_provider_fkey foreign key (authority_id, identity_provider_id)
      references identity_providers (authority_id, id),
    add constraint sessions_provider_whole check ((identity_provider_id is null) = (provider_subject is null));
  create index sessions_by_identity_provider on sessions (authority_id, identity_provider_id, provider_subject)
    where identity_provider_id is not null;
  `,
);
