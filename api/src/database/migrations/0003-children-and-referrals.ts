import { forwardOnly } from '../forward-only.js';

export const ChildrenAndReferrals = forwardOnly(
  'ChildrenAndReferrals1795478400003',
  `
  create table children (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    upn text not null,
    legal_forename text not null,
    legal_surname text not null,
    preferred_name text not null default '',
    born_on date not null,
    sex text not null,
    constraint children_pkey primary key (id),
    constraint children_authority_id_key unique (authority_id, id),
    constraint children_upn_key unique (authority_id, upn),
    constraint children_authority_fkey foreign key (authority_id) references authorities (id),
    constraint children_sex_known check (sex in ('M', 'F', 'U'))
  );

  -- EIP-2026-0042: a number of its own for each authority and year, without gaps that tell of other authorities.
  create table reference_counters (
    authority_id integer not null,
    year integer not null,
    last_number integer not null,
    constraint reference_counters_pkey primary key (authority_id, year),
    constraint reference_counters_authority_fkey foreign key (authority_id) references authorities (id)
  );

  create table referrals (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    school_id uuid not null,
    child_id uuid,
    reference text not null,
    status text not null default 'draft',
    version integer not null default 1,
    pupil_name text not null default '',
    nc_year text,
    primary_need text,
    secondary_need text,
    is_urgent boolean not null default false,
    created_by uuid not null,
    created_at timestamptz not null,
    submitted_on date,
    -- The day by which lists are ordered: the submission, and until then the start.
    listed_on date not null,
    status_changed_on date not null,
    return_reason text,
    decline_reason text,
    decline_explanation text,
    withdraw_reason text,
    constraint referrals_pkey primary key (id),
    constraint referrals_authority_id_key unique (authority_id, id),
    constraint referrals_reference_key unique (authority_id, reference),
    constraint referrals_authority_fkey foreign key (authority_id) references authorities (id),
    constraint referrals_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id),
    constraint referrals_child_fkey foreign key (authority_id, child_id) references children (authority_id, id),
    constraint referrals_created_by_fkey foreign key (created_by) references users (id),
    constraint referrals_status_known check (status in ('draft', 'submitted', 'returned', 'accepted', 'assessed',
      'ready_for_panel', 'decided', 'in_delivery', 'in_review', 'closed', 'withdrawn', 'declined')),
    constraint referrals_version_positive check (version > 0),
    constraint referrals_submitted_is_whole check (
      status in ('draft', 'withdrawn') or (child_id is not null and submitted_on is not null and primary_need is not null)),
    constraint referrals_return_has_reason check (status <> 'returned' or return_reason <> ''),
    constraint referrals_decline_has_reason check (status <> 'declined' or decline_reason <> '')
  );
  -- One open referral a child, also when two schools submit in the same instant.
  create unique index referrals_one_open_per_child on referrals (authority_id, child_id)
    where child_id is not null and status not in ('closed', 'withdrawn', 'declined');
  create index referrals_by_day on referrals (authority_id, listed_on, id);
  create index referrals_by_status on referrals (authority_id, status, listed_on, id);
  create index referrals_by_need on referrals (authority_id, primary_need, listed_on, id);
  create index referrals_by_school on referrals (authority_id, school_id, listed_on, id);
  create index referrals_by_child on referrals (authority_id, child_id);

  create table referral_sections (
    referral_id uuid not null,
    section text not null,
    authority_id integer not null,
    answers jsonb not null,
    version integer not null default 1,
    saved_at timestamptz not null,
    saved_by uuid not null,
    constraint referral_sections_pkey primary key (referral_id, section),
    constraint referral_sections_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint referral_sections_saved_by_fkey foreign key (saved_by) references users (id),
    constraint referral_sections_known check (section in ('pupil', 'consent', 'needs', 'graduatedResponse', 'request'))
  );
  create index referral_sections_by_authority on referral_sections (authority_id, referral_id);
  `,
);
