import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

@Injectable()
export class AppliedMigrationsQuery {
  async run(tx: Tx): Promise<string[]> {
    return (await tx.rows<{ name: string }>('select name from migrations')).map(({ name }) => name);
  }
}
