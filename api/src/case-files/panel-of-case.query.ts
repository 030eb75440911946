import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface PanelOfCase {
  readonly panelId: string;
  readonly heldOn: string;
  readonly status: string;
}

/** The panel of a case: the next one that it is on the agenda of, else the last one that it was on. */
@Injectable()
export class PanelOfCaseQuery {
  async find(tx: Tx, authorityId: number, referralId: string): Promise<PanelOfCase | null> {
    const [row] = await tx.rows<PanelOfCase>(
      `select p.id as "panelId", p.held_on as "heldOn", p.status
         from agenda_items i join panels p on p.authority_id = i.authority_id and p.id = i.panel_id
        where i.authority_id = $1 and i.referral_id = $2
        order by p.status = 'closed', p.held_on desc limit 1`,
      [authorityId, referralId],
    );
    return row ?? null;
  }
}
