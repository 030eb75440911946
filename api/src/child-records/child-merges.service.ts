import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { ChildMerge, ChildMergePreview, MergeChildren, PreviewChildMerge } from './child-merge.dto.js';
import {
  childMergeNotFound,
  childMergeRefused,
  childMergeUndoRefused,
  childMergeWithItself,
} from './child-merge.problems.js';
import { ChildMergesRepository, type StoredMerge } from './child-merges.repository.js';
import { childNotFound } from './child-record.problems.js';
import { factsAfterUndo, MERGE_UNDO_DAYS, mergeObstacles, pickFacts } from './merge-rules.js';

const fieldNames: Readonly<Record<string, string>> = {
  upn: 'UPN',
  legalForename: 'legal forename',
  legalSurname: 'legal surname',
  preferredName: 'preferred name',
  bornOn: 'date of birth',
  sex: 'sex',
  ncYear: 'year group',
};

/**
 * Two records that turned out to be one child become one. Nothing is lost: the merged record stays behind the other, with what it
 * takes to put everything back.
 */
const upnTaken =
  'The UPN that would come back belongs to another record now. Put the UPNs right first, or merge the records.';

@Injectable()
export class ChildMergesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ChildMergesRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  preview(actor: Actor, ids: PreviewChildMerge): Promise<ChildMergePreview> {
    return this.transactions.run(actor, async (tx) => {
      const preview = await this.look(tx, actor, ids);
      await this.audit.record(tx, actor, 'child.merge_previewed', 'child', ids.keptChildId, {
        otherId: ids.mergedChildId,
      });
      return preview;
    });
  }

  merge(actor: Actor, key: string, body: MergeChildren): Promise<ChildMerge> {
    const at = this.clock.now();
    const { authorityId, userId: mergedBy } = actor;
    const { keptChildId, mergedChildId, reason } = body;
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'mergeChildren', key, body, at }, async () => {
        await this.repository.lockBoth(tx, authorityId, [keptChildId, mergedChildId]);
        const { kept, merged, obstacles } = await this.look(tx, actor, body);
        if (kept.version !== body.keptVersion || merged.version !== body.mergedVersion) throw versionStale();
        if (obstacles.length > 0) throw childMergeRefused(obstacles);
        const after = pickFacts(kept.facts, merged.facts, body.picks);
        const upnLeft = body.picks.upn === 'merged' ? kept.facts.upn : merged.facts.upn;
        const moved = await this.repository.moveAll(tx, authorityId, mergedChildId, keptChildId);
        await this.repository.setFacts(
          tx,
          authorityId,
          { id: keptChildId, facts: after },
          { id: mergedChildId, upn: upnLeft, mergedInto: keptChildId },
        );
        const id = await this.repository.insert(tx, {
          ...{ authorityId, keptChildId, mergedChildId, reason, mergedBy, mergedAt: at, moved },
          ...{ keptBefore: kept.facts, keptAfter: after, mergedBefore: merged.facts },
        });
        const detail = { mergeId: id, otherId: mergedChildId, referrals: moved.referrals.length };
        await this.audit.record(tx, actor, 'child.merged', 'child', keptChildId, detail);
        await this.audit.record(tx, actor, 'child.merged_away', 'child', mergedChildId, {
          mergeId: id,
          otherId: keptChildId,
        });
        return this.load(tx, actor, id);
      }),
    );
  }

  read(actor: Actor, mergeId: string): Promise<ChildMerge> {
    return this.transactions.run(actor, async (tx) => {
      const merge = await this.load(tx, actor, mergeId);
      await this.audit.record(tx, actor, 'child.merge_viewed', 'child', merge.keptChildId, { mergeId });
      return merge;
    });
  }

  undo(actor: Actor, mergeId: string, version: number, reason: string): Promise<ChildMerge> {
    const { authorityId, userId: by } = actor;
    const at = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const first = await this.find(tx, actor, mergeId);
      await this.repository.lockBoth(tx, authorityId, [first.keptChildId, first.mergedChildId]);
      const merge = await this.find(tx, actor, mergeId);
      if (merge.version !== version) throw versionStale();
      const refusal = await this.refusalOfUndo(tx, authorityId, merge);
      if (refusal !== null) throw childMergeUndoRefused(refusal);
      const { keptChildId, mergedChildId, moved, mergedBefore } = merge;
      const now = await this.repository.findNow(tx, authorityId, keptChildId);
      if (!now) throw childMergeNotFound();
      const { facts } = factsAfterUndo(merge.keptBefore, merge.keptAfter, now.facts);
      const upns = [facts.upn, mergedBefore.upn];
      const isUpnTaken = await this.repository.isUpnTaken(tx, authorityId, upns, [keptChildId, mergedChildId]);
      if (isUpnTaken || facts.upn === mergedBefore.upn) throw childMergeUndoRefused(upnTaken);
      await this.repository.moveBack(tx, authorityId, keptChildId, mergedChildId, moved);
      await this.repository.setFacts(
        tx,
        authorityId,
        { id: keptChildId, facts },
        { id: mergedChildId, upn: mergedBefore.upn, mergedInto: null },
      );
      await this.repository.markUndone(tx, authorityId, mergeId, { by, at, reason });
      await this.audit.record(tx, actor, 'child.merge_undone', 'child', keptChildId, {
        mergeId,
        otherId: mergedChildId,
      });
      return this.load(tx, actor, mergeId);
    });
  }

  private async look(tx: Tx, { authorityId }: Actor, ids: PreviewChildMerge): Promise<ChildMergePreview> {
    if (ids.keptChildId === ids.mergedChildId) throw childMergeWithItself();
    const kept = await this.repository.findRecord(tx, authorityId, ids.keptChildId);
    const merged = await this.repository.findRecord(tx, authorityId, ids.mergedChildId);
    if (!kept || !merged) throw childNotFound();
    return { kept, merged, obstacles: mergeObstacles(kept, merged) };
  }

  private async find(tx: Tx, { authorityId }: Actor, mergeId: string): Promise<StoredMerge> {
    const merge = await this.repository.find(tx, authorityId, mergeId);
    if (!merge) throw childMergeNotFound();
    return merge;
  }

  private async refusalOfUndo(tx: Tx, authorityId: number, merge: StoredMerge): Promise<string | null> {
    if (merge.undoneAt) return 'It was undone already.';
    if (undoUntil(merge) <= this.clock.now()) {
      return `A merge can be undone for ${MERGE_UNDO_DAYS} days. Correct the record by hand.`;
    }
    const kept = await this.repository.findNow(tx, authorityId, merge.keptChildId);
    return kept?.mergedIntoId ? 'The record was merged into another one since. Undo that merge first.' : null;
  }

  private async load(tx: Tx, actor: Actor, mergeId: string): Promise<ChildMerge> {
    const { authorityId } = actor;
    const merge = await this.find(tx, actor, mergeId);
    const now = await this.repository.findNow(tx, authorityId, merge.keptChildId);
    const refusal = await this.refusalOfUndo(tx, authorityId, merge);
    const { legalForename = '', legalSurname = '' } = now?.facts ?? {};
    return {
      id: merge.id,
      version: merge.version,
      keptChildId: merge.keptChildId,
      childName: `${legalForename} ${legalSurname}`.trim(),
      reason: merge.reason,
      mergedByName: merge.mergedByName,
      mergedAt: merge.mergedAt.toISOString(),
      undoUntil: undoUntil(merge).toISOString(),
      canUndo: refusal === null,
      referrals: await this.repository.findReferences(tx, authorityId, merge.moved.referrals),
      accessRequests: merge.moved.accessRequests.length,
      legalHolds: merge.moved.legalHolds.length,
      changesSince: merge.undoneAt ? [] : await this.changesSince(tx, authorityId, merge, refusal),
      undoneAt: merge.undoneAt?.toISOString() ?? null,
      undoneByName: merge.undoneByName,
      undoReason: merge.undoReason,
    };
  }

  /** What does not go back where it was. */
  private async changesSince(
    tx: Tx,
    authorityId: number,
    merge: StoredMerge,
    refusal: string | null,
  ): Promise<string[]> {
    const now = await this.repository.findNow(tx, authorityId, merge.keptChildId);
    const { changed } = now ? factsAfterUndo(merge.keptBefore, merge.keptAfter, now.facts) : { changed: [] };
    const later = await this.repository.findLaterReferrals(tx, authorityId, merge.keptChildId, merge.mergedAt);
    return [
      ...(refusal === null ? [] : [refusal]),
      ...changed.map((field) => `The ${fieldNames[field] ?? field} was changed since; it stays as it is now.`),
      ...later.map((reference) => `${reference} was started since; it stays with the record that was kept.`),
    ];
  }
}

function undoUntil({ mergedAt }: StoredMerge): Date {
  return new Date(mergedAt.getTime() + MERGE_UNDO_DAYS * 24 * 3_600_000);
}
