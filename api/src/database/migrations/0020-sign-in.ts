import { forwardOnly } from '../forward-only.js';
import { identityTable } from '../row-security.js';

export const SignIn = forwardOnly(
  'SignIn1795478400020',
  `
  -- Who signed in before second factors existed signs in again.
  update sessions set ended_at = now() where ended_at is null;

  alter table role_grants add constraint role_grants_of_user unique (authority_id, user_id, id);

  -- A browser in which this person has signed in before. It is known by a cookie of its own.
  create table known_devices (
    id uuid not null default uuidv7(),
    user_id uuid not null,
    token_hash bytea not null,
    name text not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint known_devices_pkey primary key (id),
    constraint known_devices_once unique (user_id, token_hash),
    constraint known_devices_user_fkey foreign key (user_id) references users (id)
  );
  ${identityTable('known_devices', { hasAuthority: false })}

  -- A hat that is taken away takes the sessions that wear it with it: they must not widen to the other roles.
  alter table sessions
    add column stage text not null default 'second_factor',
    add column signed_in_with text[] not null default '{}',
    add column confirmed_at timestamptz,
    add column hat_id uuid,
    add column device_id uuid,
    add column device_name text not null default '',
    add column challenge text,
    add column challenge_purpose text,
    add column challenge_expires_at timestamptz,
    add constraint sessions_stage_known check (stage in ('second_factor', 'enrolment', 'open')),
    add constraint sessions_challenge_whole
      check ((challenge is null) = (challenge_expires_at is null) and (challenge is null) = (challenge_purpose is null)),
    add constraint sessions_hat_fkey foreign key (authority_id, user_id, hat_id)
      references role_grants (authority_id, user_id, id) on delete cascade,
    add constraint sessions_device_fkey foreign key (device_id) references known_devices (id) on delete set null;
  create index sessions_by_user on sessions (user_id);
  create index sessions_by_hat on sessions (authority_id, user_id, hat_id) where hat_id is not null;
  create index sessions_by_device on sessions (device_id) where device_id is not null;
  create index sessions_by_end on sessions (expires_at);

  -- One confirmed app a person, and one that is being set up. \`last_used_step\`: a code counts once.
  create table authenticator_apps (
    id uuid not null default uuidv7(),
    user_id uuid not null,
    sealed_secret text not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_used_step bigint not null default 0,
    constraint authenticator_apps_pkey primary key (id),
    constraint authenticator_apps_user_fkey foreign key (user_id) references users (id)
  );
  create unique index authenticator_apps_one_confirmed on authenticator_apps (user_id) where confirmed_at is not null;
  create unique index authenticator_apps_one_pending on authenticator_apps (user_id) where confirmed_at is null;
  ${identityTable('authenticator_apps', { hasAuthority: false })}

  create table passkeys (
    id uuid not null default uuidv7(),
    user_id uuid not null,
    credential_id text not null,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    constraint passkeys_pkey primary key (id),
    constraint passkeys_credential_key unique (credential_id),
    constraint passkeys_user_fkey foreign key (user_id) references users (id),
    constraint passkeys_name_filled check (name <> '')
  );
  create index passkeys_by_user on passkeys (user_id);
  ${identityTable('passkeys', { hasAuthority: false })}

  create table recovery_codes (
    id uuid not null default uuidv7(),
    user_id uuid not null,
    code_hash bytea not null,
    created_at timestamptz not null,
    used_at timestamptz,
    constraint recovery_codes_pkey primary key (id),
    constraint recovery_codes_once unique (user_id, code_hash),
    constraint recovery_codes_user_fkey foreign key (user_id) references users (id)
  );
  ${identityTable('recovery_codes', { hasAuthority: false })}

  -- What is counted, as a hash: neither an address of a person nor of a machine can be read from it.
  create table rate_limits (
    bucket bytea not null,
    attempts timestamptz[] not null,
    kept_until timestamptz not null,
    constraint rate_limits_pkey primary key (bucket)
  );
  create index rate_limits_by_age on rate_limits (kept_until);
  ${identityTable('rate_limits', { hasAuthority: false })}
  `,
);
