import { Injectable } from '@nestjs/common';
import type { ReferralStatus } from '@panel/case-rules';

import { otherRecordsOfChild } from '../children/other-records.js';
import type { Tx } from '../database/transactions.js';

export interface ChildRecord {
  readonly id: string;
  readonly upn: string;
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly preferredName: string;
  readonly bornOn: string;
  readonly sex: string;
  /** The grounds on which somebody has said that it is another child; null: nobody has. */
  readonly toldApart: readonly string[] | null;
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
      `with one as (select c.*, null::text[] as told_apart from children c where c.authority_id = $1 and c.id = $2),
            found as (select *, true as own from one
                      union all select o.*, false from one cross join lateral (${otherRecordsOfChild('one')}) o)
       select f.id, f.own as "isOwn", f.upn, f.legal_forename as "legalForename", f.legal_surname as "legalSurname",
              f.preferred_name as "preferredName", f.born_on::text as "bornOn", f.sex, f.told_apart as "toldApart",
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
