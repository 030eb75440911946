import { forwardOnly } from '../forward-only.js';

export const ReturnedVersions = forwardOnly(
  'ReturnedVersions1795478400100',
  `
  -- Which version of the referral was returned: the other end of what the school has changed since.
  alter table return_items add column asked_of_version integer,
    add constraint return_items_asked_of_version_positive check (asked_of_version > 0);
  -- The owner of the tables sees the rows of every authority for this one statement.
  alter table return_items no force row level security;
  alter table referral_versions no force row level security;
  update return_items i set asked_of_version =
    (select max(v.number) from referral_versions v
      where v.authority_id = i.authority_id and v.referral_id = i.referral_id and v.made_at <= i.asked_at);
  alter table return_items force row level security;
  alter table referral_versions force row level security;
  `,
);
