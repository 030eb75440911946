import { type Actor, hasRole } from '../auth/actor.js';

/**
 * Which reports this person may see, as a condition on the table `reports p`. Values are pushed on to the statement's
 * parameters. The only place that decides it; a role that is not named here sees nothing. Coordinators and board members see
 * all of the authority: reports hold aggregates after disclosure control only.
 */
export function visibleTo(actor: Actor, values: unknown[]): string {
  if (!hasRole(actor, 'coordinator') && !hasRole(actor, 'board_member')) return 'false';
  values.push(actor.authorityId);
  return `p.authority_id = $${values.length}`;
}
