import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface ReadyCaseRow {
  readonly referralId: string;
  readonly reference: string;
  readonly pupilName: string;
  readonly schoolName: string;
  readonly ncYear: string | null;
  readonly primaryNeed: string | null;
  readonly riskLevel: 'low' | 'medium' | 'high' | null;
  readonly isUrgent: boolean;
  readonly readySince: string;
}

/** Cases that wait for a panel, may be shared with it, and are on no agenda that is still to decide them: those that have waited longest first. */
@Injectable()
export class ReadyCasesQuery {
  run(tx: Tx, authorityId: number, panelId: string): Promise<ReadyCaseRow[]> {
    return tx.rows<ReadyCaseRow>(
      `select r.id as "referralId", r.reference, r.pupil_name as "pupilName", s.name as "schoolName", r.nc_year as "ncYear",
              r.primary_need as "primaryNeed", v.risk_level as "riskLevel", r.is_urgent as "isUrgent",
              r.status_changed_on as "readySince"
         from referrals r
         join schools s on s.authority_id = r.authority_id and s.id = r.school_id
         left join lateral (select risk_level from assessments
                             where authority_id = r.authority_id and referral_id = r.id
                             order by number desc limit 1) v on true
        where r.authority_id = $1 and r.status = 'ready_for_panel' and r.panel_consent is not false
          and not exists (
            select 1 from agenda_items i join panels p on p.authority_id = i.authority_id and p.id = i.panel_id
             where i.authority_id = r.authority_id and i.referral_id = r.id
               and (i.panel_id = $2 or (p.status <> 'closed' and not exists (select 1 from decisions d where d.agenda_item_id = i.id))))
        order by r.listed_on, r.reference limit 500`,
      [authorityId, panelId],
    );
  }
}
