import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

/** What is known of people who work on a referral. */
@Injectable()
export class ReferralPeopleQuery {
  async emailOf(tx: Tx, userId: string): Promise<string | null> {
    const [row] = await tx.rows<{ email: string }>('select email from users where id = $1', [userId]);
    return row?.email ?? null;
  }
}
