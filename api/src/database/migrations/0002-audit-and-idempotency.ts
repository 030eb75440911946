import { forwardOnly } from '../forward-only.js';

export const AuditAndIdempotency = forwardOnly(
  'AuditAndIdempotency1795478400002',
  `
  create table audit_events (
    id bigint generated always as identity,
    authority_id integer not null,
    at timestamptz not null,
    actor_user_id uuid,
    actor_name text not null,
    actor_roles text[] not null,
    event text not null,
    subject_type text not null,
    subject_id uuid,
    detail jsonb not null default '{}',
    constraint audit_events_pkey primary key (id),
    constraint audit_events_authority_fkey foreign key (authority_id) references authorities (id)
  );
  create index audit_events_by_subject on audit_events (authority_id, subject_type, subject_id, id);
  create index audit_events_by_time on audit_events (authority_id, id);

  -- What happened stays as it was written, whoever asks.
  create function audit_events_are_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'audit events cannot be changed or deleted';
  end $$;
  create trigger audit_events_no_change before update or delete on audit_events
    for each row execute function audit_events_are_append_only();
  create trigger audit_events_no_truncate before truncate on audit_events
    for each statement execute function audit_events_are_append_only();

  create table idempotency_keys (
    authority_id integer not null,
    user_id uuid not null,
    operation text not null,
    key uuid not null,
    fingerprint text not null,
    answer jsonb,
    created_at timestamptz not null,
    constraint idempotency_keys_pkey primary key (authority_id, user_id, operation, key),
    constraint idempotency_keys_authority_fkey foreign key (authority_id) references authorities (id),
    constraint idempotency_keys_user_fkey foreign key (user_id) references users (id)
  );
  create index idempotency_keys_by_age on idempotency_keys (authority_id, created_at);
  `,
);
