import { type Actor, hasRole, sencoSchoolIds } from '../auth/actor.js';
import type { ReferralEntity } from './referral.entity.js';

/** Who writes together: the SENCos of the school, or the coordinators of the authority. */
export type WritingSide = 'school' | 'authority';

/** For whom this person writes in this referral, in the hat they wear; null when they only read. */
export function sideOf(actor: Actor, referral: Pick<ReferralEntity, 'schoolId'>): WritingSide | null {
  if (sencoSchoolIds(actor).includes(referral.schoolId)) return 'school';
  return hasRole(actor, 'coordinator') ? 'authority' : null;
}
