import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const Documents = forwardOnly(
  'Documents1795478400060',
  `
  create table documents (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    version integer not null default 1,
    created_by uuid not null,
    created_at timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    removal_reason text,
    constraint documents_pkey primary key (id),
    constraint documents_authority_id_key unique (authority_id, id),
    constraint documents_authority_fkey foreign key (authority_id) references authorities (id),
    constraint documents_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint documents_created_by_fkey foreign key (created_by) references users (id),
    constraint documents_removed_by_fkey foreign key (removed_by) references users (id),
    constraint documents_version_positive check (version > 0),
    constraint documents_removal_is_whole check (num_nulls(removed_by, removed_at, removal_reason) in (0, 3)),
    constraint documents_removal_has_reason check (removal_reason <> '')
  );
  create index documents_by_referral on documents (authority_id, referral_id, id);

  -- A file as it was uploaded. Never changed but for what the virus scan says of it.
  create table document_versions (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    document_id uuid not null,
    number integer not null,
    file_name text not null,
    kind text not null,
    size_bytes integer not null,
    sha256 bytea not null,
    storage_key text not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    scan_status text not null default 'quarantined',
    scan_finding text,
    scanned_at timestamptz,
    enqueued_at timestamptz,
    constraint document_versions_pkey primary key (id),
    constraint document_versions_authority_id_key unique (authority_id, id),
    constraint document_versions_number_key unique (authority_id, document_id, number),
    constraint document_versions_storage_key_key unique (authority_id, storage_key),
    constraint document_versions_authority_fkey foreign key (authority_id) references authorities (id),
    constraint document_versions_document_fkey foreign key (authority_id, document_id) references documents (authority_id, id),
    constraint document_versions_uploaded_by_fkey foreign key (uploaded_by) references users (id),
    constraint document_versions_number_positive check (number > 0),
    constraint document_versions_name_present check (file_name <> ''),
    constraint document_versions_kind_known check (kind in ('pdf', 'docx', 'odt', 'jpeg', 'png')),
    constraint document_versions_size_in_bounds check (size_bytes between 1 and 20971520),
    constraint document_versions_hash_whole check (length(sha256) = 32),
    constraint document_versions_scan_known check (scan_status in ('quarantined', 'clean', 'infected', 'failed')),
    constraint document_versions_scan_has_time check ((scan_status = 'quarantined') = (scanned_at is null))
  );
  create index document_versions_quarantined on document_versions (authority_id, enqueued_at) where scan_status = 'quarantined';

  ${tenantTable('documents')}
  ${tenantTable('document_versions', 'select, insert, delete, update (scan_status, scan_finding, scanned_at, enqueued_at)')}
  `,
);
