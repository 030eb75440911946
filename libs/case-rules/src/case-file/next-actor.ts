import { type ReferralStatus } from '../referral-statuses.js';
import { type Role } from '../roles.js';

const NEXT: Readonly<Record<ReferralStatus, Role | null>> = {
  draft: 'senco',
  submitted: 'coordinator',
  returned: 'senco',
  accepted: 'coordinator',
  assessed: 'coordinator',
  ready_for_panel: 'panel_member',
  decided: 'coordinator',
  in_delivery: 'provider',
  in_review: 'coordinator',
  closed: null,
  withdrawn: null,
  declined: null,
};

/** Whose turn it is in a status; null where nothing more happens. */
export function nextActor(status: ReferralStatus): Role | null {
  return NEXT[status];
}
