import { forwardOnly } from '../forward-only.js';

export const EmergencyAccessesGoWithTheirCase = forwardOnly(
  'EmergencyAccessesGoWithTheirCase1795478400054',
  `
  -- What was said when a case was opened in an emergency is about the case, and goes with it. The audit keeps that it was opened.
  alter table emergency_accesses drop constraint emergency_accesses_referral_fkey;
  alter table emergency_accesses add constraint emergency_accesses_referral_fkey
    foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade;
  `,
);
