import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const Corrections = forwardOnly(
  'Corrections1795478400053',
  `
  -- Requests to put a fact of a child right, and what was decided. Only added to; goes with its case.
  create table corrections (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    field text not null,
    old_value text not null,
    new_value text not null,
    reason text not null,
    requested_by_name text not null,
    outcome text not null,
    refusal_reason text,
    -- What the person says who was refused: it stays beside the fact that they dispute.
    disagreement text,
    decided_by uuid not null,
    decided_at timestamptz not null,
    constraint corrections_pkey primary key (id),
    constraint corrections_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint corrections_decided_by_fkey foreign key (decided_by) references users (id),
    constraint corrections_field_known check (
      field in ('legalForename', 'legalSurname', 'preferredName', 'upn', 'bornOn', 'sex')),
    constraint corrections_outcome_known check (outcome in ('accepted', 'refused')),
    constraint corrections_refusal_has_reason check ((outcome = 'refused') = (coalesce(refusal_reason, '') <> '')),
    constraint corrections_changes_something check (old_value <> new_value)
  );
  create index corrections_by_referral on corrections (authority_id, referral_id, id);
  ${tenantTable('corrections', 'select, insert')}
  create trigger corrections_no_change before update or delete on corrections
    for each row execute function case_records_are_append_only();
  `,
);
