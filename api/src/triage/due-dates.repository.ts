import { Injectable } from '@nestjs/common';
import type { ReferralStatus } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';

export interface CaseStep {
  readonly status: ReferralStatus;
  /** The day on which cases came to it. */
  readonly cameOn: string;
}

/** Due dates of all cases of the queue, as few different ones as there are steps and days. */
@Injectable()
export class DueDatesRepository {
  findSteps(tx: Tx, authorityId: number): Promise<CaseStep[]> {
    return tx.rows<CaseStep>(
      `select distinct status, status_changed_on::text as "cameOn" from referrals
        where authority_id = $1 and queue_stage is not null`,
      [authorityId],
    );
  }

  async setDue(
    tx: Tx,
    authorityId: number,
    steps: readonly (CaseStep & { readonly dueOn: string | null })[],
  ): Promise<void> {
    await tx.rows(
      `update referrals r set due_on = s.due_on
         from unnest($2::text[], $3::date[], $4::date[]) as s (status, came_on, due_on)
        where r.authority_id = $1 and r.queue_stage is not null and r.status = s.status and r.status_changed_on = s.came_on
          and r.due_on is distinct from s.due_on`,
      [
        authorityId,
        steps.map(({ status }) => status),
        steps.map(({ cameOn }) => cameOn),
        steps.map(({ dueOn }) => dueOn),
      ],
    );
  }
}
