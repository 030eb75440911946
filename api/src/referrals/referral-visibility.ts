import { type Actor, conflictSchoolIds, hasRole, sencoSchoolIds } from '../auth/actor.js';

/**
 * Which referrals this person may see, as a condition on the table `referrals r`. Values are pushed on to the statement's
 * parameters. The only place that decides it; a role that is not named here sees nothing.
 */
export function visibleTo(actor: Actor, values: unknown[]): string {
  values.push(actor.authorityId);
  const authority = `r.authority_id = $${values.length}`;
  if (hasRole(actor, 'coordinator')) {
    // Until it is submitted, a draft is the school's own: nobody has agreed yet that the council sees it.
    values.push(actor.userId);
    return `${authority} and (r.status <> 'draft' or r.created_by = $${values.length}::uuid)`;
  }

  const ways: string[] = [];
  const schools = sencoSchoolIds(actor);
  if (schools.length > 0) {
    values.push(schools);
    ways.push(`r.school_id = any($${values.length}::uuid[])`);
  }
  if (hasRole(actor, 'panel_member')) {
    // From the day the papers are out, never a case of a school the member works for or of its trust (that is a conflict),
    // and not once the family has taken back its agreement: from the next request on.
    values.push(conflictSchoolIds(actor));
    const own = `$${values.length}::uuid[]`;
    ways.push(`(r.panel_consent is not false and r.school_id <> all(${own}) and not exists (
      select 1 from schools o join schools k on k.authority_id = o.authority_id and k.trust_id = o.trust_id
       where o.authority_id = r.authority_id and o.id = any(${own}) and k.id = r.school_id) and exists (
      select 1 from agenda_items i join panels p on p.authority_id = i.authority_id and p.id = i.panel_id
       where i.authority_id = r.authority_id and i.referral_id = r.id and p.status <> 'planned'))`);
  }
  if (actor.emergencyGrants) {
    // Known only where a case is read: an emergency access never opens one for a change.
    values.push(actor.emergencyGrants.map(({ referralId }) => referralId));
    ways.push(`r.id = any($${values.length}::uuid[])`);
  }
  return ways.length > 0 ? `${authority} and (${ways.join(' or ')})` : 'false';
}

/**
 * Whether this person works on the case, and so sees all of its answers. Who sees it only as a member of the panel does not.
 * An emergency access is asked for by somebody who must act for the child, and shows all.
 */
export function isCaseworkerOf(actor: Actor, referral: { readonly id: string; readonly schoolId: string }): boolean {
  return (
    hasRole(actor, 'coordinator') ||
    sencoSchoolIds(actor).includes(referral.schoolId) ||
    (actor.emergencyGrants ?? []).some(({ referralId }) => referralId === referral.id)
  );
}
