/** Enough for a person to look through. */
const mostOthers = 20;

/**
 * Other records that may be of the same child, for a row `one` of `children`: a wide net by index, which `duplicateGrounds`
 * then judges. Children who are linked as siblings have been told apart by somebody; `told_apart` are the grounds on which others have
 * been, null: they have not.
 */
export function otherRecordsOfChild(one: string): string {
  const same = (name: string): string => `x.match_${name} = ${one}.match_${name}`;
  const another = `x.authority_id = ${one}.authority_id and x.merged_into_id is null and x.id <> ${one}.id
       and not exists (select 1 from sibling_links l where l.authority_id = x.authority_id
             and l.child_id = least(x.id, ${one}.id) and l.sibling_id = greatest(x.id, ${one}.id))`;
  return `
    select o.*, (select t.grounds from told_apart_children t where t.authority_id = o.authority_id
                    and t.child_id = least(o.id, ${one}.id) and t.other_id = greatest(o.id, ${one}.id)) as told_apart from (
    select x.* from children x
     where ${another} and x.born_on = ${one}.born_on and (${same('surname')} or ${same('forename')})
    union
    select x.* from children x
     where ${another} and ${same('surname')} and ${same('forename')}
     limit ${mostOthers}) o`;
}
