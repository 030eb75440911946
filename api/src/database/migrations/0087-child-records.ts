import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ChildRecords = forwardOnly(
  'ChildRecords1795478400087',
  `
  alter table children
    add column version integer not null default 1,
    -- Only where the child is taught in another year than the birth date says.
    add column nc_year text,
    -- The record that this one turned out to be the same child as. It stays, so that a merge can be undone and an old UPN is known.
    add column merged_into_id uuid,
    add constraint children_merged_into_fkey foreign key (authority_id, merged_into_id) references children (authority_id, id) on delete cascade,
    add constraint children_not_merged_into_itself check (merged_into_id <> id),
    add constraint children_version_positive check (version > 0),
    add constraint children_nc_year_short check (length(nc_year) between 1 and 3);
  create index children_by_merge on children (authority_id, merged_into_id) where merged_into_id is not null;

  -- The record that speaks for this one today: itself, unless it was merged into another, and that perhaps into a third.
  create function surviving_child(p_child uuid) returns uuid language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with recursive line (id, next, step) as (
      select c.id, c.merged_into_id, 1 from children c where c.id = p_child
      union all
      select c.id, c.merged_into_id, line.step + 1 from line join children c on c.id = line.next where line.step < 100)
    select id from line where next is null
  $$;

  -- A change of school that somebody told us of; the other entries of a child's history are its referrals.
  create table child_moves (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    child_id uuid not null,
    school_id uuid not null,
    moved_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint child_moves_pkey primary key (id),
    constraint child_moves_one_a_day unique (authority_id, child_id, moved_on),
    constraint child_moves_child_fkey foreign key (authority_id, child_id) references children (authority_id, id) on delete cascade,
    constraint child_moves_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id),
    constraint child_moves_recorded_by_fkey foreign key (recorded_by) references users (id)
  );
  ${tenantTable('child_moves')}

  -- One row for both directions: the smaller id stands first.
  create table sibling_links (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    child_id uuid not null,
    sibling_id uuid not null,
    reason text not null,
    linked_by uuid not null,
    linked_at timestamptz not null,
    constraint sibling_links_pkey primary key (id),
    constraint sibling_links_once unique (authority_id, child_id, sibling_id),
    constraint sibling_links_child_fkey foreign key (authority_id, child_id) references children (authority_id, id) on delete cascade,
    constraint sibling_links_sibling_fkey foreign key (authority_id, sibling_id) references children (authority_id, id) on delete cascade,
    constraint sibling_links_linked_by_fkey foreign key (linked_by) references users (id),
    constraint sibling_links_in_order check (child_id < sibling_id),
    constraint sibling_links_reason_filled check (reason <> '')
  );
  create index sibling_links_by_sibling on sibling_links (authority_id, sibling_id);
  ${tenantTable('sibling_links')}

  -- Two records that were one child: what was chosen, and what moved, so that it can go back where it was.
  create table child_merges (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    version integer not null default 1,
    kept_child_id uuid not null,
    merged_child_id uuid not null,
    reason text not null,
    kept_before jsonb not null,
    kept_after jsonb not null,
    merged_before jsonb not null,
    moved jsonb not null,
    merged_by uuid not null,
    merged_at timestamptz not null,
    undone_by uuid,
    undone_at timestamptz,
    undo_reason text,
    constraint child_merges_pkey primary key (id),
    constraint child_merges_authority_id_key unique (authority_id, id),
    constraint child_merges_kept_fkey foreign key (authority_id, kept_child_id) references children (authority_id, id) on delete cascade,
    constraint child_merges_merged_fkey foreign key (authority_id, merged_child_id) references children (authority_id, id) on delete cascade,
    constraint child_merges_merged_by_fkey foreign key (merged_by) references users (id),
    constraint child_merges_undone_by_fkey foreign key (undone_by) references users (id),
    constraint child_merges_of_two check (kept_child_id <> merged_child_id),
    constraint child_merges_reason_filled check (reason <> ''),
    constraint child_merges_undone_is_whole check (num_nulls(undone_by, undone_at, undo_reason) in (0, 3))
  );
  create unique index child_merges_one_standing on child_merges (authority_id, merged_child_id) where undone_at is null;
  create index child_merges_by_kept on child_merges (authority_id, kept_child_id);
  ${tenantTable('child_merges', 'select, insert, update (version, undone_by, undone_at, undo_reason)')}
  `,
);
