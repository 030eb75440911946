import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ContactDetailsAndGettingStarted = forwardOnly(
  'ContactDetailsAndGettingStarted1795478400098',
  `
  -- Whom to ask about the service and about personal data: shown to everybody, signed in or not. No row: nobody has said.
  create table contact_details (
    authority_id integer not null,
    version integer not null,
    service_name text not null,
    service_email text not null,
    service_phone text not null,
    officer_name text not null,
    officer_email text not null,
    officer_phone text not null,
    reply_working_days integer not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    constraint contact_details_pkey primary key (authority_id),
    constraint contact_details_authority_fkey foreign key (authority_id) references authorities (id),
    constraint contact_details_changed_by_fkey foreign key (changed_by) references users (id),
    -- Version 1 is that nobody has said anything.
    constraint contact_details_version_after_nothing check (version > 1),
    constraint contact_details_service_filled check (service_name <> '' and service_email <> ''),
    constraint contact_details_officer_filled check (officer_name <> '' and officer_email <> ''),
    constraint contact_details_reply_in_time check (reply_working_days between 1 and 30)
  );
  ${tenantTable('contact_details', 'select, insert, update')}

  -- What a person has said of their own first steps where nothing else in the data says it, and that they want the list gone.
  create table getting_started_marks (
    authority_id integer not null,
    user_id uuid not null,
    mark text not null,
    marked_at timestamptz not null,
    constraint getting_started_marks_pkey primary key (authority_id, user_id, mark),
    constraint getting_started_marks_authority_fkey foreign key (authority_id) references authorities (id),
    constraint getting_started_marks_user_fkey foreign key (user_id) references users (id),
    constraint getting_started_marks_known check (mark in ('dismissed', 'help_read', 'toolkit_read', 'retention_reviewed',
      'privacy_notice_read'))
  );
  create index getting_started_marks_by_user on getting_started_marks (user_id);
  ${tenantTable('getting_started_marks', 'select, insert, delete')}
  `,
);
