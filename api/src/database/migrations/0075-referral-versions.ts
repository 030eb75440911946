import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ReferralVersions = forwardOnly(
  'ReferralVersions1795478400075',
  `
  -- A referral as it was sent: by its submission, by the next one after a return, or amended. Never changed.
  create table referral_versions (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    number integer not null,
    kind text not null,
    answers jsonb not null,
    -- Why it was amended.
    reason text,
    made_by uuid not null,
    made_at timestamptz not null,
    constraint referral_versions_pkey primary key (id),
    constraint referral_versions_authority_id_key unique (authority_id, id),
    constraint referral_versions_number_key unique (authority_id, referral_id, number),
    constraint referral_versions_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint referral_versions_made_by_fkey foreign key (made_by) references users (id),
    constraint referral_versions_number_positive check (number > 0),
    constraint referral_versions_kind_known check (kind in ('submission', 'resubmission', 'amendment')),
    constraint referral_versions_first_is_submission check ((number = 1) = (kind = 'submission')),
    constraint referral_versions_amendment_has_reason check ((kind = 'amendment') = (coalesce(reason, '') <> ''))
  );
  ${tenantTable('referral_versions', 'select, insert')}
  create trigger referral_versions_no_change before update or delete on referral_versions
    for each row execute function case_records_are_append_only();

  -- Why it goes on after it was withdrawn or declined; until it is sent again.
  alter table referrals add column reopen_reason text;

  -- An amendment while it is written: what it changes is kept beside the referral, which stays as it was sent until then.
  create table referral_amendments (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    -- Who writes it: the school's SENCos together, or the coordinators.
    side text not null,
    reason text not null,
    started_by uuid not null,
    started_at timestamptz not null,
    constraint referral_amendments_pkey primary key (id),
    constraint referral_amendments_authority_id_key unique (authority_id, id),
    constraint referral_amendments_one_open unique (authority_id, referral_id),
    constraint referral_amendments_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint referral_amendments_started_by_fkey foreign key (started_by) references users (id),
    constraint referral_amendments_side_known check (side in ('school', 'authority')),
    constraint referral_amendments_reason_present check (reason <> '')
  );
  ${tenantTable('referral_amendments')}

  create table referral_amendment_sections (
    amendment_id uuid not null,
    section text not null,
    authority_id integer not null,
    answers jsonb not null,
    version integer not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    constraint referral_amendment_sections_pkey primary key (amendment_id, section),
    constraint referral_amendment_sections_amendment_fkey foreign key (authority_id, amendment_id)
      references referral_amendments (authority_id, id) on delete cascade,
    constraint referral_amendment_sections_saved_by_fkey foreign key (saved_by) references users (id),
    constraint referral_amendment_sections_answers_object check (jsonb_typeof(answers) = 'object'),
    constraint referral_amendment_sections_version_positive check (version > 0)
  );
  create index referral_amendment_sections_by_authority on referral_amendment_sections (authority_id, amendment_id);
  ${tenantTable('referral_amendment_sections')}
  `,
);
