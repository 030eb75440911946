import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';

export interface CopyFacts {
  readonly reference: string;
  readonly schoolName: string;
  readonly councilName: string;
}

/** What stands above a copy. The referral was already found to be visible. */
@Injectable()
export class CopyFactsQuery {
  async run(tx: Tx, authorityId: number, referralId: string): Promise<CopyFacts> {
    const [row] = await tx.rows<CopyFacts>(
      `select r.reference, s.name as "schoolName", a.name as "councilName"
         from referrals r join schools s on s.authority_id = r.authority_id and s.id = r.school_id
         join authorities a on a.id = r.authority_id
        where r.authority_id = $1 and r.id = $2`,
      [authorityId, referralId],
    );
    if (!row) throw new Error('the referral of a copy is gone');
    return row;
  }
}
