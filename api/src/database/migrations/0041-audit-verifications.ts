import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const AuditVerifications = forwardOnly(
  'AuditVerifications1795478400041',
  `
  -- What the verification of an authority's chain of audit events found. Added to, never changed.
  create table audit_verifications (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    verified_at timestamptz not null,
    events bigint not null,
    end_hash bytea not null,
    anchors integer not null,
    fault_seq bigint,
    fault_code text,
    constraint audit_verifications_pkey primary key (id),
    constraint audit_verifications_authority_fkey foreign key (authority_id) references authorities (id),
    constraint audit_verifications_fault check ((fault_seq is null) = (fault_code is null)),
    constraint audit_verifications_fault_code check
      (fault_code in ('event_missing', 'event_changed', 'head_differs', 'anchor_differs', 'anchor_missing'))
  );
  create index audit_verifications_newest on audit_verifications (authority_id, verified_at desc);
  ${tenantTable('audit_verifications', 'select, insert')}
  `,
);
