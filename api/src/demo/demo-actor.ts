import type { Actor } from '../auth/actor.js';
import { noRequest } from '../auth/origin.js';
import { demoId } from './demo-ids.js';

/** Somebody of the demo, for what its people would have done by themselves. */
export function demoActor(authorityId: number, key: string, name: string, role: 'coordinator' | 'board_member'): Actor {
  const grants = [{ role, schoolId: null, providerId: null }];
  return { authorityId, userId: demoId(`user ${key}`), name, grants, allGrants: grants, origin: noRequest };
}
