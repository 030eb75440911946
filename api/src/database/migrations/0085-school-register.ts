import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const SchoolRegister = forwardOnly(
  'SchoolRegister1795478400085',
  `
  create table trusts (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    uid text not null,
    name text not null,
    constraint trusts_pkey primary key (id),
    constraint trusts_authority_id_key unique (authority_id, id),
    constraint trusts_uid_key unique (authority_id, uid),
    constraint trusts_authority_fkey foreign key (authority_id) references authorities (id),
    constraint trusts_uid_digits check (uid ~ '^[0-9]{1,10}$'),
    constraint trusts_name_filled check (name <> '')
  );
  create index trusts_by_name on trusts (authority_id, name, id);
  ${tenantTable('trusts')}

  alter table schools
    add column version integer not null default 1,
    add column la_code text,
    add column establishment_number text,
    add column type_code text not null default '',
    add column type_name text not null default '',
    add column status text not null default 'open',
    add column opened_on date,
    add column closed_on date,
    add column low_age integer,
    add column high_age integer,
    add column street text not null default '',
    add column town text not null default '',
    add column postcode text not null default '',
    add column trust_id uuid,
    add constraint schools_trust_fkey foreign key (authority_id, trust_id) references trusts (authority_id, id),
    add constraint schools_version_positive check (version > 0),
    add constraint schools_la_code_digits check (la_code ~ '^[0-9]{3}$'),
    add constraint schools_establishment_number_digits check (establishment_number ~ '^[0-9]{4}$'),
    add constraint schools_status_known check (status in ('open', 'closed', 'proposed_to_close', 'proposed_to_open')),
    add constraint schools_closes_after_opening check (closed_on >= opened_on),
    add constraint schools_ages_possible check (low_age between 0 and 99 and high_age between 0 and 99),
    add constraint schools_name_filled check (name <> '');
  alter table schools drop constraint schools_phase_known;
  alter table schools add constraint schools_phase_known check (phase in ('nursery', 'primary', 'secondary', 'all_through',
    'sixteen_plus', 'special', 'alternative_provision', 'not_applicable'));
  create index schools_by_name on schools (authority_id, name, id);
  create index schools_by_trust on schools (authority_id, trust_id) where trust_id is not null;

  -- Which school came after which. By their numbers: one of the two may be of another authority, and not in the register.
  create table school_links (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    predecessor_urn text not null,
    successor_urn text not null,
    established_on date,
    constraint school_links_pkey primary key (id),
    constraint school_links_once unique (authority_id, predecessor_urn, successor_urn),
    constraint school_links_authority_fkey foreign key (authority_id) references authorities (id),
    constraint school_links_urns_digits check (predecessor_urn ~ '^[0-9]{6}$' and successor_urn ~ '^[0-9]{6}$'),
    constraint school_links_between_two check (predecessor_urn <> successor_urn)
  );
  create index school_links_by_successor on school_links (authority_id, successor_urn);
  ${tenantTable('school_links')}

  -- What somebody put right by hand. It stays over the next import, which says where the national register differs.
  create table school_corrections (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    school_id uuid not null,
    field text not null,
    register_value text,
    reason text not null,
    corrected_by uuid not null,
    corrected_at timestamptz not null,
    constraint school_corrections_pkey primary key (id),
    constraint school_corrections_once unique (authority_id, school_id, field),
    constraint school_corrections_school_fkey foreign key (authority_id, school_id) references schools (authority_id, id) on delete cascade,
    constraint school_corrections_by_fkey foreign key (corrected_by) references users (id),
    constraint school_corrections_field_known check (field in ('name', 'phase', 'status', 'closedOn', 'headTeacher', 'street',
      'town', 'postcode')),
    constraint school_corrections_reason_filled check (reason <> '')
  );
  ${tenantTable('school_corrections')}
  `,
);
