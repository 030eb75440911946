import type { Role } from '@panel/case-rules';

import type { Actor, Grant } from './actor.js';
import type { Origin } from './origin.js';
import type { Proof, SessionStage } from './sign-in-stages.js';

/** How long a confirmation of who one is holds. */
export const confirmationMilliseconds = 5 * 60_000;

export interface GrantRow extends Grant {
  readonly id: string;
  readonly role: Role;
}

/** A session that has not ended, with its person's roles as they are at this moment. */
export interface LivingSession {
  readonly sessionId: string;
  readonly tokenHash: Buffer;
  readonly authorityId: number;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Invented: signs in and confirms by one click, in a demonstration only. */
  readonly isDemoPerson: boolean;
  readonly stage: SessionStage;
  readonly signedInWith: readonly Proof[];
  /** In words: "Chrome on Windows". */
  readonly deviceName: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** When the person last showed that it is them. */
  readonly confirmedAt: Date | null;
  /** The role that is acted in; null: all of them together. */
  readonly hatId: string | null;
  readonly grants: readonly GrantRow[];
}

/** The roles that are acted in. A hat that is not among the person's roles is none of them. */
export function wornGrants({ hatId, grants }: Pick<LivingSession, 'hatId' | 'grants'>): readonly GrantRow[] {
  return hatId === null ? grants : grants.filter(({ id }) => id === hatId);
}

export function toActor(session: LivingSession, origin: Origin): Actor {
  return {
    authorityId: session.authorityId,
    userId: session.userId,
    name: session.name,
    grants: wornGrants(session).map(toGrant),
    allGrants: session.grants.map(toGrant),
    origin: { ...origin, sessionId: session.sessionId },
  };
}

function toGrant({ role, schoolId, providerId }: GrantRow): Grant {
  return { role, schoolId, providerId };
}

export function isRecentlyConfirmed({ confirmedAt }: LivingSession, now: Date): boolean {
  return confirmedAt !== null && now.getTime() - confirmedAt.getTime() < confirmationMilliseconds;
}
