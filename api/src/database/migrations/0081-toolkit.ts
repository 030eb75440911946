import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const Toolkit = forwardOnly(
  'Toolkit1795478400081',
  `
  -- What schools can do themselves, in the authority's own words. Empty lists mean: for every need, phase or reason.
  create table toolkit_resources (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    title text not null,
    summary text not null,
    body text not null,
    needs text[] not null default '{}',
    phases text[] not null default '{}',
    decline_reasons text[] not null default '{}',
    links jsonb not null default '[]',
    valid_from date not null,
    valid_to date,
    retired_at timestamptz,
    version integer not null default 1,
    changed_by uuid not null,
    changed_at timestamptz not null,
    constraint toolkit_resources_pkey primary key (id),
    constraint toolkit_resources_authority_id_key unique (authority_id, id),
    constraint toolkit_resources_title_key unique (authority_id, title),
    constraint toolkit_resources_authority_fkey foreign key (authority_id) references authorities (id),
    constraint toolkit_resources_changed_by_fkey foreign key (changed_by) references users (id),
    constraint toolkit_resources_title_present check (title <> ''),
    constraint toolkit_resources_period check (valid_to is null or valid_to >= valid_from)
  );

  ${tenantTable('toolkit_resources', 'select, insert, update')}
  `,
);
