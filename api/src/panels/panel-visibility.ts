import { type Actor, conflictSchoolIds, hasRole } from '../auth/actor.js';

/**
 * Which panels this person may see, as a condition on the table `panels p`. Values are pushed on to the statement's
 * parameters. The only place that decides it; a role that is not named here sees nothing.
 */
export function visibleTo(actor: Actor, values: unknown[]): string {
  values.push(actor.authorityId);
  const authority = `p.authority_id = $${values.length}`;
  if (hasRole(actor, 'coordinator')) return authority;
  // Members see a panel from the day its papers are out; until then the agenda is still the coordinator's draft.
  return hasRole(actor, 'panel_member') ? `${authority} and p.status <> 'planned'` : 'false';
}

/**
 * A case of a school that a member works for, in whatever role and whatever hat they wear, or of another school of its trust, is
 * a conflict: they may not open it. `schoolIds`: the school of the case and the others of its trust.
 */
export function isConflicted(actor: Actor, schoolIds: readonly string[]): boolean {
  return !hasRole(actor, 'coordinator') && conflictSchoolIds(actor).some((own) => schoolIds.includes(own));
}
