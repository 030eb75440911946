import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ReferralReceipts = forwardOnly(
  'ReferralReceipts1795478400077',
  `
  -- How a referral came that a coordinator writes for a school: such a referral has a row here, and no other has.
  create table referral_receipts (
    referral_id uuid not null,
    authority_id integer not null,
    received_from text not null,
    received_on date not null,
    channel text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint referral_receipts_pkey primary key (referral_id),
    constraint referral_receipts_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint referral_receipts_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint referral_receipts_from_present check (received_from <> ''),
    constraint referral_receipts_channel_known check (channel in ('email', 'post', 'by_hand', 'other_portal'))
  );
  create index referral_receipts_by_authority on referral_receipts (authority_id, referral_id);
  ${tenantTable('referral_receipts', 'select, insert')}
  `,
);
