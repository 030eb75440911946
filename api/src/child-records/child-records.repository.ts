import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

/** Writes of a child's record, after its reader was found to see it. */
@Injectable()
export class ChildRecordsRepository {
  async setNcYear(tx: Tx, authorityId: number, childId: string, ncYear: string | null): Promise<void> {
    await tx.rows('update children set nc_year = $3, version = version + 1 where authority_id = $1 and id = $2', [
      authorityId,
      childId,
      ncYear,
    ]);
  }

  /** A second one for the same day takes the place of the first. */
  async putMove(
    tx: Tx,
    move: {
      readonly authorityId: number;
      readonly childId: string;
      readonly schoolId: string;
      readonly movedOn: string;
      readonly recordedBy: string;
      readonly recordedAt: Date;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into child_moves (authority_id, child_id, school_id, moved_on, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint child_moves_one_a_day do update set school_id = excluded.school_id, recorded_by = excluded.recorded_by,
         recorded_at = excluded.recorded_at`,
      [move.authorityId, move.childId, move.schoolId, move.movedOn, move.recordedBy, move.recordedAt],
    );
  }

  async findMove(tx: Tx, authorityId: number, moveId: string): Promise<{ readonly childId: string } | null> {
    const [row] = await tx.rows<{ childId: string }>(
      'select child_id as "childId" from child_moves where authority_id = $1 and id = $2 for update',
      [authorityId, moveId],
    );
    return row ?? null;
  }

  async removeMove(tx: Tx, authorityId: number, moveId: string): Promise<void> {
    await tx.rows('delete from child_moves where authority_id = $1 and id = $2', [authorityId, moveId]);
  }

  /** False: they are linked already. One row for both directions. */
  async linkSiblings(
    tx: Tx,
    link: {
      readonly authorityId: number;
      readonly children: readonly [string, string];
      readonly reason: string;
      readonly linkedBy: string;
      readonly linkedAt: Date;
    },
  ): Promise<boolean> {
    const rows = await tx.rows(
      `insert into sibling_links (authority_id, child_id, sibling_id, reason, linked_by, linked_at)
       values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5, $6)
       on conflict on constraint sibling_links_once do nothing returning id`,
      [link.authorityId, ...link.children, link.reason, link.linkedBy, link.linkedAt],
    );
    return rows.length === 1;
  }

  async findLink(
    tx: Tx,
    authorityId: number,
    linkId: string,
  ): Promise<{ readonly childId: string; readonly siblingId: string } | null> {
    const [row] = await tx.rows<{ childId: string; siblingId: string }>(
      'select child_id as "childId", sibling_id as "siblingId" from sibling_links where authority_id = $1 and id = $2 for update',
      [authorityId, linkId],
    );
    return row ?? null;
  }

  async removeLink(tx: Tx, authorityId: number, linkId: string): Promise<void> {
    await tx.rows('delete from sibling_links where authority_id = $1 and id = $2', [authorityId, linkId]);
  }
}
