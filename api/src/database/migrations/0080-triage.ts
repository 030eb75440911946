import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const Triage = forwardOnly(
  'Triage1795478400080',
  `
  alter table referrals
    add column assigned_to uuid,
    add column times_returned integer not null default 0,
    -- By when the next step is done, as the deadlines of the authority say; null in a status that promises no day.
    add column due_on date,
    -- Where the case stands in the coordinator's queue; null when it is not in it. Both kept by a trigger, whoever writes.
    add column queue_stage text,
    add column queue_due_on date,
    add constraint referrals_assigned_to_fkey foreign key (authority_id, assigned_to) references memberships (authority_id, user_id),
    add constraint referrals_times_returned_not_negative check (times_returned >= 0);

  create function referrals_keep_queue() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    new.queue_stage := case
      when new.status = 'submitted' and new.times_returned = 0 then 'new'
      when new.status = 'submitted' then 'resubmitted'
      when new.status = 'returned' then 'returned'
      when new.status in ('accepted', 'assessed', 'ready_for_panel') then 'waiting'
    end;
    -- What has no date comes last, and pages can go on from it.
    new.queue_due_on := case when new.queue_stage is not null then coalesce(new.due_on, date '9999-12-31') end;
    return new;
  end $$;
  create trigger referrals_queue before insert or update of status, times_returned, due_on, queue_stage, queue_due_on on referrals
    for each row execute function referrals_keep_queue();
  update referrals set times_returned = case when status = 'returned' then 1 else 0 end;

  create index referrals_queue_by_due on referrals (authority_id, queue_due_on, id) include (status, created_by, is_urgent) where queue_stage is not null;
  create index referrals_queue_by_day on referrals (authority_id, listed_on, id) where queue_stage is not null;
  create index referrals_queue_by_stage_and_due on referrals (authority_id, queue_stage, queue_due_on, id) include (status, created_by, is_urgent) where queue_stage is not null;
  create index referrals_queue_by_stage_and_day on referrals (authority_id, queue_stage, listed_on, id) where queue_stage is not null;
  create index referrals_queue_urgent on referrals (authority_id, queue_due_on, id) include (status, created_by, is_urgent) where queue_stage is not null and is_urgent;
  create index referrals_queue_by_assignee on referrals (authority_id, assigned_to, queue_due_on, id) include (status, created_by, is_urgent) where queue_stage is not null;

  -- For what may be another record of the same child.
  -- Names without case, accents and punctuation, as columns: where rows are kept apart by policies, an index over an
  -- expression is not used, because lower() might tell of the rows that it looks at.
  alter table children add column match_surname text, add column match_forename text;
  create function children_keep_names() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    new.match_surname := coalesce(nullif(lower(regexp_replace(normalize(new.legal_surname, NFKD), '[^[:alnum:]]', '', 'g')), ''), new.legal_surname);
    new.match_forename := coalesce(nullif(lower(regexp_replace(normalize(new.legal_forename, NFKD), '[^[:alnum:]]', '', 'g')), ''), new.legal_forename);
    return new;
  end $$;
  create trigger children_names before insert or update of legal_surname, legal_forename, match_surname, match_forename
    on children for each row execute function children_keep_names();
  update children set match_surname = '';
  create index children_by_birth on children (authority_id, born_on);
  create index children_by_names on children (authority_id, match_surname, match_forename);

  -- How long each step may take, where the authority has said so; defaults are in the rules of a case.
  create table case_deadlines (
    authority_id integer not null,
    triage_working_days integer not null,
    return_working_days integer not null,
    assessment_working_days integer not null,
    ready_working_days integer not null,
    version integer not null default 1,
    changed_by uuid not null,
    changed_at timestamptz not null,
    constraint case_deadlines_pkey primary key (authority_id),
    constraint case_deadlines_authority_fkey foreign key (authority_id) references authorities (id),
    constraint case_deadlines_changed_by_fkey foreign key (changed_by) references users (id),
    constraint case_deadlines_in_bounds check (least(triage_working_days, return_working_days, assessment_working_days, ready_working_days) >= 1
      and greatest(triage_working_days, return_working_days, assessment_working_days, ready_working_days) <= 60)
  );

  -- Filters of a list under a name, each for one person. They hold codes and ids, never what was searched for.
  create table saved_views (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    user_id uuid not null,
    list text not null,
    name text not null,
    conditions jsonb not null,
    is_default boolean not null default false,
    version integer not null default 1,
    changed_at timestamptz not null,
    constraint saved_views_pkey primary key (id),
    constraint saved_views_name_key unique (authority_id, user_id, list, name),
    constraint saved_views_authority_fkey foreign key (authority_id) references authorities (id),
    constraint saved_views_user_fkey foreign key (user_id) references users (id),
    constraint saved_views_list_known check (list in ('queue')),
    constraint saved_views_name_present check (name <> '')
  );
  create unique index saved_views_one_default on saved_views (authority_id, user_id, list) where is_default;

  ${tenantTable('case_deadlines')}
  ${tenantTable('saved_views')}
  `,
);
