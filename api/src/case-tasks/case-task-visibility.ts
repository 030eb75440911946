import { visibleTo as allocationVisibleTo } from '../allocations/allocation-visibility.js';
import { type Actor, hasRole, providerIds, sencoSchoolIds } from '../auth/actor.js';
import { visibleTo as referralVisibleTo } from '../referrals/referral-visibility.js';

/**
 * Which tasks this person may see, as a condition on `case_tasks t` and its case `referrals r`: coordinators all of a case;
 * a school those of its SENCos and those it gave to others; a provider its own about children it supports. Values are pushed
 * on to the statement's parameters. The only place that decides it; a role that is not named here sees none.
 */
export function caseTasksVisibleTo(actor: Actor, values: unknown[]): string {
  if (hasRole(actor, 'coordinator')) return referralVisibleTo(actor, values);

  const ways: string[] = [];
  const schools = sencoSchoolIds(actor);
  if (schools.length > 0) {
    values.push(schools, actor.userId);
    ways.push(`(r.school_id = any($${values.length - 1}::uuid[])
      and (t.assigned_role = 'senco' or t.created_by = $${values.length}::uuid))`);
  }
  if (actor.emergencyGrants) {
    values.push(actor.emergencyGrants.map(({ referralId }) => referralId));
    ways.push(`r.id = any($${values.length}::uuid[])`);
  }
  const asReader = ways.length > 0 ? `((${ways.join(' or ')}) and ${referralVisibleTo(actor, values)})` : 'false';
  const providers = providerIds(actor);
  if (providers.length === 0) return asReader;
  values.push(providers);
  const own = `t.assigned_provider_id = any($${values.length}::uuid[])`;
  return `(${asReader} or (${own} and exists (
    select 1 from allocations a where a.referral_id = r.id and a.provider_id = t.assigned_provider_id
       and ${allocationVisibleTo(actor, values)})))`;
}

/** Which of them are for this person: named, or for everybody of a role that they hold on the case. */
export function caseTasksFor(actor: Actor, values: unknown[]): string {
  values.push(
    actor.userId,
    actor.grants.map(({ role }) => role),
  );
  const [user, roles] = [`$${values.length - 1}::uuid`, `$${values.length}::text[]`];
  return `(t.assigned_role = any(${roles}) and (t.assigned_user_id is null or t.assigned_user_id = ${user}))`;
}
