import { Injectable } from '@nestjs/common';
import type { ReferralStatus } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';

/** Enough to look through. */
const mostOthers = 20;

/**
 * Other records that the rule of duplicates may find to be of the same child, for a row `one` of `children`: a wide net by
 * index; `findDuplicateReason` decides.
 */
export function otherRecordsOfChild(one: string): string {
  const same = (name: string): string => `x.match_${name} = ${one}.match_${name}`;
  return `
    select x.* from children x
     where x.authority_id = ${one}.authority_id and x.merged_into_id is null and x.born_on = ${one}.born_on and x.id <> ${one}.id
       and (${same('surname')} or ${same('forename')})
    union
    select x.* from children x
     where x.authority_id = ${one}.authority_id and x.merged_into_id is null and ${same('surname')} and ${same('forename')} and x.id <> ${one}.id
     limit ${mostOthers}`;
}

export interface ChildRecord {
  readonly id: string;
  readonly upn: string;
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly preferredName: string;
  readonly bornOn: string;
  readonly sex: string;
  readonly referrals: readonly {
    readonly id: string;
    readonly reference: string;
    readonly status: ReferralStatus;
    readonly schoolName: string;
    readonly submittedOn: string | null;
  }[];
}

/** Records of children beside each other, for who looks whether two are one. The case was already found to be visible. */
@Injectable()
export class DuplicatesQuery {
  async findWithOthers(
    tx: Tx,
    authorityId: number,
    childId: string,
  ): Promise<{ readonly child: ChildRecord | null; readonly others: readonly ChildRecord[] }> {
    const rows = await tx.rows<ChildRecord & { readonly isOwn: boolean }>(
      `with one as (select * from children where authority_id = $1 and id = $2),
            found as (select *, true as own from one
                      union all select o.*, false from one cross join lateral (${otherRecordsOfChild('one')}) o)
       select f.id, f.own as "isOwn", f.upn, f.legal_forename as "legalForename", f.legal_surname as "legalSurname",
              f.preferred_name as "preferredName", f.born_on::text as "bornOn", f.sex,
              coalesce((select json_agg(json_build_object('id', r.id, 'reference', r.reference, 'status', r.status,
                               'schoolName', s.name, 'submittedOn', r.submitted_on) order by r.listed_on desc, r.id)
                          from referrals r join schools s on s.authority_id = r.authority_id and s.id = r.school_id
                         where r.authority_id = $1 and r.child_id = f.id), '[]') as referrals
         from found f order by f.legal_surname, f.legal_forename, f.id`,
      [authorityId, childId],
    );
    return { child: rows.find(({ isOwn }) => isOwn) ?? null, others: rows.filter(({ isOwn }) => !isOwn) };
  }
}
