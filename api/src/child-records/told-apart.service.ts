import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { childNotFound } from './child-record.problems.js';
import { ChildRecordQuery, type ChildRow } from './child-record.query.js';
import { DuplicatesQuery } from './duplicates.query.js';
import type { TellApart, ToldApartList } from './told-apart.dto.js';
import { notSuggested, toldApartNotFound } from './told-apart.problems.js';
import { ToldApartRepository } from './told-apart.repository.js';

/** Two records that look like one child and are two: said once with a reason, and not suggested again on the same grounds. */
@Injectable()
export class ToldApartService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ToldApartRepository,
    private readonly duplicates: DuplicatesQuery,
    private readonly records: ChildRecordQuery,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, childId: string): Promise<ToldApartList> {
    return this.transactions.run(actor, async (tx) => {
      const child = await this.findChild(tx, actor, childId, '');
      await this.audit.record(tx, actor, 'child.duplicates_listed', 'child', child.id);
      return this.present(tx, actor, child.id);
    });
  }

  tell(actor: Actor, childId: string, key: string, body: TellApart): Promise<ToldApartList> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'tellApart', key, body: { childId, ...body }, at }, async () => {
        const child = await this.findChild(tx, actor, childId, 'for update of c');
        const suggested = await this.duplicates.run(tx, actor, child.id);
        const pair = suggested.find(({ first, second }) => [first.id, second.id].includes(body.otherId));
        if (!pair || body.otherId === child.id) throw notSuggested();
        const { authorityId, userId: toldBy } = actor;
        const { grounds } = pair;
        await this.repository.put(tx, {
          ...{ authorityId, children: [child.id, body.otherId], grounds },
          ...{ reason: body.reason.trim(), toldBy, toldAt: at },
        });
        // In the trail of both records.
        for (const [one, otherId] of [
          [child.id, body.otherId],
          [body.otherId, child.id],
        ] as const) {
          const detail = { otherId, grounds: grounds.join(', ') };
          await this.audit.record(tx, actor, 'child.told_apart', 'child', one, detail);
        }
        return this.present(tx, actor, child.id);
      }),
    );
  }

  undo(actor: Actor, toldApartId: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const pair = await this.repository.remove(tx, actor.authorityId, toldApartId);
      if (!pair) throw toldApartNotFound();
      for (const [one, otherId] of [
        [pair.childId, pair.otherId],
        [pair.otherId, pair.childId],
      ] as const) {
        await this.audit.record(tx, actor, 'child.told_apart_undone', 'child', one, { otherId });
      }
    });
  }

  private async findChild(tx: Tx, actor: Actor, childId: string, locking: '' | 'for update of c'): Promise<ChildRow> {
    const child = await this.records.find(tx, actor, this.clock.today(), childId, locking);
    if (!child) throw childNotFound();
    return child;
  }

  private async present(tx: Tx, actor: Actor, childId: string): Promise<ToldApartList> {
    return { items: await this.repository.findOfChild(tx, actor.authorityId, childId) };
  }
}
