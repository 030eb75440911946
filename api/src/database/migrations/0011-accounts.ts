import { forwardOnly } from '../forward-only.js';
import { identityTable } from '../row-security.js';

export const Accounts = forwardOnly(
  'Accounts1795478400011',
  `
  alter table users add column version integer not null default 1;

  -- The roles of somebody who may not come in for now. They are no grants: whatever asks for grants need not know of this.
  create table suspended_role_grants (
    id uuid not null,
    authority_id integer not null,
    user_id uuid not null,
    role text not null,
    school_id uuid,
    provider_id uuid,
    -- Where single sign-on gave the role. No key, as providers come later in the order of migrations; the grant has one.
    identity_provider_id uuid,
    suspended_at timestamptz not null,
    constraint suspended_role_grants_pkey primary key (id),
    constraint suspended_role_grants_once unique nulls not distinct (authority_id, user_id, role, school_id, provider_id),
    constraint suspended_role_grants_member_fkey foreign key (authority_id, user_id) references memberships (authority_id, user_id),
    constraint suspended_role_grants_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id),
    constraint suspended_role_grants_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id)
  );
  create index suspended_role_grants_user on suspended_role_grants (user_id, authority_id);
  ${identityTable('suspended_role_grants', { hasAuthority: true })}

  create table invitations (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    email text not null,
    name text not null,
    invited_by uuid not null,
    invited_at timestamptz not null,
    -- SHA-256 of the token in the link; a new link replaces it.
    token_hash bytea not null,
    expires_at timestamptz not null,
    version integer not null default 1,
    accepted_at timestamptz,
    accepted_by uuid,
    withdrawn_at timestamptz,
    constraint invitations_pkey primary key (id),
    constraint invitations_authority_id_key unique (authority_id, id),
    constraint invitations_token_hash_key unique (token_hash),
    constraint invitations_authority_fkey foreign key (authority_id) references authorities (id),
    constraint invitations_invited_by_fkey foreign key (invited_by) references users (id),
    constraint invitations_accepted_by_fkey foreign key (accepted_by) references users (id),
    constraint invitations_email_lower check (email = lower(email)),
    constraint invitations_one_end check (accepted_at is null or withdrawn_at is null),
    constraint invitations_acceptance_whole check ((accepted_at is null) = (accepted_by is null))
  );
  create unique index invitations_one_open on invitations (authority_id, email)
    where accepted_at is null and withdrawn_at is null;
  ${identityTable('invitations', { hasAuthority: true, verbs: 'select, insert, update' })}

  create table invitation_roles (
    invitation_id uuid not null,
    authority_id integer not null,
    position integer not null,
    role text not null,
    school_id uuid,
    provider_id uuid,
    constraint invitation_roles_pkey primary key (invitation_id, position),
    constraint invitation_roles_once unique nulls not distinct (invitation_id, role, school_id, provider_id),
    constraint invitation_roles_invitation_fkey foreign key (authority_id, invitation_id) references invitations (authority_id, id),
    constraint invitation_roles_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id),
    constraint invitation_roles_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id),
    constraint invitation_roles_role_known check (role in ('senco', 'coordinator', 'panel_member', 'provider',
      'contract_manager', 'board_member', 'administrator', 'data_protection_officer')),
    constraint invitation_roles_senco_has_school check ((role = 'senco') <= (school_id is not null)),
    constraint invitation_roles_provider_has_provider check ((role = 'provider') = (provider_id is not null))
  );
  create index invitation_roles_by_authority on invitation_roles (authority_id, invitation_id);
  ${identityTable('invitation_roles', { hasAuthority: true, verbs: 'select, insert' })}

  -- Links that people asked for themselves. Used ones are deleted; several may live, so that nobody can spoil another's.
  create table account_links (
    id uuid not null default uuidv7(),
    user_id uuid not null,
    purpose text not null,
    token_hash bytea not null,
    new_email text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint account_links_pkey primary key (id),
    constraint account_links_token_hash_key unique (token_hash),
    constraint account_links_user_fkey foreign key (user_id) references users (id),
    constraint account_links_purpose_known check (purpose in ('password_reset', 'email_change')),
    constraint account_links_email_where_needed check ((purpose = 'email_change') = (new_email is not null)),
    constraint account_links_email_lower check (new_email = lower(new_email))
  );
  create index account_links_by_user on account_links (user_id, purpose, created_at);
  create index account_links_by_end on account_links (expires_at);
  ${identityTable('account_links', { hasAuthority: false })}
  `,
);
