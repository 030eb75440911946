import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ToldApartChildren = forwardOnly(
  'ToldApartChildren1795478400102',
  `
  -- Two records that looked like one child, and of which somebody has said that they are two. One row for both directions: the
  -- smaller id stands first. It holds for the grounds that were looked at.
  create table told_apart_children (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    child_id uuid not null,
    other_id uuid not null,
    grounds text[] not null,
    reason text not null,
    told_by uuid not null,
    told_at timestamptz not null,
    constraint told_apart_children_pkey primary key (id),
    constraint told_apart_children_once unique (authority_id, child_id, other_id),
    constraint told_apart_children_child_fkey foreign key (authority_id, child_id) references children (authority_id, id) on delete cascade,
    constraint told_apart_children_other_fkey foreign key (authority_id, other_id) references children (authority_id, id) on delete cascade,
    constraint told_apart_children_told_by_fkey foreign key (told_by) references users (id),
    constraint told_apart_children_in_order check (child_id < other_id),
    constraint told_apart_children_reason_filled check (reason <> ''),
    constraint told_apart_children_grounds_filled check (cardinality(grounds) > 0)
  );
  create index told_apart_children_by_other on told_apart_children (authority_id, other_id);
  ${tenantTable('told_apart_children')}
  `,
);
