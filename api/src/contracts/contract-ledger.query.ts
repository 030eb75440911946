import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { CommitmentKind } from './commitment-entry.entity.js';

export interface LedgerRow {
  readonly at: Date;
  readonly kind: CommitmentKind;
  readonly units: number;
  readonly amountPence: number;
  readonly reference: string;
}

/** The newest entries of a contract's ledger; those of destroyed cases stay without one. A case is named by its reference only: contract managers read no casework. */
@Injectable()
export class ContractLedgerQuery {
  run(tx: Tx, authorityId: number, contractId: string): Promise<LedgerRow[]> {
    return tx.rows<LedgerRow>(
      `select e.entered_at as at, e.kind, e.units, e.amount_pence as "amountPence", coalesce(r.reference, '') as reference
         from commitment_entries e
         left join allocations a on a.authority_id = e.authority_id and a.id = e.allocation_id
         left join referrals r on r.authority_id = a.authority_id and r.id = a.referral_id
        where e.authority_id = $1 and e.contract_id = $2
        order by e.entered_at desc, e.id desc limit 1000`,
      [authorityId, contractId],
    );
  }
}
