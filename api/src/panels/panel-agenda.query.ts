import type { AllocationStatus, DecisionOutcome, DeclineReason, ReferralStatus } from '@panel/case-rules';
import { Injectable } from '@nestjs/common';

import type { CapacityUnit } from '../contracts/contract.entity.js';
import type { Tx } from '../database/transactions.js';
import type { PanelPaper } from './panel-paper.js';

/** An item with the case as it is now, the paper as it was frozen, and the decision with what it allocated. */
export interface AgendaRow {
  readonly id: string;
  readonly position: number;
  readonly paper: PanelPaper | null;
  readonly referralId: string;
  readonly reference: string;
  readonly referralStatus: ReferralStatus;
  readonly pupilName: string;
  /** The school of the case and the others of its trust. */
  readonly kindredSchoolIds: readonly string[];
  readonly schoolName: string;
  readonly ncYear: string | null;
  readonly primaryNeed: string | null;
  readonly isUrgent: boolean;
  readonly isConsentWithdrawn: boolean;
  readonly assessmentNumber: number | null;
  readonly riskLevel: 'low' | 'medium' | 'high' | null;
  readonly weeklyHoursHundredths: number | null;
  readonly annualValuePence: number | null;
  readonly requestedSupport: string | null;
  readonly desiredOutcomes: string | null;
  readonly decision: DecisionRow | null;
}

export interface DecisionRow {
  readonly id: string;
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly declineReason: DeclineReason | null;
  readonly paperHash: string;
  readonly decidedOn: string;
  readonly recordedByName: string;
  readonly allocation: {
    readonly id: string;
    readonly contractId: string;
    readonly contractTitle: string;
    readonly providerName: string;
    readonly units: number;
    readonly unit: CapacityUnit;
    readonly amountPence: number;
    readonly status: AllocationStatus;
  } | null;
}

/** The agenda of a panel that the person was found to see, in its order; with an item's id, that item alone. */
@Injectable()
export class PanelAgendaQuery {
  run(tx: Tx, authorityId: number, panelId: string, itemId: string | null = null): Promise<AgendaRow[]> {
    return tx.rows<AgendaRow>(
      `select i.id, i.position, i.paper, r.id as "referralId", r.reference, r.status as "referralStatus",
              r.pupil_name as "pupilName", array(select k.id from schools k where k.authority_id = s.authority_id
                  and (k.id = s.id or k.trust_id = s.trust_id)) as "kindredSchoolIds", s.name as "schoolName", r.nc_year as "ncYear",
              r.primary_need as "primaryNeed", r.is_urgent as "isUrgent",
              r.panel_consent is false as "isConsentWithdrawn", v.number as "assessmentNumber",
              v.risk_level as "riskLevel", v.weekly_hours_hundredths as "weeklyHoursHundredths",
              v.annual_value_pence as "annualValuePence", q.answers ->> 'requestedSupport' as "requestedSupport",
              q.answers ->> 'desiredOutcomes' as "desiredOutcomes",
              case when d.id is not null then json_build_object('id', d.id, 'outcome', d.outcome, 'reason', d.reason,
                'declineReason', d.decline_reason, 'paperHash', d.paper_hash, 'decidedOn', d.decided_on,
                'recordedByName', u.name,
                'allocation', case when a.id is not null then json_build_object('id', a.id, 'contractId', a.contract_id,
                  'contractTitle', c.title, 'providerName', p.name, 'units', a.units, 'unit', c.capacity_unit,
                  'amountPence', a.amount_pence, 'status', a.status) end) end as decision
         from agenda_items i
         join referrals r on r.authority_id = i.authority_id and r.id = i.referral_id
         join schools s on s.authority_id = r.authority_id and s.id = r.school_id
         left join referral_sections q on q.referral_id = r.id and q.section = 'request'
         left join lateral (select number, risk_level, weekly_hours_hundredths, annual_value_pence from assessments
                             where authority_id = r.authority_id and referral_id = r.id
                             order by number desc limit 1) v on true
         left join decisions d on d.authority_id = i.authority_id and d.agenda_item_id = i.id
         left join users u on u.id = d.recorded_by
         left join allocations a on a.authority_id = d.authority_id and a.decision_id = d.id
         left join contracts c on c.authority_id = a.authority_id and c.id = a.contract_id
         left join providers p on p.authority_id = a.authority_id and p.id = a.provider_id
        where i.authority_id = $1 and i.panel_id = $2 and ($3::uuid is null or i.id = $3)
        order by i.position`,
      [authorityId, panelId, itemId],
    );
  }
}
