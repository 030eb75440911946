import { forwardOnly } from '../forward-only.js';
import { identityTable, tenantTable } from '../row-security.js';

const tenantTables = [
  'schools',
  'providers',
  'children',
  'referrals',
  'referral_sections',
  'reference_counters',
  'rate_cards',
  'assessments',
  'contracts',
  'allocations',
  'panels',
  'agenda_items',
  'delivery_sessions',
  'reviews',
  'ehc_facts',
  'analysis_runs',
  'analysis_lines',
  'reports',
  'idempotency_keys',
];

/** Written once and never changed: their triggers refuse it, and so do the rights of the application. */
const appendOnlyTables = ['audit_events', 'decisions', 'commitment_entries'];

export const RowLevelSecurity = forwardOnly(
  'RowLevelSecurity1795478400008',
  `
  -- Roles belong to the whole server: several databases of one server share this one.
  do $$ begin
    create role panel_app nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
  exception when duplicate_object or unique_violation then null;
  end $$;
  grant usage on schema public to panel_app;

  -- The keys that sign what a transaction says about itself. Only the owner's functions read them.
  create schema panel_private;
  revoke all on schema panel_private from public;
  create table panel_private.scope_keys (
    id text not null,
    inner_pad bytea not null,
    outer_pad bytea not null,
    added_at timestamptz not null default now(),
    constraint scope_keys_pkey primary key (id)
  );

  -- The subject of the transaction's scope when its signature holds on this connection and its time has not passed; null
  -- otherwise. hmac-sha-256 by hand, as pgcrypto is an extension that not every server has.
  create function panel_private.verified_subject() returns text
    language plpgsql stable parallel restricted as $$
  declare
    parts text[] := string_to_array(current_setting('panel.scope', true), '.');
    pads record;
  begin
    if parts is null or cardinality(parts) <> 4 then return null; end if;
    select k.inner_pad, k.outer_pad into pads from panel_private.scope_keys k where k.id = parts[3];
    if not found then return null; end if;
    if encode(sha256(pads.outer_pad || sha256(pads.inner_pad
         || convert_to(parts[1] || '.' || parts[2] || '.' || pg_backend_pid(), 'UTF8'))), 'hex') <> parts[4] then
      return null;
    end if;
    if parts[2]::bigint < extract(epoch from clock_timestamp()) then return null; end if;
    return parts[1];
  end $$;

  create function scope_authority_id() returns integer
    language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  declare
    subject text := panel_private.verified_subject();
  begin
    if subject like 'authority:%' then return substr(subject, 11)::integer; end if;
    return null;
  end $$;

  create function scope_is_identity() returns boolean
    language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  begin
    return panel_private.verified_subject() is not distinct from 'identity';
  end $$;

  -- Who ever had a role in an authority: its people may still be named beside what they wrote when the role is gone.
  create table memberships (
    authority_id integer not null,
    user_id uuid not null,
    constraint memberships_pkey primary key (authority_id, user_id),
    constraint memberships_authority_fkey foreign key (authority_id) references authorities (id),
    constraint memberships_user_fkey foreign key (user_id) references users (id)
  );
  create index memberships_by_user on memberships (user_id);
  insert into memberships (authority_id, user_id) select distinct authority_id, user_id from role_grants;
  create function role_grants_make_members() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    insert into public.memberships (authority_id, user_id) values (new.authority_id, new.user_id) on conflict do nothing;
    return null;
  end $$;
  create trigger role_grants_membership after insert on role_grants
    for each row execute function role_grants_make_members();

  ${tenantTables.map((table) => tenantTable(table)).join('')}
  ${appendOnlyTables.map((table) => tenantTable(table, 'select, insert')).join('')}
  ${identityTable('memberships', { hasAuthority: true, verbs: 'select' })}
  ${identityTable('role_grants', { hasAuthority: true })}
  ${identityTable('sessions', { hasAuthority: true })}
  ${identityTable('users', { hasAuthority: false, verbs: 'select, insert, update' })}
  ${identityTable('authorities', { hasAuthority: false, verbs: 'select, insert, update' })}

  -- People of the authority, past and present, and the authority itself.
  create policy users_of_authority on users for select using (
    exists (select 1 from memberships m where m.authority_id = (select scope_authority_id()) and m.user_id = users.id));
  create policy authorities_of_authority on authorities for select using (id = (select scope_authority_id()));

  -- The list of migrations is nobody's. Not forced: its owner writes it before and after these policies exist.
  alter table migrations enable row level security;
  create policy migrations_of_sign_in on migrations for select using ((select scope_is_identity()));
  grant select on migrations to panel_app;
  `,
);
