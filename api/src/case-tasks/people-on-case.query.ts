import { Injectable } from '@nestjs/common';
import type { CaseTaskRole } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';

export interface PersonOnCase {
  readonly role: CaseTaskRole;
  readonly providerId: string | null;
  readonly providerName: string | null;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** The coordinator to whom the case is assigned. */
  readonly isLead: boolean;
}

/**
 * Who works on a case: the coordinators of the authority, the SENCos of the child's school, and the people of providers whose
 * support is agreed, while the family shares with them. The case was already found to be visible.
 */
@Injectable()
export class PeopleOnCaseQuery {
  find(tx: Tx, authorityId: number, referralId: string): Promise<PersonOnCase[]> {
    return tx.rows<PersonOnCase>(
      `select distinct g.role, p.id as "providerId", p.name as "providerName", u.id as "userId", u.name, u.email,
              (g.role = 'coordinator' and r.assigned_to is not distinct from u.id) as "isLead"
         from referrals r
         join role_grants g on g.authority_id = r.authority_id
          and (g.role = 'coordinator'
            or (g.role = 'senco' and g.school_id = r.school_id)
            or (g.role = 'provider' and r.provider_consent is not false and exists (
                 select 1 from allocations a where a.authority_id = r.authority_id and a.referral_id = r.id
                    and a.provider_id = g.provider_id and a.status in ('approved', 'accepted', 'active', 'completed'))))
         join users u on u.id = g.user_id and u.is_active
         left join providers p on p.authority_id = g.authority_id and p.id = g.provider_id and g.role = 'provider'
        where r.authority_id = $1 and r.id = $2
        order by g.role, "isLead" desc, u.name, u.id`,
      [authorityId, referralId],
    );
  }
}
