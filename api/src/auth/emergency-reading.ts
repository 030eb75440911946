import type { Role } from '@panel/case-rules';

import { type Permission, permissions } from './permissions.js';

/** A case that somebody may read for a time although it is not theirs to read. */
export interface EmergencyGrant {
  readonly accessId: string;
  readonly referralId: string;
}

/** What an emergency access opens, for its one case: reading, and never a change. */
export const emergencyPermissions = [
  'referral:read',
  'assessment:read',
  'review:read',
  'ehc_facts:read',
  'consent:read',
  'support_history:read',
  'note:list',
  'case_task:list',
  'document:list',
  'document:download',
] as const satisfies readonly Permission[];

export function isOpenedByEmergency(permission: Permission): boolean {
  return emergencyPermissions.some((opened) => opened === permission);
}

/** Who may start one: the roles of the permission that the installation has not excluded. */
export function mayStartEmergency(roles: readonly Role[], allowed: readonly Role[]): boolean {
  const holders: readonly Role[] = permissions['emergency_access:start'];
  return roles.some((role) => holders.includes(role) && allowed.includes(role));
}
