import type { Role } from '@panel/case-rules';

import type { Scope } from '../database/transactions.js';
import type { EmergencyGrant } from './emergency-reading.js';
import type { Origin } from './origin.js';
import { type Permission, permissions } from './permissions.js';

export interface Grant {
  readonly role: Role;
  readonly schoolId: string | null;
  readonly providerId: string | null;
}

/** Who does something: the first argument of every verb. Read from the database at each request. */
export interface Actor extends Scope {
  readonly authorityId: number;
  readonly userId: string;
  readonly name: string;
  /** Of the hat the person wears now: what they may do and see follows these. */
  readonly grants: readonly Grant[];
  readonly origin: Origin;
  /** Of all their hats in this authority: what keeps them out of a case follows these, whatever hat they wear. */
  readonly allGrants: readonly Grant[];
  /** Cases that may be read for a time under an emergency access. Known only where one is read. */
  readonly emergencyGrants?: readonly EmergencyGrant[];
}

/** Work without a person behind it: a sweeper, a seed. Limited to one authority, named in the audit. */
export interface SystemActor extends Scope {
  readonly authorityId: number;
  readonly userId: null;
  readonly name: string;
  readonly grants: readonly [];
  /** Null, unless a request without an account behind it is what is done. */
  readonly origin: Origin | null;
}

/**
 * Before anybody is known, and for work that goes over all authorities: sees people, their sessions and roles, and the
 * list of authorities, but no row of a case.
 */
export const identity: Scope = { authorityId: null, purpose: 'identity' };

export function systemActor(authorityId: number, name: string): SystemActor {
  return { authorityId, userId: null, name, grants: [], origin: null };
}

export function rolesOf(actor: Actor | SystemActor): Role[] {
  return [...new Set(actor.grants.map((grant) => grant.role))];
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.grants.some((grant) => grant.role === role);
}

export function may(actor: Actor, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission];
  return actor.grants.some((grant) => holders.includes(grant.role));
}

/** The schools a SENCo works for; a panel member's own school does not open its cases. */
export function sencoSchoolIds(actor: Actor): string[] {
  return actor.grants.flatMap((grant) => (grant.role === 'senco' && grant.schoolId ? [grant.schoolId] : []));
}

/** The schools this person works for in any role: their cases, and those of their trusts, are a conflict of interest on a panel. */
export function conflictSchoolIds(actor: Actor): string[] {
  return [...new Set(actor.allGrants.flatMap((grant) => grant.schoolId ?? []))];
}

export function providerIds(actor: Actor): string[] {
  return actor.grants.flatMap((grant) => (grant.role === 'provider' && grant.providerId ? [grant.providerId] : []));
}
