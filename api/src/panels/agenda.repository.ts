import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { AgendaItemEntity } from './agenda-item.entity.js';
import type { DecisionEntity } from './decision.entity.js';
import type { PanelPaper } from './panel-paper.js';

type Item = Pick<AgendaItemEntity, 'id' | 'referralId' | 'position' | 'paper'>;

const columns = 'id, referral_id as "referralId", position, paper';

/** The items of an agenda. The caller has found the panel to be visible, and holds it for every change. */
@Injectable()
export class AgendaRepository {
  async find(tx: Tx, authorityId: number, panelId: string, itemId: string): Promise<Item | null> {
    const [item] = await tx.rows<Item>(
      `select ${columns} from agenda_items where authority_id = $1 and panel_id = $2 and id = $3`,
      [authorityId, panelId, itemId],
    );
    return item ?? null;
  }

  /** Like `find`, and nobody else decides the item meanwhile. */
  async lock(tx: Tx, authorityId: number, panelId: string, itemId: string): Promise<Item | null> {
    const [item] = await tx.rows<Item>(
      `select ${columns} from agenda_items where authority_id = $1 and panel_id = $2 and id = $3 for update`,
      [authorityId, panelId, itemId],
    );
    return item ?? null;
  }

  async findAtPosition(tx: Tx, authorityId: number, panelId: string, position: number): Promise<Item | null> {
    const [item] = await tx.rows<Item>(
      `select ${columns} from agenda_items where authority_id = $1 and panel_id = $2 and position = $3`,
      [authorityId, panelId, position],
    );
    return item ?? null;
  }

  /**
   * The day of a panel on whose agenda the case is: one that is still to decide it, or the panel asked about. The caller
   * holds the referral's row, so that it cannot be put on two agendas at once.
   */
  async findOnAgenda(tx: Tx, authorityId: number, referralId: string, panelId: string): Promise<string | null> {
    const [row] = await tx.rows<{ heldOn: string }>(
      `select p.held_on as "heldOn"
         from agenda_items i join panels p on p.authority_id = i.authority_id and p.id = i.panel_id
        where i.authority_id = $1 and i.referral_id = $2
          and (i.panel_id = $3 or (p.status <> 'closed' and not exists (select 1 from decisions d where d.agenda_item_id = i.id)))
        limit 1`,
      [authorityId, referralId, panelId],
    );
    return row?.heldOn ?? null;
  }

  /** Puts the case at the end of the agenda. */
  async insert(tx: Tx, authorityId: number, panelId: string, referralId: string): Promise<void> {
    await tx.rows(
      `insert into agenda_items (authority_id, panel_id, referral_id, position)
       select $1, $2, $3, coalesce(max(position), 0) + 1 from agenda_items where authority_id = $1 and panel_id = $2`,
      [authorityId, panelId, referralId],
    );
  }

  /** Takes the case off; those after it close up. */
  async remove(tx: Tx, authorityId: number, panelId: string, item: Item): Promise<void> {
    await tx.rows('delete from agenda_items where authority_id = $1 and panel_id = $2 and id = $3', [
      authorityId,
      panelId,
      item.id,
    ]);
    await tx.rows(
      'update agenda_items set position = position - 1 where authority_id = $1 and panel_id = $2 and position > $3',
      [authorityId, panelId, item.position],
    );
  }

  /** One statement, because the uniqueness of positions is checked at the end of each. */
  async swap(tx: Tx, authorityId: number, panelId: string, one: Item, other: Item): Promise<void> {
    await tx.rows(
      `update agenda_items set position = case id when $3 then $6::integer else $5::integer end
        where authority_id = $1 and panel_id = $2 and id in ($3, $4)`,
      [authorityId, panelId, one.id, other.id, one.position, other.position],
    );
  }

  async freeze(tx: Tx, authorityId: number, itemId: string, paper: PanelPaper): Promise<void> {
    await tx.rows('update agenda_items set paper = $3 where authority_id = $1 and id = $2', [
      authorityId,
      itemId,
      JSON.stringify(paper),
    ]);
  }

  /** Cases that still wait for this panel. One that was withdrawn, or may not be shared any longer, waits for nothing. */
  async countUndecided(tx: Tx, authorityId: number, panelId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      `select count(*) as count
         from agenda_items i join referrals r on r.authority_id = i.authority_id and r.id = i.referral_id
        where i.authority_id = $1 and i.panel_id = $2 and r.status <> 'withdrawn' and r.panel_consent is not false
          and not exists (select 1 from decisions d where d.agenda_item_id = i.id)`,
      [authorityId, panelId],
    );
    return row?.count ?? 0;
  }

  async insertDecision(tx: Tx, decision: Omit<DecisionEntity, 'id'>): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into decisions (authority_id, agenda_item_id, referral_id, outcome, reason, decline_reason, paper_hash, decided_on,
         decided_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint decisions_once do nothing returning id`,
      [
        decision.authorityId,
        decision.agendaItemId,
        decision.referralId,
        decision.outcome,
        decision.reason,
        decision.declineReason,
        decision.paperHash,
        decision.decidedOn,
        decision.decidedAt,
        decision.recordedBy,
      ],
    );
    return row?.id ?? null;
  }
}
