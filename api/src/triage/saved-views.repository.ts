import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { SavedView, SaveView } from './saved-view.dto.js';

const columns = 'id, name, conditions, is_default as "isDefault", version';

/** The views that a person has saved of the queue: nobody else sees them. */
@Injectable()
export class SavedViewsRepository {
  findOwn(tx: Tx, actor: Actor): Promise<SavedView[]> {
    return tx.rows<SavedView>(
      `select ${columns} from saved_views where authority_id = $1 and user_id = $2 and list = 'queue' order by lower(name), id`,
      [actor.authorityId, actor.userId],
    );
  }

  async lockOwn(tx: Tx, actor: Actor, savedViewId: string): Promise<SavedView | null> {
    const [row] = await tx.rows<SavedView>(
      `select ${columns} from saved_views where authority_id = $1 and user_id = $2 and id = $3 for update`,
      [actor.authorityId, actor.userId, savedViewId],
    );
    return row ?? null;
  }

  async insert(tx: Tx, actor: Actor, view: SaveView, at: Date): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into saved_views (authority_id, user_id, list, name, conditions, is_default, changed_at)
       values ($1, $2, 'queue', $3, $4, $5, $6) returning id`,
      [actor.authorityId, actor.userId, view.name.trim(), JSON.stringify(view.conditions), view.isDefault, at],
    );
    return row?.id ?? '';
  }

  async update(tx: Tx, actor: Actor, savedViewId: string, view: SaveView, at: Date): Promise<void> {
    await tx.rows(
      `update saved_views set name = $4, conditions = $5, is_default = $6, changed_at = $7, version = version + 1
        where authority_id = $1 and user_id = $2 and id = $3`,
      [
        actor.authorityId,
        actor.userId,
        savedViewId,
        view.name.trim(),
        JSON.stringify(view.conditions),
        view.isDefault,
        at,
      ],
    );
  }

  /** Before another becomes the one that the queue opens with. */
  async clearDefault(tx: Tx, actor: Actor, exceptId: string | null = null): Promise<void> {
    await tx.rows(
      `update saved_views set is_default = false, version = version + 1
        where authority_id = $1 and user_id = $2 and list = 'queue' and is_default
          and id is distinct from $3::uuid`,
      [actor.authorityId, actor.userId, exceptId],
    );
  }

  async remove(tx: Tx, actor: Actor, savedViewId: string): Promise<void> {
    await tx.rows('delete from saved_views where authority_id = $1 and user_id = $2 and id = $3', [
      actor.authorityId,
      actor.userId,
      savedViewId,
    ]);
  }
}
