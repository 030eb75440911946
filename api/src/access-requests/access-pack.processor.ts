import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { JobQueue } from '../jobs/job-queue.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { AccessPacksRepository } from './access-packs.repository.js';
import { type AccessRequestRow, AccessRequestsRepository } from './access-requests.repository.js';
import { pairsIn, passagesOf, namedIdsIn, withNames } from './collect-pack.js';
import type { PackContent, PackSection } from './pack-content.js';
import { packTables } from './pack-tables.js';
import { PackQuery, type PackSubject } from './pack.query.js';

export const accessPackJob = 'access_pack';

/**
 * Collects a pack: table by table, then marks what may be about others. May be started twice or be killed anywhere: everything
 * it leaves behind is written in one last transaction that holds the row.
 */
@Injectable()
export class AccessPackProcessor {
  constructor(
    private readonly transactions: Transactions,
    private readonly packs: AccessPacksRepository,
    private readonly requests: AccessRequestsRepository,
    private readonly query: PackQuery,
    private readonly queue: JobQueue,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    registry: JobRegistry,
  ) {
    registry.handle(accessPackJob, {
      run: (authorityId, packId) => this.process(authorityId, packId),
      giveUp: (authorityId, packId) => this.fail(authorityId, packId),
      handOverForgotten: (authorityId, silent) => this.handOverForgotten(authorityId, silent),
    });
  }

  /** The row is committed; what the queue did not take is found by the sweeper. */
  async handOver(authorityId: number, packId: string): Promise<void> {
    const isQueued = await this.queue.enqueue(accessPackJob, packId, { authorityId });
    if (!isQueued) return;
    const at = this.clock.now();
    await this.transactions.run({ authorityId }, (tx) => this.packs.markEnqueued(tx, authorityId, packId, at));
  }

  async process(authorityId: number, packId: string): Promise<void> {
    const request = await this.begin(authorityId, packId);
    if (!request) return;
    // One transaction for reading and writing; what is saved meanwhile may be in one section and not yet in another.
    await this.transactions.run({ authorityId }, async (tx) => {
      const subject = await this.query.findSubject(tx, authorityId, request.childId);
      const content = await this.collect(tx, authorityId, packId, request, subject);
      const staffNames = await this.query.findStaffNames(tx);
      const otherChildren = await this.query.findOtherChildren(tx, authorityId, request.childId, pairsIn(content));
      const pack = await this.packs.lock(tx, authorityId, packId);
      if (pack?.status !== 'running') return; // superseded meanwhile, or done by a worker that took the job over
      const passages = passagesOf(content, { requesterName: request.requesterName, staffNames, otherChildren });
      await this.packs.collected(tx, authorityId, packId, content, passages, this.clock.now());
      await this.packs.insertDocuments(tx, authorityId, packId, subject.referralIds);
      const actor = systemActor(authorityId, 'Access request');
      const detail = {
        records: content.sections.reduce((sum, { rows }) => sum + rows.length, 0),
        passages: passages.length,
      };
      await this.audit.record(tx, actor, 'access_request.pack_collected', 'access_request', request.id, detail, {
        childId: request.childId,
      });
    });
  }

  private begin(authorityId: number, packId: string): Promise<AccessRequestRow | null> {
    return this.transactions.run({ authorityId }, async (tx) => {
      const pack = await this.packs.lock(tx, authorityId, packId);
      if (pack?.status !== 'queued' && pack?.status !== 'running') return null;
      await this.packs.begin(tx, authorityId, packId, packTables.length, this.clock.now());
      return this.requests.find(tx, authorityId, pack.accessRequestId);
    });
  }

  private async collect(
    tx: Tx,
    authorityId: number,
    packId: string,
    request: AccessRequestRow,
    subject: PackSubject,
  ): Promise<PackContent> {
    const sections: PackSection[] = [];
    for (const table of packTables) {
      const rows = await this.query.findRows(tx, authorityId, subject, table);
      sections.push({ table: table.table, heading: table.heading, rows });
      await this.sayProgress(authorityId, packId, sections.length);
    }
    const names = await this.query.findNames(tx, namedIdsIn(sections));
    return {
      schemaVersion: 1,
      authority: await this.query.findAuthorityName(tx, authorityId),
      request: request.reference,
      collectedOn: this.clock.today(),
      sections: withNames(sections, names),
    };
  }

  /** In a transaction of its own: the collecting one is seen by nobody before it ends. */
  private sayProgress(authorityId: number, packId: string, done: number): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run({ authorityId }, (tx) => this.packs.progress(tx, authorityId, packId, done, at));
  }

  private async fail(authorityId: number, packId: string): Promise<void> {
    await this.transactions.run({ authorityId }, async (tx) => {
      const pack = await this.packs.lock(tx, authorityId, packId);
      if (pack?.status !== 'queued' && pack?.status !== 'running') return;
      await this.packs.fail(tx, authorityId, packId, 'The pack could not be collected. Prepare it again.');
      const actor = systemActor(authorityId, 'Access request');
      await this.audit.record(tx, actor, 'access_request.pack_failed', 'access_request', pack.accessRequestId);
    });
  }

  private async handOverForgotten(authorityId: number, silentMilliseconds: number): Promise<void> {
    const silentSince = new Date(this.clock.now().getTime() - silentMilliseconds);
    const packIds = await this.transactions.read({ authorityId }, (tx) =>
      this.packs.findForgotten(tx, authorityId, silentSince),
    );
    for (const packId of packIds) await this.handOver(authorityId, packId);
  }
}
