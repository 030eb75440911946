import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const EmergencyAccesses = forwardOnly(
  'EmergencyAccesses1795478400042',
  `
  -- Who opened a case that is not theirs to open, why, for how long, and what was thought of it afterwards.
  create table emergency_accesses (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    user_id uuid not null,
    -- The access lives in the session it was started in, and ends with it. No key: sessions are forgotten, this is not.
    session_id uuid not null,
    referral_id uuid not null,
    role text not null,
    reason_code text not null,
    reason text not null,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    end_kind text,
    review_outcome text,
    review_note text,
    reviewed_by uuid,
    reviewed_at timestamptz,
    version integer not null default 1,
    constraint emergency_accesses_pkey primary key (id),
    constraint emergency_accesses_of_authority unique (authority_id, id),
    constraint emergency_accesses_authority_fkey foreign key (authority_id) references authorities (id),
    constraint emergency_accesses_user_fkey foreign key (user_id) references users (id),
    constraint emergency_accesses_reviewer_fkey foreign key (reviewed_by) references users (id),
    constraint emergency_accesses_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint emergency_accesses_reason_code check
      (reason_code in ('safeguarding', 'access_request', 'complaint', 'data_breach', 'legal_duty', 'other')),
    constraint emergency_accesses_time check (expires_at > started_at),
    constraint emergency_accesses_end check ((ended_at is null) = (end_kind is null)),
    constraint emergency_accesses_end_kind check (end_kind in ('by_hand', 'expired', 'session_ended')),
    constraint emergency_accesses_review check
      ((review_outcome is null) = (reviewed_by is null) and (review_outcome is null) = (reviewed_at is null)
       and (review_outcome is null) = (review_note is null)),
    constraint emergency_accesses_review_outcome check (review_outcome in ('justified', 'not_justified')),
    constraint emergency_accesses_reviewed_after_end check (review_outcome is null or ended_at is not null),
    constraint emergency_accesses_reviewed_by_another check (reviewed_by <> user_id)
  );
  create index emergency_accesses_newest on emergency_accesses (authority_id, started_at desc, id desc);
  create index emergency_accesses_by_referral on emergency_accesses (authority_id, referral_id);
  create unique index emergency_accesses_one_living on emergency_accesses (authority_id, session_id, referral_id) where ended_at is null;
  ${tenantTable('emergency_accesses', 'select, insert, update')}
  `,
);
