import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const AccessRequests = forwardOnly(
  'AccessRequests1795478400051',
  `
  create table access_request_counters (
    authority_id integer not null,
    year integer not null,
    last_number integer not null,
    constraint access_request_counters_pkey primary key (authority_id, year),
    constraint access_request_counters_authority_fkey foreign key (authority_id) references authorities (id)
  );
  ${tenantTable('access_request_counters')}

  create table access_requests (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    child_id uuid not null,
    reference text not null,
    status text not null default 'open',
    version integer not null default 1,
    requester_name text not null,
    requester_relation text not null,
    identity_check text not null,
    identity_note text not null default '',
    identity_proven_on date,
    wanted text not null default '',
    received_on date not null,
    is_complex boolean not null default false,
    complex_reason text,
    logged_by uuid not null,
    logged_at timestamptz not null,
    closed_on date,
    closed_by uuid,
    closing_reason text,
    constraint access_requests_pkey primary key (id),
    constraint access_requests_authority_id_key unique (authority_id, id),
    constraint access_requests_reference_key unique (authority_id, reference),
    constraint access_requests_child_fkey foreign key (authority_id, child_id) references children (authority_id, id),
    constraint access_requests_logged_by_fkey foreign key (logged_by) references users (id),
    constraint access_requests_closed_by_fkey foreign key (closed_by) references users (id),
    constraint access_requests_status_known check (status in ('open', 'released', 'refused', 'withdrawn')),
    constraint access_requests_relation_known check (
      requester_relation in ('parent_or_carer', 'young_person', 'representative', 'other')),
    constraint access_requests_identity_known check (
      identity_check in ('documents_seen', 'known_in_person', 'verified_online', 'to_be_proven')),
    constraint access_requests_complex_has_reason check (is_complex <= (coalesce(complex_reason, '') <> '')),
    constraint access_requests_closed_is_whole check ((status <> 'open') = (closed_on is not null and closed_by is not null)),
    constraint access_requests_refusal_has_reason check (status not in ('refused', 'withdrawn') or closing_reason <> '')
  );
  create index access_requests_by_child on access_requests (authority_id, child_id);
  create index access_requests_by_day on access_requests (authority_id, received_on desc, id);
  ${tenantTable('access_requests')}

  create table access_request_pauses (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    access_request_id uuid not null,
    paused_on date not null,
    reason text not null,
    paused_by uuid not null,
    resumed_on date,
    resumed_by uuid,
    constraint access_request_pauses_pkey primary key (id),
    constraint access_request_pauses_request_fkey foreign key (authority_id, access_request_id)
      references access_requests (authority_id, id),
    constraint access_request_pauses_paused_by_fkey foreign key (paused_by) references users (id),
    constraint access_request_pauses_resumed_by_fkey foreign key (resumed_by) references users (id),
    constraint access_request_pauses_in_order check (resumed_on >= paused_on),
    constraint access_request_pauses_reason_filled check (reason <> '')
  );
  create index access_request_pauses_by_request on access_request_pauses (authority_id, access_request_id, paused_on);
  create unique index access_request_pauses_one_open on access_request_pauses (authority_id, access_request_id)
    where resumed_on is null;
  ${tenantTable('access_request_pauses')}

  -- A pack is collected by a job, reviewed, and released once. From then on nothing of it changes but that its files go.
  create table access_packs (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    access_request_id uuid not null,
    status text not null default 'queued',
    progress_done integer not null default 0,
    progress_total integer not null default 0,
    content jsonb,
    failure text,
    prepared_by uuid not null,
    queued_at timestamptz not null,
    enqueued_at timestamptz,
    collected_at timestamptz,
    released_by uuid,
    released_at timestamptz,
    archive bytea,
    archive_sha256 text,
    manifest jsonb,
    destroyed_at timestamptz,
    constraint access_packs_pkey primary key (id),
    constraint access_packs_authority_id_key unique (authority_id, id),
    constraint access_packs_request_fkey foreign key (authority_id, access_request_id)
      references access_requests (authority_id, id),
    constraint access_packs_prepared_by_fkey foreign key (prepared_by) references users (id),
    constraint access_packs_released_by_fkey foreign key (released_by) references users (id),
    constraint access_packs_status_known check (
      status in ('queued', 'running', 'in_review', 'failed', 'superseded', 'released', 'destroyed')),
    constraint access_packs_review_has_content check (status <> 'in_review' or content is not null),
    constraint access_packs_release_is_whole check (
      status <> 'released' or (archive is not null and archive_sha256 is not null and manifest is not null and released_at is not null)),
    constraint access_packs_destroyed_is_empty check (
      status not in ('destroyed', 'superseded') or (archive is null and content is null))
  );
  create index access_packs_by_request on access_packs (authority_id, access_request_id, queued_at desc);
  create unique index access_packs_one_live on access_packs (authority_id, access_request_id)
    where status in ('queued', 'running', 'in_review', 'released');
  ${tenantTable('access_packs')}

  create function access_packs_are_frozen() returns trigger language plpgsql as $$
  begin
    if old.status = 'released' and not (new.status = 'destroyed' and new.archive is null and new.content is null
        and new.archive_sha256 = old.archive_sha256 and new.released_at = old.released_at) and to_jsonb(new) <> to_jsonb(old) then
      raise exception 'a released access pack cannot be changed';
    end if;
    return new;
  end $$;
  create trigger access_packs_frozen before update on access_packs
    for each row execute function access_packs_are_frozen();

  create table access_pack_passages (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    access_pack_id uuid not null,
    position integer not null,
    -- Where in the content (JSON pointer), and which part of that text; no part means all of it.
    pointer text not null,
    starts_at integer,
    ends_at integer,
    place text not null,
    context text not null,
    passage text not null,
    kind text not null,
    suggestion text not null,
    decision text,
    decided_by uuid,
    decided_at timestamptz,
    constraint access_pack_passages_pkey primary key (id),
    constraint access_pack_passages_pack_fkey foreign key (authority_id, access_pack_id)
      references access_packs (authority_id, id),
    constraint access_pack_passages_decided_by_fkey foreign key (decided_by) references users (id),
    constraint access_pack_passages_position_key unique (access_pack_id, position),
    constraint access_pack_passages_kind_known check (
      kind in ('other_child', 'family', 'named_person', 'contact', 'safe_contact', 'staff', 'marked')),
    constraint access_pack_passages_suggestion_known check (suggestion in ('keep', 'redact')),
    constraint access_pack_passages_decision_known check (decision in ('keep', 'redact')),
    constraint access_pack_passages_decided_is_whole check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
    constraint access_pack_passages_part_in_order check (num_nulls(starts_at, ends_at) in (0, 2) and starts_at < ends_at)
  );
  create index access_pack_passages_by_pack on access_pack_passages (authority_id, access_pack_id, position);
  ${tenantTable('access_pack_passages')}

  create function access_pack_passages_are_frozen() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from access_packs k where k.id = old.access_pack_id and k.status = 'released') then
      raise exception 'the passages of a released access pack cannot be changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
  create trigger access_pack_passages_frozen before update or delete on access_pack_passages
    for each row execute function access_pack_passages_are_frozen();
  `,
);
