import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

/** SHA-256 of an id: says of a restored row whether it had been destroyed, and of nothing else who it was. */
const hashed = (ids: string): string =>
  `array(select encode(sha256(convert_to(id::text, 'UTF8')), 'hex') from unnest(${ids}) id)`;

export const Retention = forwardOnly(
  'Retention1795478400052',
  `
  -- An authority's own periods. Versions are added, never changed; the newest counts. Version 1 is the default that ships.
  create table retention_rules (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    record_class text not null,
    version integer not null,
    months integer not null,
    days integer not null,
    source text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    constraint retention_rules_pkey primary key (id),
    constraint retention_rules_version_key unique (authority_id, record_class, version),
    constraint retention_rules_authority_fkey foreign key (authority_id) references authorities (id),
    constraint retention_rules_set_by_fkey foreign key (set_by) references users (id),
    constraint retention_rules_class_known check (record_class in ('sen_case', 'unsuccessful_referral', 'draft_referral',
      'access_request', 'access_pack', 'mail', 'repeat_protection')),
    constraint retention_rules_version_after_default check (version > 1),
    constraint retention_rules_period_possible check (months between 0 and 1200 and days between 0 and 36500 and months + days > 0),
    constraint retention_rules_source_filled check (source <> '')
  );
  ${tenantTable('retention_rules', 'select, insert')}
  create trigger retention_rules_no_change before update or delete on retention_rules
    for each row execute function case_records_are_append_only();

  create table legal_holds (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    child_id uuid,
    referral_id uuid,
    version integer not null default 1,
    reason text not null,
    placed_by uuid not null,
    placed_at timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    lift_reason text,
    constraint legal_holds_pkey primary key (id),
    constraint legal_holds_child_fkey foreign key (authority_id, child_id) references children (authority_id, id),
    constraint legal_holds_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint legal_holds_placed_by_fkey foreign key (placed_by) references users (id),
    constraint legal_holds_lifted_by_fkey foreign key (lifted_by) references users (id),
    constraint legal_holds_on_one_thing check (num_nonnulls(child_id, referral_id) = 1),
    constraint legal_holds_reason_filled check (reason <> ''),
    constraint legal_holds_lifted_is_whole check (num_nulls(lifted_by, lifted_at, lift_reason) in (0, 3))
  );
  create index legal_holds_by_child on legal_holds (authority_id, child_id) where lifted_at is null;
  create index legal_holds_by_referral on legal_holds (authority_id, referral_id) where lifted_at is null;
  create index legal_holds_by_time on legal_holds (authority_id, placed_at desc);
  ${tenantTable('legal_holds', 'select, insert, update')}

  -- What was destroyed: no personal data, so it stays.
  create table destructions (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    record_class text not null,
    rule_version integer not null,
    rule_months integer not null,
    rule_days integer not null,
    counts jsonb not null,
    id_hashes text[] not null,
    is_replay boolean not null default false,
    destroyed_at timestamptz not null default now(),
    -- When it was written to the file outside of the database, from which a restored backup is brought up to date.
    filed_at timestamptz,
    constraint destructions_pkey primary key (id),
    constraint destructions_authority_fkey foreign key (authority_id) references authorities (id)
  );
  create index destructions_by_time on destructions (authority_id, destroyed_at desc, id);
  create index destructions_unfiled on destructions (authority_id) where filed_at is null;
  ${tenantTable('destructions', 'select, update (filed_at)')}

  -- Drafts whose school was told that they will be destroyed: once for each time the draft was left alone.
  create table draft_warnings (
    referral_id uuid not null,
    authority_id integer not null,
    last_changed_on date not null,
    warned_at timestamptz not null,
    constraint draft_warnings_pkey primary key (referral_id, last_changed_on),
    constraint draft_warnings_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id)
  );
  create index draft_warnings_by_referral on draft_warnings (authority_id, referral_id);
  ${tenantTable('draft_warnings', 'select, insert')}

  -- What finance and past results need stays when a case goes: the amounts, without the way to the case.
  alter table analysis_lines add column id uuid not null default uuidv7();
  alter table analysis_lines drop constraint analysis_lines_pkey;
  alter table analysis_lines alter column referral_id drop not null;
  alter table analysis_lines add constraint analysis_lines_pkey primary key (id);
  alter table analysis_lines add constraint analysis_lines_once unique (run_id, referral_id);
  alter table commitment_entries alter column allocation_id drop not null;

  drop trigger commitment_entries_no_change on commitment_entries;
  create trigger commitment_entries_no_change before update or delete on commitment_entries
    for each row execute function case_records_are_append_only();
  drop trigger decisions_no_change on decisions;
  create trigger decisions_no_change before update or delete on decisions
    for each row execute function case_records_are_append_only();

  -- The application deletes no record of a case: only the functions below do, each of which looks first.
  revoke delete on children, referrals, referral_sections, assessments, allocations, delivery_sessions, reviews, ehc_facts,
    analysis_lines, access_requests, access_request_pauses, access_packs from panel_app;

  -- The rule in force. The defaults are those of the domain library; a specification compares them.
  create function retention_rule(p_class text)
    returns table (months integer, days integer, version integer) language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(r.months, d.months), coalesce(r.days, d.days), coalesce(r.version, 1)
      from (values ('sen_case', 372, 0), ('unsuccessful_referral', 36, 0), ('draft_referral', 0, 90), ('access_request', 36, 0),
                   ('access_pack', 0, 90), ('mail', 6, 0), ('repeat_protection', 0, 7)) d(record_class, months, days)
      left join lateral (select * from retention_rules o where o.authority_id = scope_authority_id() and o.record_class = d.record_class
                          order by o.version desc limit 1) r on true
     where d.record_class = p_class
  $$;

  create function kept_until(p_class text, p_starts_on date)
    returns date language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select (p_starts_on + make_interval(months => months))::date + days from retention_rule(p_class)
  $$;

  -- Every case of the authority (or one) with its class, the end of its period, and what else keeps it.
  create function case_retention(p_today date, p_referral uuid default null)
    returns table (referral_id uuid, child_id uuid, reference text, record_class text, starts_on date, kept_until date,
      rule_version integer, is_on_hold boolean, has_open_access_request boolean, has_kept_access_request boolean)
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with facts as (
      select r.id, r.child_id, r.reference, r.status, c.born_on, r.status_changed_on,
             greatest((r.created_at at time zone 'Europe/London')::date, r.status_changed_on,
               (select max((s.saved_at at time zone 'Europe/London')::date) from referral_sections s
                 where s.authority_id = r.authority_id and s.referral_id = r.id)) as last_changed_on,
             exists (select 1 from allocations a where a.authority_id = r.authority_id and a.referral_id = r.id) as had_support
        from referrals r left join children c on c.authority_id = r.authority_id and c.id = r.child_id
       where r.authority_id = scope_authority_id() and (p_referral is null or r.id = p_referral)),
    classed as (
      select f.*, case
               when f.child_id is null and f.status in ('draft', 'closed', 'withdrawn', 'declined') then 'draft_referral'
               when f.child_id is null then null
               when f.status = 'closed' or (f.status in ('withdrawn', 'declined') and f.had_support) then 'sen_case'
               when f.status in ('withdrawn', 'declined') then 'unsuccessful_referral' end as class
        from facts f),
    started as (
      select c.*, case c.class when 'draft_referral' then c.last_changed_on when 'sen_case' then c.born_on
                                when 'unsuccessful_referral' then c.status_changed_on end as start
        from classed c)
    select s.id, s.child_id, s.reference, s.class, s.start, (s.start + make_interval(months => rule.months))::date + rule.days, rule.version,
           exists (select 1 from legal_holds h where h.authority_id = scope_authority_id() and h.lifted_at is null
                      and (h.referral_id = s.id or h.child_id = s.child_id)),
           exists (select 1 from access_requests q where q.authority_id = scope_authority_id() and q.child_id = s.child_id
                      and q.status = 'open'),
           exists (select 1 from access_requests q where q.authority_id = scope_authority_id() and q.child_id = s.child_id
                      and q.closed_on is not null and kept_until('access_request', q.closed_on) >= p_today)
      from started s left join lateral retention_rule(s.class) rule on true
  $$;

  -- Nobody makes a day come sooner than it does: a caller may only look from an earlier one.
  create function panel_private.today(p_today date) returns date language sql stable as $$
    select least(p_today, (now() at time zone 'Europe/London')::date)
  $$;

  -- Deletes a case and, with its last one, the child. Looks at nothing: who may call it looks first.
  create function panel_private.erase_case(p_referral uuid, p_class text, p_version integer, p_months integer, p_days integer, p_is_replay boolean)
    returns jsonb language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    authority integer := scope_authority_id();
    child uuid;
    allocation_ids uuid[];
    document_ids uuid[];
    gone uuid[];
    counts jsonb := '{}';
    n integer;
  begin
    select r.child_id into child from referrals r where r.authority_id = authority and r.id = p_referral for update;
    if not found then return null; end if;
    perform 1 from children c where c.authority_id = authority and c.id = child for update;
    select coalesce(array_agg(a.id), '{}') into allocation_ids from allocations a where a.authority_id = authority and a.referral_id = p_referral;
    select coalesce(array_agg(d.id), '{}') into document_ids from documents d where d.authority_id = authority and d.referral_id = p_referral;
    gone := array[p_referral] || allocation_ids || document_ids;

    perform set_config('panel.destroying', 'yes', true);
    update analysis_lines set referral_id = null where authority_id = authority and referral_id = p_referral;
    update commitment_entries set allocation_id = null where authority_id = authority and allocation_id = any(allocation_ids);
    delete from delivery_sessions where authority_id = authority and allocation_id = any(allocation_ids);
    get diagnostics n = row_count; counts := counts || jsonb_build_object('delivery_sessions', n);
    delete from allocations where authority_id = authority and referral_id = p_referral;
    get diagnostics n = row_count; counts := counts || jsonb_build_object('allocations', n);
    delete from decisions where authority_id = authority and referral_id = p_referral;
    get diagnostics n = row_count; counts := counts || jsonb_build_object('decisions', n);
    delete from agenda_items where authority_id = authority and referral_id = p_referral;
    get diagnostics n = row_count; counts := counts || jsonb_build_object('agenda_items', n);
    delete from reviews where authority_id = authority and referral_id = p_referral;
    get diagnostics n = row_count; counts := counts || jsonb_build_object('reviews', n);
    delete from ehc_facts where authority_id = authority and referral_id = p_referral;
    delete from assessments where authority_id = authority and referral_id = p_referral;
    get diagnostics n = row_count; counts := counts || jsonb_build_object('assessments', n);
    delete from consent_events where authority_id = authority and referral_id = p_referral;
    delete from document_versions where authority_id = authority and document_id = any(document_ids);
    delete from documents where authority_id = authority and referral_id = p_referral;
    get diagnostics n = row_count; counts := counts || jsonb_build_object('documents', n);
    delete from draft_warnings where authority_id = authority and referral_id = p_referral;
    delete from referral_sections where authority_id = authority and referral_id = p_referral;
    delete from legal_holds where authority_id = authority and referral_id = p_referral;
    -- Answers that are kept so that a repeated request is not done twice hold the case as it was.
    delete from idempotency_keys k where k.authority_id = authority
       and exists (select 1 from unnest(gone) id where k.answer::text like '%' || id || '%');
    delete from referrals where authority_id = authority and id = p_referral;
    counts := counts || jsonb_build_object('referrals', 1);
    if child is not null and not exists (select 1 from referrals where authority_id = authority and child_id = child) then
      perform panel_private.erase_access_requests(array(select q.id from access_requests q where q.authority_id = authority and q.child_id = child));
      delete from legal_holds where authority_id = authority and child_id = child;
      delete from children where authority_id = authority and id = child;
      counts := counts || jsonb_build_object('children', 1);
      gone := gone || child;
    end if;
    perform set_config('panel.destroying', '', true);
    insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes, is_replay)
    values (authority, p_class, p_version, p_months, p_days, counts, ${hashed('gone')}, p_is_replay);
    return counts;
  end $$;

  create function panel_private.erase_access_requests(p_requests uuid[]) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    authority integer := scope_authority_id();
  begin
    update access_packs set status = 'destroyed', archive = null, content = null, destroyed_at = now()
     where authority_id = authority and access_request_id = any(p_requests) and status not in ('destroyed', 'superseded');
    delete from access_pack_passages p using access_packs k
     where k.authority_id = authority and k.access_request_id = any(p_requests) and p.access_pack_id = k.id;
    delete from access_packs where authority_id = authority and access_request_id = any(p_requests);
    delete from access_request_pauses where authority_id = authority and access_request_id = any(p_requests);
    delete from idempotency_keys k where k.authority_id = authority
       and exists (select 1 from unnest(p_requests) id where k.answer::text like '%' || id || '%');
    delete from access_requests where authority_id = authority and id = any(p_requests);
  end $$;

  /*
   * Destroys a case whose period is over and that nothing else keeps; otherwise it refuses, whoever asks. The only way in
   * which the application can delete a case. Null: there is no such case (any longer).
   */
  create function destroy_case(p_referral uuid, p_today date) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    today date := panel_private.today(p_today);
    found_child uuid;
    c record;
    rule record;
  begin
    if scope_authority_id() is null then raise exception 'destroying needs the scope of an authority'; end if;
    -- Holds and requests are placed on locked rows: what is looked at below stays so until the end.
    select child_id into found_child from referrals where authority_id = scope_authority_id() and id = p_referral for update;
    if not found then return null; end if;
    perform 1 from children where authority_id = scope_authority_id() and id = found_child for update;
    select * into strict c from case_retention(today, p_referral);
    if c.kept_until is null or c.kept_until >= today or c.is_on_hold or c.has_open_access_request or c.has_kept_access_request then
      raise exception 'this case must be kept' using errcode = 'PR001';
    end if;
    select * into strict rule from retention_rule(c.record_class);
    return panel_private.erase_case(p_referral, c.record_class, rule.version, rule.months, rule.days, false);
  end $$;
  revoke all on function destroy_case(uuid, date) from public;
  grant execute on function destroy_case(uuid, date) to panel_app;

  -- Closed access requests whose period is over, with all that belongs to them; gives how many.
  create function destroy_access_requests(p_today date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    today date := panel_private.today(p_today);
    requests uuid[];
    rule record;
  begin
    if scope_authority_id() is null then raise exception 'destroying needs the scope of an authority'; end if;
    select coalesce(array_agg(q.id), '{}') into requests from (
      select q.id from access_requests q
       where q.authority_id = scope_authority_id() and q.closed_on is not null and kept_until('access_request', q.closed_on) < today
         and not exists (select 1 from legal_holds h where h.authority_id = q.authority_id and h.child_id = q.child_id and h.lifted_at is null)
       for update of q) q;
    if cardinality(requests) = 0 then return 0; end if;
    perform panel_private.erase_access_requests(requests);
    select * into strict rule from retention_rule('access_request');
    insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
    values (scope_authority_id(), 'access_request', rule.version, rule.months, rule.days,
      jsonb_build_object('access_requests', cardinality(requests)), ${hashed('requests')});
    return cardinality(requests);
  end $$;
  revoke all on function destroy_access_requests(date) from public;
  grant execute on function destroy_access_requests(date) to panel_app;

  -- The files of released packs, sent mail, and kept answers, whose period is over; gives how many of each.
  create function destroy_passing_records(p_today date) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    today date := panel_private.today(p_today);
    authority integer := scope_authority_id();
    packs uuid[];
    mails uuid[];
    answers integer;
    rule record;
  begin
    if authority is null then raise exception 'destroying needs the scope of an authority'; end if;
    with destroyed as (
      update access_packs set status = 'destroyed', archive = null, content = null, destroyed_at = now()
       where authority_id = authority and status = 'released'
         and kept_until('access_pack', (released_at at time zone 'Europe/London')::date) < today
      returning id)
    select coalesce(array_agg(id), '{}') into packs from destroyed;
    delete from access_pack_passages where authority_id = authority and access_pack_id = any(packs);
    if cardinality(packs) > 0 then
      select * into strict rule from retention_rule('access_pack');
      insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
      values (authority, 'access_pack', rule.version, rule.months, rule.days,
        jsonb_build_object('access_packs', cardinality(packs)), ${hashed('packs')});
    end if;

    with destroyed as (
      delete from outbox_mails
       where authority_id = authority and coalesce(sent_at, given_up_at) is not null
         and kept_until('mail', (coalesce(sent_at, given_up_at) at time zone 'Europe/London')::date) < today
      returning id)
    select coalesce(array_agg(id), '{}') into mails from destroyed;
    if cardinality(mails) > 0 then
      select * into strict rule from retention_rule('mail');
      insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
      values (authority, 'mail', rule.version, rule.months, rule.days,
        jsonb_build_object('outbox_mails', cardinality(mails)), ${hashed('mails')});
    end if;

    delete from idempotency_keys where authority_id = authority
       and kept_until('repeat_protection', (created_at at time zone 'Europe/London')::date) < today;
    get diagnostics answers = row_count;
    if answers > 0 then
      select * into strict rule from retention_rule('repeat_protection');
      insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
      values (authority, 'repeat_protection', rule.version, rule.months, rule.days,
        jsonb_build_object('idempotency_keys', answers), '{}');
    end if;
    return jsonb_build_object('access_packs', cardinality(packs), 'outbox_mails', cardinality(mails), 'idempotency_keys', answers);
  end $$;
  revoke all on function destroy_passing_records(date) from public;
  grant execute on function destroy_passing_records(date) to panel_app;

  /*
   * After a restored backup: destroys again what is back although its hash is on the list. For the owner alone, who must be
   * in the scope of an authority too. Any number of times.
   */
  create function panel_private.reapply_erasures(p_hashes text[]) returns integer
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    r record;
    n integer := 0;
  begin
    for r in select f.id from referrals f where f.authority_id = scope_authority_id()
              and encode(sha256(convert_to(f.id::text, 'UTF8')), 'hex') = any(p_hashes) loop
      perform panel_private.erase_case(r.id, 'sen_case', 0, 0, 0, true);
      n := n + 1;
    end loop;
    perform panel_private.erase_access_requests(array(
      select q.id from access_requests q where q.authority_id = scope_authority_id()
         and encode(sha256(convert_to(q.id::text, 'UTF8')), 'hex') = any(p_hashes)));
    update access_packs set status = 'destroyed', archive = null, content = null, destroyed_at = now()
     where authority_id = scope_authority_id() and status = 'released'
       and encode(sha256(convert_to(id::text, 'UTF8')), 'hex') = any(p_hashes);
    delete from outbox_mails where authority_id = scope_authority_id()
       and encode(sha256(convert_to(id::text, 'UTF8')), 'hex') = any(p_hashes);
    return n;
  end $$;
  revoke all on all functions in schema panel_private from public;
  `,
);
