import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

/** Which pages of the toolkit a decline points to, in the order in which they were chosen. */
@Injectable()
export class DeclineSignpostsRepository {
  async find(tx: Tx, authorityId: number, referralId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'select resource_id as id from decline_signposts where authority_id = $1 and referral_id = $2 order by position',
      [authorityId, referralId],
    );
    return rows.map(({ id }) => id);
  }

  async replace(tx: Tx, authorityId: number, referralId: string, resourceIds: readonly string[]): Promise<void> {
    await tx.rows('delete from decline_signposts where authority_id = $1 and referral_id = $2', [
      authorityId,
      referralId,
    ]);
    await tx.rows(
      `insert into decline_signposts (authority_id, referral_id, resource_id, position)
       select $1, $2, chosen.id, chosen.position from unnest($3::uuid[]) with ordinality as chosen (id, position)`,
      [authorityId, referralId, resourceIds],
    );
  }
}
