import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import { listItem } from './child-record.query.js';
import type { ToldApart } from './told-apart.dto.js';

/** Pairs of records that were said to be two children. The reader was found to see every child of the authority. */
@Injectable()
export class ToldApartRepository {
  /** Records that were merged into another one since speak for nobody. */
  async findOfChild(tx: Tx, authorityId: number, childId: string): Promise<ToldApart[]> {
    const rows = await tx.rows<Omit<ToldApart, 'toldAt'> & { toldAt: Date }>(
      `select t.id, to_jsonb(x) as other, t.grounds, t.reason, u.name as "toldByName", t.told_at as "toldAt"
         from told_apart_children t join users u on u.id = t.told_by
         join children c on c.authority_id = t.authority_id and c.id = case when t.child_id = $2 then t.other_id else t.child_id end
         cross join lateral (select ${listItem('c')}) x
        where t.authority_id = $1 and (t.child_id = $2 or t.other_id = $2) and c.merged_into_id is null
        order by t.told_at desc, t.id`,
      [authorityId, childId],
    );
    return rows.map((row) => ({ ...row, toldAt: row.toldAt.toISOString() }));
  }

  /** Said again on other grounds, it takes the place of what was said before. */
  async put(
    tx: Tx,
    told: {
      readonly authorityId: number;
      readonly children: readonly [string, string];
      readonly grounds: readonly string[];
      readonly reason: string;
      readonly toldBy: string;
      readonly toldAt: Date;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into told_apart_children (authority_id, child_id, other_id, grounds, reason, told_by, told_at)
       values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5, $6, $7)
       on conflict on constraint told_apart_children_once do update set grounds = excluded.grounds, reason = excluded.reason,
         told_by = excluded.told_by, told_at = excluded.told_at`,
      [told.authorityId, ...told.children, told.grounds, told.reason, told.toldBy, told.toldAt],
    );
  }

  /** The pair, or null when there is no such row; it is gone then. */
  async remove(
    tx: Tx,
    authorityId: number,
    toldApartId: string,
  ): Promise<{ readonly childId: string; readonly otherId: string } | null> {
    const [row] = await tx.rows<{ childId: string; otherId: string }>(
      'delete from told_apart_children where authority_id = $1 and id = $2 returning child_id as "childId", other_id as "otherId"',
      [authorityId, toldApartId],
    );
    return row ?? null;
  }
}
