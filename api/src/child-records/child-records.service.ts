import { Injectable } from '@nestjs/common';
import { checkUpn, ncYearFor, normaliseUpn } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { ChildMergesRepository } from './child-merges.repository.js';
import type { ChildList, ChildRecord, LinkSibling, MoveChild } from './child-record.dto.js';
import {
  childMoveNotFound,
  childNotFound,
  moveDayImpossible,
  moveSchoolUnknown,
  siblingLinkNotFound,
  siblingUnknown,
} from './child-record.problems.js';
import { ChildRecordQuery, childrenFoundMax, type ChildRow } from './child-record.query.js';
import { ChildRecordsRepository } from './child-records.repository.js';

/** The record of a child over all its referrals and schools. Facts of the child are put right by corrections, not here. */
@Injectable()
export class ChildRecordsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: ChildRecordQuery,
    private readonly repository: ChildRecordsRepository,
    private readonly merges: ChildMergesRepository,
    private readonly schools: SchoolsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Who looks for somebody leaves a trace; the name does not. */
  search(actor: Actor, words: string): Promise<ChildList> {
    return this.transactions.run(actor, async (tx) => {
      await this.audit.record(tx, actor, 'child.searched', 'child', null);
      const found = await this.query.search(tx, actor, this.clock.today(), words.trim());
      return { items: found.slice(0, childrenFoundMax), isCut: found.length > childrenFoundMax };
    });
  }

  read(actor: Actor, childId: string): Promise<ChildRecord> {
    return this.transactions.run(actor, async (tx) => {
      const child = await this.query.find(tx, actor, this.clock.today(), childId);
      if (!child) throw childNotFound();
      await this.audit.record(tx, actor, 'child.viewed', 'child', child.id);
      return this.present(tx, actor, child);
    });
  }

  setNcYear(actor: Actor, childId: string, version: number, ncYear: string | null): Promise<ChildRecord> {
    return this.transactions.run(actor, async (tx) => {
      const child = await this.lock(tx, actor, childId);
      if (child.version !== version) throw versionStale();
      // What the birth date says is not kept: it is another one next school year.
      const kept = ncYear === this.byAge(child) ? null : ncYear;
      await this.repository.setNcYear(tx, actor.authorityId, child.id, kept);
      await this.audit.record(tx, actor, 'child.nc_year_set', 'child', child.id, { ncYear: kept });
      return this.load(tx, actor, child.id);
    });
  }

  move(actor: Actor, childId: string, key: string, body: MoveChild): Promise<ChildRecord> {
    const at = this.clock.now();
    const { schoolId, movedOn } = body;
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'moveChild', key, body: { childId, ...body }, at }, async () => {
        const child = await this.lock(tx, actor, childId);
        if (movedOn > this.clock.today()) throw moveDayImpossible('The day of the move must be today or in the past');
        if (movedOn < child.bornOn) throw moveDayImpossible('The day of the move must be after the child was born');
        if (!(await this.schools.findOne(tx, actor, schoolId))) throw moveSchoolUnknown();
        const { authorityId, userId: recordedBy } = actor;
        await this.repository.putMove(tx, {
          authorityId,
          childId: child.id,
          schoolId,
          movedOn,
          recordedBy,
          recordedAt: at,
        });
        await this.audit.record(tx, actor, 'child.moved', 'child', child.id, { schoolId, movedOn });
        return this.load(tx, actor, child.id);
      }),
    );
  }

  removeMove(actor: Actor, moveId: string): Promise<ChildRecord> {
    return this.transactions.run(actor, async (tx) => {
      const move = await this.repository.findMove(tx, actor.authorityId, moveId);
      const child = move && (await this.query.find(tx, actor, this.clock.today(), move.childId, 'for update of c'));
      if (!child) throw childMoveNotFound();
      await this.repository.removeMove(tx, actor.authorityId, moveId);
      await this.audit.record(tx, actor, 'child.move_removed', 'child', child.id);
      return this.load(tx, actor, child.id);
    });
  }

  /** Between two children whom the person may both see; it stands in both records. */
  linkSibling(actor: Actor, childId: string, key: string, body: LinkSibling): Promise<ChildRecord> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'linkSibling', key, body: { childId, ...body }, at }, async () => {
        const child = await this.lock(tx, actor, childId);
        const sibling = await this.query.findByUpn(tx, actor, this.clock.today(), normaliseUpn(body.upn));
        if (!sibling) throw siblingUnknown('No child with this UPN has a record that you may see');
        if (sibling.id === child.id) throw siblingUnknown('This is the UPN of the same child');
        const isNew = await this.repository.linkSiblings(tx, {
          authorityId: actor.authorityId,
          children: [child.id, sibling.id],
          reason: body.reason,
          linkedBy: actor.userId,
          linkedAt: at,
        });
        if (!isNew) throw siblingUnknown('These children are linked as siblings already');
        await this.audit.record(tx, actor, 'child.sibling_linked', 'child', child.id, { siblingId: sibling.id });
        return this.load(tx, actor, child.id);
      }),
    );
  }

  unlinkSibling(actor: Actor, linkId: string): Promise<ChildRecord> {
    return this.transactions.run(actor, async (tx) => {
      const link = await this.repository.findLink(tx, actor.authorityId, linkId);
      const today = this.clock.today();
      const child = link && (await this.query.find(tx, actor, today, link.childId));
      const sibling = link && (await this.query.find(tx, actor, today, link.siblingId));
      if (!child || !sibling) throw siblingLinkNotFound();
      await this.repository.removeLink(tx, actor.authorityId, linkId);
      await this.audit.record(tx, actor, 'child.sibling_unlinked', 'child', child.id, { siblingId: sibling.id });
      return this.load(tx, actor, child.id);
    });
  }

  private async lock(tx: Tx, actor: Actor, childId: string): Promise<ChildRow> {
    const child = await this.query.find(tx, actor, this.clock.today(), childId, 'for update of c');
    if (!child) throw childNotFound();
    return child;
  }

  private async load(tx: Tx, actor: Actor, childId: string): Promise<ChildRecord> {
    const child = await this.query.find(tx, actor, this.clock.today(), childId);
    if (!child) throw childNotFound();
    return this.present(tx, actor, child);
  }

  private async present(tx: Tx, actor: Actor, child: ChildRow): Promise<ChildRecord> {
    const check = checkUpn(child.upn);
    const ncYearByAge = this.byAge(child);
    return {
      ...child,
      upn: {
        value: child.upn,
        kind: check.isValid ? check.kind : null,
        isLaCodeKnown: check.isValid && check.isLaCodeKnown,
      },
      ncYear: child.ncYear ?? ncYearByAge,
      ncYearByAge,
      isOutOfCohort: child.ncYear !== null && child.ncYear !== ncYearByAge,
      schools: await this.query.findSchools(tx, actor, child.id),
      referrals: await this.query.findReferrals(tx, actor, child.id),
      siblings: await this.query.findSiblings(tx, actor, this.clock.today(), child.id),
      merges: hasRole(actor, 'coordinator') ? await this.merges.findOfChild(tx, actor.authorityId, child.id) : [],
    };
  }

  private byAge({ bornOn }: ChildRow): string | null {
    return ncYearFor(bornOn, this.clock.today());
  }
}
