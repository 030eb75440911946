import { Injectable } from '@nestjs/common';
import type { Role } from '@panel/case-rules';

import { type Actor, providerIds, sencoSchoolIds } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { GettingStartedStep } from './getting-started.dto.js';
import { type Mark, stepsOfRole } from './getting-started-steps.js';

@Injectable()
export class GettingStartedQuery {
  /** The steps of one role, each done or not: one statement. */
  async findSteps(
    tx: Tx,
    actor: Actor,
    role: Role,
    { today, hasSecondFactor }: { readonly today: string; readonly hasSecondFactor: boolean },
  ): Promise<GettingStartedStep[]> {
    const kinds = stepsOfRole[role];
    // All parameters are named once, so that Postgres knows their types whichever of them the conditions use.
    const [row] = await tx.rows<Record<string, boolean>>(
      `with known as (select $1::integer, $2::uuid, $3::uuid[], $4::uuid[], $5::date, $6::boolean)
       select ${kinds.map(({ code, sql }) => `(${sql}) as "${code}"`).join(', ')} from known`,
      [actor.authorityId, actor.userId, sencoSchoolIds(actor), providerIds(actor), today, hasSecondFactor],
    );
    return kinds.map(({ code, title, hint, link, mark }) => ({
      ...{ code, title, hint, link, mark },
      isDone: row?.[code] ?? false,
    }));
  }

  async isMarked(tx: Tx, actor: Actor, mark: Mark): Promise<boolean> {
    const found = await tx.rows(
      'select 1 from getting_started_marks where authority_id = $1 and user_id = $2 and mark = $3',
      [actor.authorityId, actor.userId, mark],
    );
    return found.length > 0;
  }

  /** Whether it is news. */
  async mark(tx: Tx, actor: Actor, mark: Mark, at: Date): Promise<boolean> {
    const made = await tx.rows(
      `insert into getting_started_marks (authority_id, user_id, mark, marked_at) values ($1, $2, $3, $4)
       on conflict do nothing returning mark`,
      [actor.authorityId, actor.userId, mark, at],
    );
    return made.length > 0;
  }

  async unmark(tx: Tx, actor: Actor, mark: Mark): Promise<void> {
    await tx.rows(
      'delete from getting_started_marks where authority_id = $1 and user_id = $2 and mark = $3 returning mark',
      [actor.authorityId, actor.userId, mark],
    );
  }

  /** In a transaction of sign-in: of our own, or of an identity provider that looks after it. */
  async hasSecondFactor(tx: Tx, userId: string): Promise<boolean> {
    const [row] = await tx.rows<{ has: boolean }>(
      `select exists (select 1 from authenticator_apps where user_id = $1 and confirmed_at is not null)
           or exists (select 1 from passkeys where user_id = $1)
           or exists (select 1 from federated_identities where user_id = $1) as has`,
      [userId],
    );
    return row?.has ?? false;
  }
}
