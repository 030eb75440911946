import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ReturnItemsAndSignposts = forwardOnly(
  'ReturnItemsAndSignposts1795478400082',
  `
  -- What the coordinator asked when a referral was returned: exactly what the school sees, and what it said was answered.
  create table return_items (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    -- The how manyth return of the referral it belongs to.
    round integer not null,
    position integer not null,
    section text not null,
    field text not null default '',
    question text not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    answer text not null default '',
    answered_by uuid,
    answered_at timestamptz,
    version integer not null default 1,
    constraint return_items_pkey primary key (id),
    constraint return_items_position_key unique (referral_id, round, position),
    constraint return_items_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint return_items_asked_by_fkey foreign key (asked_by) references users (id),
    constraint return_items_answered_by_fkey foreign key (answered_by) references users (id),
    constraint return_items_question_present check (question <> ''),
    constraint return_items_round_positive check (round > 0 and position > 0),
    constraint return_items_answered_whole check ((answered_at is null) = (answered_by is null))
  );
  create index return_items_by_referral on return_items (authority_id, referral_id, round, position);

  alter table referrals add column decline_next_steps text, add column declined_by uuid,
    add constraint referrals_declined_by_fkey foreign key (authority_id, declined_by) references memberships (authority_id, user_id);

  -- The pages of the toolkit that a decline points to.
  create table decline_signposts (
    referral_id uuid not null,
    resource_id uuid not null,
    authority_id integer not null,
    position integer not null,
    constraint decline_signposts_pkey primary key (referral_id, resource_id),
    constraint decline_signposts_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint decline_signposts_resource_fkey foreign key (authority_id, resource_id) references toolkit_resources (authority_id, id),
    constraint decline_signposts_position_positive check (position > 0)
  );
  create index decline_signposts_by_resource on decline_signposts (authority_id, resource_id);

  ${tenantTable('return_items')}
  ${tenantTable('decline_signposts')}
  `,
);
