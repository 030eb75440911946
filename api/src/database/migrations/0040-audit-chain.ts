import { forwardOnly } from '../forward-only.js';
import { identityTable, tenantTable } from '../row-security.js';

/** What a table of chained events has beside its authority. */
const chained = `
    add column seq bigint,
    add column hash bytea,
    add column reason text,
    add column subject_referral_id uuid,
    add column subject_child_id uuid,
    add column address text,
    add column session_id uuid,
    add column request_id uuid,
    add column emergency_access_id uuid`;

/** The canonical text of a row `r`: a JSON array in RFC 8785 form. docs/audit.md says it for people outside. */
const canonical = `
    '[' || concat_ws(',',
      r.authority_id::text,
      r.seq::text,
      to_json(to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text,
      to_json(r.event)::text,
      coalesce(to_json(r.actor_user_id::text)::text, 'null'),
      to_json(r.actor_name)::text,
      '[' || coalesce((select string_agg(to_json(role)::text, ',' order by place)
                         from unnest(r.actor_roles) with ordinality roles (role, place)), '') || ']',
      to_json(r.subject_type)::text,
      coalesce(to_json(r.subject_id::text)::text, 'null'),
      coalesce(to_json(r.subject_referral_id::text)::text, 'null'),
      coalesce(to_json(r.subject_child_id::text)::text, 'null'),
      coalesce(to_json(r.reason)::text, 'null'),
      coalesce(to_json(r.address)::text, 'null'),
      coalesce(to_json(r.session_id::text)::text, 'null'),
      coalesce(to_json(r.request_id::text)::text, 'null'),
      coalesce(to_json(r.emergency_access_id::text)::text, 'null'),
      '{' || coalesce((select string_agg(to_json(key)::text || ':' || value::text, ',' order by key collate "C")
                         from jsonb_each(r.detail)), '') || '}'
    ) || ']'`;

/** Checks and reads one event \`e\` of the application into the row \`r\`. */
const readEvent = `
      if exists (select 1 from jsonb_each(e -> 'detail') d
                  where d.key !~ '^[A-Za-z][A-Za-z0-9_]*$'
                     or jsonb_typeof(d.value) not in ('string', 'number', 'boolean', 'null')
                     or (jsonb_typeof(d.value) = 'number' and d.value::text !~ '^-?[0-9]{1,15}$')) then
        raise exception 'the detail of an audit event holds texts, whole numbers, booleans and nulls under plain names';
      end if;
      r.at := (e ->> 'at')::timestamptz;
      r.actor_user_id := (e ->> 'actorUserId')::uuid;
      r.actor_name := e ->> 'actorName';
      r.actor_roles := array(select jsonb_array_elements_text(e -> 'actorRoles'));
      r.event := e ->> 'event';
      r.subject_type := e ->> 'subjectType';
      r.subject_id := (e ->> 'subjectId')::uuid;
      r.subject_referral_id := (e ->> 'subjectReferralId')::uuid;
      r.subject_child_id := (e ->> 'subjectChildId')::uuid;
      r.reason := e ->> 'reason';
      r.address := e ->> 'address';
      r.session_id := (e ->> 'sessionId')::uuid;
      r.request_id := (e ->> 'requestId')::uuid;
      r.emergency_access_id := (e ->> 'emergencyAccessId')::uuid;
      r.detail := e -> 'detail';`;

const chainedColumns = `at, actor_user_id, actor_name, actor_roles, event, subject_type, subject_id, subject_referral_id, subject_child_id,
        reason, address, session_id, request_id, emergency_access_id, detail`;
const chainedValues = chainedColumns
  .split(',')
  .map((name) => `r.${name.trim()}`)
  .join(', ');

/** Of no authority; read and (through the function) written in the transactions that come before one is known. */
const signInTable = (table: string): string => identityTable(table, { hasAuthority: false, verbs: 'select' });

