import { type Actor, hasRole, providerIds } from '../auth/actor.js';

/**
 * Which allocations this person may see, as a condition on the table `allocations a`. Values are pushed on to the
 * statement's parameters. The only place that decides it; a role that is not named here sees nothing.
 */
export function visibleTo(actor: Actor, values: unknown[]): string {
  values.push(actor.authorityId);
  const authority = `a.authority_id = $${values.length}`;
  if (hasRole(actor, 'coordinator')) return authority;

  const providers = providerIds(actor);
  if (providers.length === 0) return 'false';
  values.push(providers);
  // What is only proposed is the panel's business; a provider hears of it when it is approved.
  return `${authority} and a.provider_id = any($${values.length}::uuid[]) and a.status <> 'proposed'`;
}
