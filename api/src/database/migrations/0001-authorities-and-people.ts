import { forwardOnly } from '../forward-only.js';

export const AuthoritiesAndPeople = forwardOnly(
  'AuthoritiesAndPeople1795478400001',
  `
  create table authorities (
    id integer generated always as identity,
    name text not null,
    code text not null,
    service_name text not null,
    created_at timestamptz not null default now(),
    constraint authorities_pkey primary key (id),
    constraint authorities_code_key unique (code),
    constraint authorities_name_filled check (name <> '')
  );

  -- People belong to the installation, not to an authority: one person may work for several.
  create table users (
    id uuid not null default uuidv7(),
    email text not null,
    name text not null,
    password_hash text,
    demo_key text,
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    constraint users_pkey primary key (id),
    constraint users_email_key unique (email),
    constraint users_demo_key_key unique (demo_key),
    constraint users_email_lower check (email = lower(email))
  );

  create table schools (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    urn text not null,
    name text not null,
    phase text not null,
    head_teacher text not null default '',
    constraint schools_pkey primary key (id),
    constraint schools_authority_id_key unique (authority_id, id),
    constraint schools_urn_key unique (authority_id, urn),
    constraint schools_authority_fkey foreign key (authority_id) references authorities (id),
    constraint schools_urn_digits check (urn ~ '^[0-9]{6}$'),
    constraint schools_phase_known check (phase in ('primary', 'secondary', 'all_through', 'special', 'nursery'))
  );

  create table providers (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    name text not null,
    constraint providers_pkey primary key (id),
    constraint providers_authority_id_key unique (authority_id, id),
    constraint providers_name_key unique (authority_id, name),
    constraint providers_authority_fkey foreign key (authority_id) references authorities (id)
  );

  create table role_grants (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    user_id uuid not null,
    role text not null,
    school_id uuid,
    provider_id uuid,
    constraint role_grants_pkey primary key (id),
    constraint role_grants_once unique nulls not distinct (authority_id, user_id, role, school_id, provider_id),
    constraint role_grants_authority_fkey foreign key (authority_id) references authorities (id),
    constraint role_grants_user_fkey foreign key (user_id) references users (id),
    constraint role_grants_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id),
    constraint role_grants_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id),
    constraint role_grants_role_known check (role in ('senco', 'coordinator', 'panel_member', 'provider',
      'contract_manager', 'board_member', 'administrator', 'data_protection_officer')),
    constraint role_grants_senco_has_school check ((role = 'senco') <= (school_id is not null)),
    constraint role_grants_provider_has_provider check ((role = 'provider') = (provider_id is not null))
  );
  create index role_grants_user on role_grants (user_id, authority_id);

  create table sessions (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    user_id uuid not null,
    token_hash bytea not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    constraint sessions_pkey primary key (id),
    constraint sessions_token_hash_key unique (token_hash),
    constraint sessions_authority_fkey foreign key (authority_id) references authorities (id),
    constraint sessions_user_fkey foreign key (user_id) references users (id)
  );
  create index sessions_user on sessions (authority_id, user_id);
  `,
);
