import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { ChildEntity } from './child.entity.js';

export type NewChild = Omit<
  ChildEntity,
  'id' | 'version' | 'ncYear' | 'mergedIntoId' | 'matchSurname' | 'matchForename'
>;

@Injectable()
export class ChildrenRepository {
  /**
   * The child of this UPN, made or brought up to date. One row a UPN, also when two schools submit at once. The UPN of a record that
   * was merged into another means that one, whose facts stay as they were chosen.
   */
  async upsert(tx: Tx, child: NewChild): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into children (authority_id, upn, legal_forename, legal_surname, preferred_name, born_on, sex)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint children_upn_key do update set legal_forename = excluded.legal_forename,
         legal_surname = excluded.legal_surname, preferred_name = excluded.preferred_name, born_on = excluded.born_on,
         sex = excluded.sex
       -- A row made by this very statement is not seen by the function.
       returning coalesce(surviving_child(id), id) as id`,
      [
        child.authorityId,
        child.upn,
        child.legalForename,
        child.legalSurname,
        child.preferredName,
        child.bornOn,
        child.sex,
      ],
    );
    if (!row) throw new Error('the upsert of a child returned no row');
    return row.id;
  }
}
