import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ReferralSectionWriters = forwardOnly(
  'ReferralSectionWriters1795478400071',
  `
  -- Who has a section open to write in it, and was last heard of when: so that two people see each other. A minute after the
  -- last sign of a page it means nothing, and is gone with the next one.
  create table referral_section_writers (
    authority_id integer not null,
    referral_id uuid not null,
    section text not null,
    user_id uuid not null,
    seen_at timestamptz not null,
    constraint referral_section_writers_pkey primary key (referral_id, section, user_id),
    constraint referral_section_writers_referral_fkey foreign key (authority_id, referral_id)
      references referrals (authority_id, id) on delete cascade,
    constraint referral_section_writers_user_fkey foreign key (user_id) references users (id)
  );
  create index referral_section_writers_by_referral on referral_section_writers (authority_id, referral_id);
  ${tenantTable('referral_section_writers')}
  `,
);
