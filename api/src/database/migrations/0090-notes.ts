import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const Notes = forwardOnly(
  'Notes1795478400090',
  `
  -- A note on a case. What it says stands in its versions; the newest one counts. The application never deletes one.
  create table notes (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    version integer not null default 1,
    written_by uuid not null,
    written_at timestamptz not null,
    constraint notes_pkey primary key (id),
    constraint notes_authority_id_key unique (authority_id, id),
    constraint notes_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint notes_written_by_fkey foreign key (written_by) references users (id),
    constraint notes_version_positive check (version > 0)
  );
  create index notes_by_referral on notes (authority_id, referral_id, written_at desc, id desc);
  ${tenantTable('notes', 'select, insert, update (version)')}

  create table note_versions (
    authority_id integer not null,
    note_id uuid not null,
    number integer not null,
    visibility text not null,
    text text not null,
    written_at timestamptz not null,
    constraint note_versions_pkey primary key (authority_id, note_id, number),
    constraint note_versions_note_fkey foreign key (authority_id, note_id) references notes (authority_id, id) on delete cascade,
    constraint note_versions_number_positive check (number > 0),
    constraint note_versions_visibility_known check (visibility in ('council', 'council_and_school', 'everybody')),
    constraint note_versions_text_filled check (text <> '')
  );
  ${tenantTable('note_versions', 'select, insert')}
  create trigger note_versions_no_change before update or delete on note_versions
    for each row execute function case_records_are_append_only();
  `,
);
