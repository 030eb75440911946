import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const SchoolImports = forwardOnly(
  'SchoolImports1795478400086',
  `
  create table school_imports (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    version integer not null default 1,
    status text not null default 'queued',
    file_name text not null,
    size_bytes integer not null,
    links_file_name text,
    -- Schools of these authorities are imported; none: of all of them.
    la_codes text[] not null,
    encoding text,
    progress_done integer not null default 0,
    progress_total integer not null default 0,
    counts jsonb,
    structure_problem jsonb,
    note text,
    failure text,
    skips_errors boolean not null default false,
    links jsonb,
    -- What it takes to undo what is not a school: trusts made or renamed, links added.
    undo jsonb,
    started_by uuid not null,
    queued_at timestamptz not null,
    enqueued_at timestamptz,
    read_at timestamptz,
    confirmed_by uuid,
    confirmed_at timestamptz,
    applied_at timestamptz,
    undone_by uuid,
    undone_at timestamptz,
    constraint school_imports_pkey primary key (id),
    constraint school_imports_authority_id_key unique (authority_id, id),
    constraint school_imports_authority_fkey foreign key (authority_id) references authorities (id),
    constraint school_imports_started_by_fkey foreign key (started_by) references users (id),
    constraint school_imports_confirmed_by_fkey foreign key (confirmed_by) references users (id),
    constraint school_imports_undone_by_fkey foreign key (undone_by) references users (id),
    constraint school_imports_version_positive check (version > 0),
    constraint school_imports_status_known check (status in ('queued', 'reading', 'rejected', 'to_review', 'applying',
      'applied', 'undone', 'cancelled', 'failed')),
    constraint school_imports_rejected_has_problem check (status <> 'rejected' or structure_problem is not null),
    constraint school_imports_applied_is_whole check (status not in ('applied', 'undone') or (applied_at is not null and undo is not null)),
    constraint school_imports_undone_is_whole check ((status = 'undone') = (undone_at is not null))
  );
  create index school_imports_by_time on school_imports (authority_id, queued_at desc, id);
  create index school_imports_unfinished on school_imports (authority_id, enqueued_at) where status in ('queued', 'reading', 'applying');
  ${tenantTable('school_imports', 'select, insert, update')}

  -- The files as they were uploaded, compressed, in pieces. They go when the import can no longer be undone.
  create table school_import_files (
    school_import_id uuid not null,
    authority_id integer not null,
    kind text not null,
    number integer not null,
    bytes bytea not null,
    constraint school_import_files_pkey primary key (school_import_id, kind, number),
    constraint school_import_files_import_fkey foreign key (authority_id, school_import_id) references school_imports (authority_id, id) on delete cascade,
    constraint school_import_files_kind_known check (kind in ('extract', 'links'))
  );
  create index school_import_files_by_import on school_import_files (authority_id, school_import_id);
  ${tenantTable('school_import_files', 'select, insert, delete')}

  -- The rows of a file that would change something, or cannot be read. Number 2 is the first under the header, as in Excel.
  create table school_import_rows (
    school_import_id uuid not null,
    authority_id integer not null,
    row_number integer not null,
    urn text not null,
    name text not null,
    action text not null,
    school_id uuid,
    -- Of the school when it was compared, and after the import.
    school_version integer,
    -- The school as it will be, and as it was.
    school jsonb,
    before jsonb,
    changes jsonb not null,
    errors jsonb not null,
    constraint school_import_rows_pkey primary key (school_import_id, row_number),
    constraint school_import_rows_import_fkey foreign key (authority_id, school_import_id) references school_imports (authority_id, id) on delete cascade,
    constraint school_import_rows_action_known check (action in ('new', 'changed', 'closed', 'kept', 'error'))
  );
  create index school_import_rows_by_action on school_import_rows (authority_id, school_import_id, action, row_number);
  ${tenantTable('school_import_rows')}
  `,
);