export const AuditChain = forwardOnly(
  'AuditChain1795478400040',
  `
  alter table audit_events ${chained};

  -- Where each authority's chain ends: the number and the hash of its newest event.
  create table audit_heads (
    authority_id integer not null,
    seq bigint not null,
    hash bytea not null,
    constraint audit_heads_pkey primary key (authority_id),
    constraint audit_heads_authority_fkey foreign key (authority_id) references authorities (id)
  );

  create function audit_canonical(r audit_events) returns text
    language sql stable parallel safe set search_path = pg_catalog, pg_temp
    return ${canonical};

  -- What was written before there was a chain is chained in the order in which it was written. The policies and the
  -- triggers are for the running application; this once they stand aside.
  alter table audit_events no force row level security;
  alter table audit_events disable trigger user;
  update audit_events set subject_referral_id = subject_id where subject_type = 'referral';
  do $$
  declare
    authority integer;
    event audit_events;
    number bigint;
    last bytea;
  begin
    for authority in select id from authorities order by id loop
      number := 0;
      last := decode(repeat('00', 32), 'hex');
      for event in select * from audit_events where authority_id = authority order by id loop
        number := number + 1;
        event.seq := number;
        last := sha256(last || convert_to(audit_canonical(event), 'UTF8'));
        update audit_events set seq = number, hash = last where id = event.id;
      end loop;
      if number > 0 then insert into audit_heads (authority_id, seq, hash) values (authority, number, last); end if;
    end loop;
  end $$;
  alter table audit_events enable trigger user;
  alter table audit_events force row level security;
  alter table audit_events alter column seq set not null, alter column hash set not null;

  drop index audit_events_by_time;
  create index audit_events_by_time on audit_events (authority_id, at, seq);
  alter table audit_events add constraint audit_events_seq_key unique (authority_id, seq);
  create index audit_events_by_referral on audit_events (authority_id, subject_referral_id, seq) where subject_referral_id is not null;
  create index audit_events_by_child on audit_events (authority_id, subject_child_id, seq) where subject_child_id is not null;
  create index audit_events_by_person on audit_events (authority_id, actor_user_id, seq);
  create index audit_events_by_event on audit_events (authority_id, event, seq);
  create index audit_events_by_request on audit_events (authority_id, request_id) where request_id is not null;

  ${tenantTable('audit_heads', 'select')}
  -- Nobody writes events but through the function below.
  revoke insert, update, delete, truncate on audit_events from panel_app;

  create function audit_append(p_events jsonb) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    authority integer := scope_authority_id();
    e jsonb;
    r audit_events;
    head audit_heads;
  begin
    if authority is null then raise exception 'audit events need the scope of an authority'; end if;
    insert into audit_heads (authority_id, seq, hash) values (authority, 0, decode(repeat('00', 32), 'hex'))
      on conflict on constraint audit_heads_pkey do nothing;
    -- The one place where the writers of an authority wait for each other: so numbers have no gaps and commit in order.
    select * into strict head from audit_heads where authority_id = authority for update;
    for e in select value from jsonb_array_elements(p_events) with ordinality events (value, place) order by place loop
      if (e ->> 'authorityId')::integer is distinct from authority then
        raise exception 'an audit event of another authority was refused';
      end if;
      ${readEvent}
      if r.subject_type = 'referral' then r.subject_referral_id := r.subject_id; end if;
      if r.subject_type = 'allocation' and r.subject_referral_id is null then
        select a.referral_id into r.subject_referral_id from allocations a where a.authority_id = authority and a.id = r.subject_id;
      end if;
      if r.subject_type = 'child' then r.subject_child_id := r.subject_id; end if;
      if r.subject_child_id is null and r.subject_referral_id is not null then
        select f.child_id into r.subject_child_id from referrals f where f.authority_id = authority and f.id = r.subject_referral_id;
      end if;
      head.seq := head.seq + 1;
      r.authority_id := authority;
      r.seq := head.seq;
      r.hash := sha256(head.hash || convert_to(audit_canonical(r), 'UTF8'));
      head.hash := r.hash;
      insert into audit_events (authority_id, seq, hash, ${chainedColumns})
      values (r.authority_id, r.seq, r.hash, ${chainedValues});
    end loop;
    update audit_heads set seq = head.seq, hash = head.hash where authority_id = authority;
  end $$;
  revoke all on function audit_append(jsonb) from public;
  grant execute on function audit_append(jsonb) to panel_app;

  -- What happens before anybody is known belongs to no authority: failed sign-ins of addresses that nobody has here. A
  -- chain of its own, read by whoever runs the installation.
  create table installation_events (
    seq bigint not null,
    at timestamptz not null,
    event text not null,
    address text,
    request_id uuid,
    hash bytea not null,
    constraint installation_events_pkey primary key (seq)
  );
  create table installation_head (
    is_only boolean not null default true,
    seq bigint not null,
    hash bytea not null,
    constraint installation_head_pkey primary key (is_only),
    constraint installation_head_is_only check (is_only)
  );
  insert into installation_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));
  ${signInTable('installation_events')}
  ${signInTable('installation_head')}
  create trigger installation_events_no_change before update or delete on installation_events
    for each row execute function audit_events_are_append_only();
  create trigger installation_events_no_truncate before truncate on installation_events
    for each statement execute function audit_events_are_append_only();

  create function installation_append(p_event text, p_at timestamptz, p_address text, p_request_id uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    head installation_head;
  begin
    if not scope_is_identity() then raise exception 'installation events need the scope of sign-in'; end if;
    select * into strict head from installation_head for update;
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to('[' || concat_ws(',',
      head.seq::text,
      to_json(to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text,
      to_json(p_event)::text,
      coalesce(to_json(p_address)::text, 'null'),
      coalesce(to_json(p_request_id::text)::text, 'null')) || ']', 'UTF8'));
    insert into installation_events (seq, at, event, address, request_id, hash)
      values (head.seq, p_at, p_event, p_address, p_request_id, head.hash);
    update installation_head set seq = head.seq, hash = head.hash;
  end $$;
  revoke all on function installation_append(text, timestamptz, text, uuid) from public;
  grant execute on function installation_append(text, timestamptz, text, uuid) to panel_app;
  `,
);
