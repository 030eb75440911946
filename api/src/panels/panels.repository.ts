import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { PanelEntity } from './panel.entity.js';
import { visibleTo } from './panel-visibility.js';

export interface PanelRow extends Pick<PanelEntity, 'id' | 'heldOn' | 'venue' | 'status' | 'version' | 'papersHash'> {
  readonly caseCount: number;
  readonly decidedCount: number;
}

@Injectable()
export class PanelsRepository {
  /** The newest first, with how much is on each agenda. */
  findAll(tx: Tx, actor: Actor): Promise<PanelRow[]> {
    const values: unknown[] = [];
    return tx.rows<PanelRow>(`${select} where ${visibleTo(actor, values)} order by p.held_on desc limit 1000`, values);
  }

  async find(tx: Tx, actor: Actor, panelId: string): Promise<PanelRow | null> {
    const values: unknown[] = [panelId];
    const [row] = await tx.rows<PanelRow>(`${select} where p.id = $1 and ${visibleTo(actor, values)}`, values);
    return row ?? null;
  }

  /** Holds the row until the transaction ends: for changes of the panel and its agenda. */
  lock(tx: Tx, actor: Actor, panelId: string): Promise<PanelEntity | null> {
    return this.findHeld(tx, actor, panelId, 'for update of p');
  }

  /** Keeps the panel from being changed, while others may hold it in the same way: decisions of several cases at once. */
  lockShared(tx: Tx, actor: Actor, panelId: string): Promise<PanelEntity | null> {
    return this.findHeld(tx, actor, panelId, 'for share of p');
  }

  /** Gives null when there is a panel on that day already. */
  async insert(
    tx: Tx,
    panel: Pick<PanelEntity, 'authorityId' | 'heldOn' | 'venue' | 'createdBy' | 'createdAt'>,
  ): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into panels (authority_id, held_on, venue, created_by, created_at) values ($1, $2, $3, $4, $5)
       on conflict on constraint panels_held_on_key do nothing returning id`,
      [panel.authorityId, panel.heldOn, panel.venue, panel.createdBy, panel.createdAt],
    );
    return row?.id ?? null;
  }

  /** Saves a locked panel as its next version. */
  async save(tx: Tx, panel: PanelEntity): Promise<void> {
    panel.version += 1;
    await tx.manager.save(PanelEntity, panel);
  }

  private async findHeld(tx: Tx, actor: Actor, panelId: string, locking: string): Promise<PanelEntity | null> {
    const values: unknown[] = [panelId];
    const seen = await tx.rows(
      `select 1 from panels p where p.id = $1 and ${visibleTo(actor, values)} ${locking}`,
      values,
    );
    if (seen.length === 0) return null;
    return tx.manager.findOneBy(PanelEntity, { authorityId: actor.authorityId, id: panelId });
  }
}

const select = `
  select p.id, p.held_on as "heldOn", p.venue, p.status, p.version, p.papers_hash as "papersHash",
         (select count(*) from agenda_items i where i.authority_id = p.authority_id and i.panel_id = p.id) as "caseCount",
         (select count(*) from agenda_items i join decisions d on d.agenda_item_id = i.id
           where i.authority_id = p.authority_id and i.panel_id = p.id) as "decidedCount"
    from panels p`;
