import type { NoteVisibility } from '@panel/case-rules';

import { visibleTo as allocationVisibleTo } from '../allocations/allocation-visibility.js';
import { type Actor, hasRole, providerIds, sencoSchoolIds } from '../auth/actor.js';
import { visibleTo as referralVisibleTo } from '../referrals/referral-visibility.js';

const forSchool: readonly NoteVisibility[] = ['council_and_school', 'everybody'];

/**
 * Which notes this person may read, as a condition on `notes n`, its newest version `note_versions v` and its case
 * `referrals r`: by the circle the note is for, and by the way in which the case is theirs to see. A school must never read
 * what the council wrote for itself, nor the panel and a provider what is between council and school. Values are pushed on
 * to the statement's parameters. The only place that decides it; a role that is not named here reads nothing.
 */
export function notesVisibleTo(actor: Actor, values: unknown[]): string {
  if (hasRole(actor, 'coordinator')) return referralVisibleTo(actor, values);

  const ways: string[] = [];
  const schools = sencoSchoolIds(actor);
  if (schools.length > 0) {
    values.push(schools, forSchool);
    ways.push(`(r.school_id = any($${values.length - 1}::uuid[]) and v.visibility = any($${values.length}::text[]))`);
  }
  if (hasRole(actor, 'panel_member')) ways.push("v.visibility = 'everybody'");
  if (actor.emergencyGrants) {
    // Who opens a case in an emergency reads it as the council does, with what it wrote for itself.
    values.push(actor.emergencyGrants.map(({ referralId }) => referralId));
    ways.push(`r.id = any($${values.length}::uuid[])`);
  }
  const asReader = ways.length > 0 ? `((${ways.join(' or ')}) and ${referralVisibleTo(actor, values)})` : 'false';
  return hasRole(actor, 'provider') ? `(${asReader} or ${supported(actor, values)})` : asReader;
}

/** A provider sees no case, but what was written for everybody, or by itself, about a child it supports. */
function supported(actor: Actor, values: unknown[]): string {
  values.push(providerIds(actor));
  return `((v.visibility = 'everybody' or n.provider_id = any($${values.length}::uuid[])) and exists (
    select 1 from allocations a where a.referral_id = r.id and ${allocationVisibleTo(actor, values)}))`;
}
