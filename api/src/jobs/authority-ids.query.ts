import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

/** Every authority of the installation, the oldest first. */
@Injectable()
export class AuthorityIdsQuery {
  async run(tx: Tx): Promise<number[]> {
    return (await tx.rows<{ id: number }>('select id from authorities order by id')).map(({ id }) => id);
  }
}
