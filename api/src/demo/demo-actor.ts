import type { Role } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import { noRequest } from '../auth/origin.js';
import { demoId } from './demo-ids.js';

/** A person of the demo who does what the set-up does in their name. */
export function demoActor(authorityId: number, key: string, name: string, role: Role): Actor {
  const grants = [{ role, schoolId: null, providerId: null }];
  return { authorityId, userId: demoId(`user ${key}`), name, grants, allGrants: grants, origin: noRequest };
}
