import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ReferralCopies = forwardOnly(
  'ReferralCopies1795478400078',
  `
  -- Copies of what was sent, as PDF, made by a job and kept for a day.
  create table referral_copies (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    number integer not null,
    status text not null default 'queued',
    requested_by uuid not null,
    requested_at timestamptz not null,
    enqueued_at timestamptz,
    pdf bytea,
    constraint referral_copies_pkey primary key (id),
    constraint referral_copies_version_fkey foreign key (authority_id, referral_id, number)
      references referral_versions (authority_id, referral_id, number) on delete cascade,
    constraint referral_copies_requested_by_fkey foreign key (requested_by) references users (id),
    constraint referral_copies_status_known check (status in ('queued', 'ready', 'failed')),
    constraint referral_copies_ready_has_pdf check ((status = 'ready') = (pdf is not null))
  );
  create index referral_copies_by_referral on referral_copies (authority_id, referral_id, requested_at);
  create index referral_copies_queued on referral_copies (authority_id, requested_at) where status = 'queued';
  ${tenantTable('referral_copies')}
  `,
);
