import { type Actor, hasRole } from '../auth/actor.js';

/**
 * Which contracts this person may see, as a condition on the table `contracts c`. Values are pushed on to the statement's
 * parameters. The only place that decides it; a role that is not named here sees nothing.
 */
export function visibleTo(actor: Actor, values: unknown[]): string {
  if (!hasRole(actor, 'coordinator') && !hasRole(actor, 'contract_manager')) return 'false';
  values.push(actor.authorityId);
  return `c.authority_id = $${values.length}`;
}
