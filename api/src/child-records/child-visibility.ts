import { type Actor, hasRole, sencoSchoolIds } from '../auth/actor.js';
import { visibleTo } from '../referrals/referral-visibility.js';

/**
 * Which children this person may see the record of, as a condition on the table `children c`. A coordinator sees every child of
 * the authority. A SENCo sees a child through the referrals of their own school, and, once the child has moved to their school,
 * from that day on. What they see in the record is their own school's: see `ChildRecordQuery`.
 */
export function childVisibleTo(actor: Actor, today: string, values: unknown[]): string {
  values.push(actor.authorityId);
  const authority = `c.authority_id = $${values.length} and c.merged_into_id is null`;
  if (hasRole(actor, 'coordinator')) return authority;
  const schools = sencoSchoolIds(actor);
  if (schools.length === 0) return 'false';
  values.push(schools, today);
  const [own, day] = [`$${values.length - 1}::uuid[]`, `$${values.length}::date`];
  return `${authority} and (
    exists (select 1 from referrals r where r.authority_id = c.authority_id and r.child_id = c.id and r.school_id = any(${own})
       and ${visibleTo(actor, values)})
    or (select m.school_id from child_moves m where m.authority_id = c.authority_id and m.child_id = c.id and m.moved_on <= ${day}
         order by m.moved_on desc limit 1) = any(${own}))`;
}
