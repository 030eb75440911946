import type { AllocationStatus, ReferralStatus } from '@panel/case-rules';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { CapacityUnit } from '../contracts/contract.entity.js';
import type { Tx } from '../database/transactions.js';
import { visibleTo } from './allocation-visibility.js';
import type { Attendance } from './attendance.js';

export interface AllocationRow {
  readonly id: string;
  readonly referralId: string;
  readonly reference: string;
  readonly referralStatus: ReferralStatus;
  readonly status: AllocationStatus;
  readonly version: number;
  readonly pupilName: string;
  /** What the family answered to sharing with providers: 'yes', 'no' or nothing. Its newest word counts. */
  readonly shareWithProviders: string | null;
  readonly schoolName: string;
  readonly primaryNeed: string | null;
  readonly requestedSupport: string | null;
  readonly desiredOutcomes: string | null;
  readonly contractTitle: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly units: number;
  readonly unit: CapacityUnit;
  readonly amountPence: number;
  readonly declineReason: string | null;
  readonly allocatedOn: string;
  readonly panelHeldOn: string;
}

export interface SessionRow {
  readonly id: string;
  readonly heldOn: string;
  readonly minutes: number;
  readonly attendance: Attendance;
  readonly note: string;
  readonly recordedByName: string;
}

/** An allocation as its page and the list show it: with the case, the contract and the panel that agreed it. */
@Injectable()
export class AllocationViewQuery {
  findAll(tx: Tx, actor: Actor): Promise<AllocationRow[]> {
    const values: unknown[] = [];
    return tx.rows<AllocationRow>(
      `${select} where ${visibleTo(actor, values)} order by a.allocated_on desc, a.id desc limit 1000`,
      values,
    );
  }

  async find(tx: Tx, actor: Actor, allocationId: string): Promise<AllocationRow | null> {
    const values: unknown[] = [allocationId];
    const [row] = await tx.rows<AllocationRow>(`${select} where a.id = $1 and ${visibleTo(actor, values)}`, values);
    return row ?? null;
  }

  /** The sessions of an allocation that the person was already found to see, the newest first. */
  findSessions(tx: Tx, authorityId: number, allocationId: string): Promise<SessionRow[]> {
    return tx.rows<SessionRow>(
      `select t.id, t.held_on as "heldOn", t.minutes, t.attendance, t.note, u.name as "recordedByName"
         from delivery_sessions t join users u on u.id = t.recorded_by
        where t.authority_id = $1 and t.allocation_id = $2
        order by t.held_on desc, t.id desc`,
      [authorityId, allocationId],
    );
  }
}

const select = `
  select a.id, a.referral_id as "referralId", r.reference, r.status as "referralStatus", a.status, a.version,
         r.pupil_name as "pupilName", case r.provider_consent when true then 'yes' when false then 'no'
           else consent.answers ->> 'shareWithProviders' end as "shareWithProviders", s.name as "schoolName",
         r.primary_need as "primaryNeed", request.answers ->> 'requestedSupport' as "requestedSupport",
         request.answers ->> 'desiredOutcomes' as "desiredOutcomes", c.title as "contractTitle", a.provider_id as "providerId", p.name as "providerName",
         a.units, c.capacity_unit as unit, a.amount_pence as "amountPence", a.decline_reason as "declineReason",
         a.allocated_on as "allocatedOn", panel.held_on as "panelHeldOn"
    from allocations a
    join referrals r on r.authority_id = a.authority_id and r.id = a.referral_id
    join schools s on s.authority_id = r.authority_id and s.id = r.school_id
    join contracts c on c.authority_id = a.authority_id and c.id = a.contract_id
    join providers p on p.authority_id = a.authority_id and p.id = a.provider_id
    join decisions d on d.authority_id = a.authority_id and d.id = a.decision_id
    join agenda_items i on i.authority_id = d.authority_id and i.id = d.agenda_item_id
    join panels panel on panel.authority_id = i.authority_id and panel.id = i.panel_id
    left join referral_sections consent on consent.referral_id = r.id and consent.section = 'consent'
    left join referral_sections request on request.referral_id = r.id and request.section = 'request'`;
