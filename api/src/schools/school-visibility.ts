import { type Actor, hasRole, sencoSchoolIds } from '../auth/actor.js';

/**
 * Which schools this person may choose from and read, as a condition on the table `schools s`. Values are pushed on to the
 * statement's parameters. The only place that decides it: coordinators and administrators see every school of the authority,
 * a SENCo their own; a role that is not named here sees none.
 */
export function visibleTo(actor: Actor, values: unknown[]): string {
  const seesAll = hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
  const own = sencoSchoolIds(actor);
  if (!seesAll && own.length === 0) return 'false';
  values.push(actor.authorityId);
  const authority = `s.authority_id = $${values.length}`;
  if (seesAll) return authority;
  values.push(own);
  return `${authority} and s.id = any($${values.length}::uuid[])`;
}
