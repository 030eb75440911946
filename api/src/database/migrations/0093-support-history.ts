import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const SupportHistory = forwardOnly(
  'SupportHistory1795478400093',
  `
  create table consultations (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    version integer not null default 1,
    held_on date not null,
    teacher_name text not null,
    asked text not null,
    advice text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint consultations_pkey primary key (id),
    constraint consultations_referral_fkey foreign key (authority_id, referral_id)
      references referrals (authority_id, id) on delete cascade,
    constraint consultations_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint consultations_version_positive check (version > 0),
    constraint consultations_teacher_named check (teacher_name <> ''),
    constraint consultations_asked_known check (asked in ('before_referral', 'during_case')),
    constraint consultations_advice_filled check (advice <> '')
  );
  create index consultations_by_referral on consultations (authority_id, referral_id);
  ${tenantTable('consultations', 'select, insert, update')}

  create table agency_reports (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    version integer not null default 1,
    reported_on date not null,
    agency text not null,
    title text not null,
    summary text not null,
    document_id uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint agency_reports_pkey primary key (id),
    constraint agency_reports_referral_fkey foreign key (authority_id, referral_id)
      references referrals (authority_id, id) on delete cascade,
    constraint agency_reports_document_fkey foreign key (authority_id, document_id)
      references documents (authority_id, id) on delete set null (document_id),
    constraint agency_reports_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint agency_reports_version_positive check (version > 0),
    constraint agency_reports_agency_known check (agency in ('educational_psychology', 'speech_and_language_therapy',
      'occupational_therapy', 'camhs', 'community_paediatrics', 'social_care', 'early_help', 'other')),
    constraint agency_reports_title_filled check (title <> '')
  );
  create index agency_reports_by_referral on agency_reports (authority_id, referral_id);
  ${tenantTable('agency_reports', 'select, insert, update')}
  `,
);
