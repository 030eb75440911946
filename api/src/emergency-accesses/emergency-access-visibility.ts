import { type Actor, hasRole } from '../auth/actor.js';

/**
 * Which emergency accesses this person may see, as a condition on the table `emergency_accesses a`. Values are pushed on to
 * the statement's parameters. The only place that decides it: all of the authority to who oversees them, their own to
 * everybody else.
 */
export function visibleTo(actor: Actor, values: unknown[]): string {
  values.push(actor.authorityId);
  const authority = `a.authority_id = $${values.length}`;
  if (hasRole(actor, 'coordinator') || hasRole(actor, 'data_protection_officer')) return authority;
  values.push(actor.userId);
  return `${authority} and a.user_id = $${values.length}::uuid`;
}
