import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid, versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { Problem } from '../common/problem.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { SavedViews, SaveView } from './saved-view.dto.js';
import { SavedViewsRepository } from './saved-views.repository.js';

/** More than anybody finds again. */
const mostViews = 30;

const viewNotFound = (): Problem =>
  new Problem(404, 'saved_view_not_found', 'View not found', 'There is no such saved view of yours.');

const nameTaken = (): Problem =>
  fieldsInvalid([
    { pointer: '/name', code: 'saved_view_name_taken', detail: 'You have a view with this name. Choose another name.' },
  ]);

const tooMany = (): Problem =>
  new Problem(409, 'saved_views_full', 'You have too many views', `Remove one first: ${mostViews} can be kept.`);

@Injectable()
export class SavedViewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SavedViewsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<SavedViews> {
    return this.transactions.read(actor, (tx) => this.present(tx, actor));
  }

  create(actor: Actor, key: string, body: SaveView): Promise<SavedViews> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'createSavedView', key, body, at }, async () => {
        const own = await this.repository.findOwn(tx, actor);
        if (own.length >= mostViews) throw tooMany();
        if (own.some(({ name }) => name === body.name.trim())) throw nameTaken();
        if (body.isDefault) await this.repository.clearDefault(tx, actor);
        await this.repository.insert(tx, actor, body, at);
        await this.audit.record(tx, actor, 'saved_view.created', 'user', actor.userId);
        return this.present(tx, actor);
      }),
    );
  }

  change(actor: Actor, savedViewId: string, version: number, body: SaveView): Promise<SavedViews> {
    return this.transactions.run(actor, async (tx) => {
      await this.lockVersion(tx, actor, savedViewId, version);
      const own = await this.repository.findOwn(tx, actor);
      if (own.some(({ id, name }) => id !== savedViewId && name === body.name.trim())) throw nameTaken();
      if (body.isDefault) await this.repository.clearDefault(tx, actor, savedViewId);
      await this.repository.update(tx, actor, savedViewId, body, this.clock.now());
      await this.audit.record(tx, actor, 'saved_view.changed', 'user', actor.userId);
      return this.present(tx, actor);
    });
  }

  remove(actor: Actor, savedViewId: string, version: number): Promise<SavedViews> {
    return this.transactions.run(actor, async (tx) => {
      await this.lockVersion(tx, actor, savedViewId, version);
      await this.repository.remove(tx, actor, savedViewId);
      await this.audit.record(tx, actor, 'saved_view.removed', 'user', actor.userId);
      return this.present(tx, actor);
    });
  }

  private async lockVersion(tx: Tx, actor: Actor, savedViewId: string, version: number): Promise<void> {
    const view = await this.repository.lockOwn(tx, actor, savedViewId);
    if (!view) throw viewNotFound();
    if (view.version !== version) throw versionStale();
  }

  private async present(tx: Tx, actor: Actor): Promise<SavedViews> {
    return { items: await this.repository.findOwn(tx, actor) };
  }
}
