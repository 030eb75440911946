import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { availableReportVerbs, type Move, moveReport, type ReportStatus } from '@panel/case-rules';

import { AnalysesService } from '../analyses/analyses.service.js';
import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, rolesOf } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { composeReport } from './compose-report.js';
import type { DraftReport, Report, ReportList, ReportSummary } from './report.dto.js';
import type { ReportEntity } from './report.entity.js';
import { ReportFiguresQuery } from './report-figures.query.js';
import { reportCasesDestroyed, reportMoveRefused, reportNeedsResult, reportNotFound } from './report.problems.js';
import { type ReportRow, ReportsRepository } from './reports.repository.js';

/** Impact reports: drafted from an analysis after disclosure control, approved by another person, published, never edited. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReportsRepository,
    private readonly figures: ReportFiguresQuery,
    private readonly analyses: AnalysesService,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<ReportList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findAll(tx, actor)).map(toSummary),
    }));
  }

  read(actor: Actor, reportId: string): Promise<Report> {
    return this.transactions.run(actor, async (tx) => {
      const report = await this.load(tx, actor, reportId);
      await this.audit.record(tx, actor, 'report.viewed', 'report', reportId);
      return report;
    });
  }

  draft(actor: Actor, key: string, body: DraftReport): Promise<Report> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'draftReport', key, body, at }, async () => {
        const run = await this.analyses.findFinished(tx, actor, body.analysisId);
        if (!run) throw reportNeedsResult();
        const destroyed = await this.figures.countDestroyed(tx, actor.authorityId, run.id);
        if (destroyed > 0) throw reportCasesDestroyed(destroyed);
        const period = { from: run.periodFrom, to: run.periodTo };
        const content = composeReport(run, await this.figures.run(tx, actor.authorityId, run.id, period));
        const reportId = await this.repository.insert(tx, {
          authorityId: actor.authorityId,
          analysisRunId: run.id,
          title: body.title,
          content,
          contentHash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
          draftedBy: actor.userId,
          draftedAt: at,
        });
        await this.audit.record(tx, actor, 'report.drafted', 'report', reportId);
        return this.load(tx, actor, reportId);
      }),
    );
  }

  approve(actor: Actor, reportId: string, version: number): Promise<Report> {
    const judge = (report: ReportEntity) =>
      moveReport(report.status, 'approve', { draftedByUserId: report.draftedBy, approverUserId: actor.userId });
    return this.move(actor, reportId, version, judge, 'report.approved', (report) => {
      report.approvedBy = actor.userId;
      report.approvedAt = this.clock.now();
    });
  }

  publish(actor: Actor, reportId: string, version: number): Promise<Report> {
    const judge = (report: ReportEntity) => moveReport(report.status, 'publish', { isDisclosureControlled: true });
    return this.move(actor, reportId, version, judge, 'report.published', (report) => {
      report.publishedBy = actor.userId;
      report.publishedAt = this.clock.now();
    });
  }

  private move(
    actor: Actor,
    reportId: string,
    version: number,
    judge: (report: ReportEntity) => Move<ReportStatus>,
    event: AuditEventName,
    change: (report: ReportEntity) => void,
  ): Promise<Report> {
    return this.transactions.run(actor, async (tx) => {
      const report = await this.repository.lock(tx, actor, reportId);
      if (!report) throw reportNotFound();
      if (report.version !== version) throw versionStale();
      const move = judge(report);
      if (!move.allowed) throw reportMoveRefused(move.reasons);
      report.status = move.status;
      change(report);
      await this.repository.save(tx, report);
      await this.audit.record(tx, actor, event, 'report', reportId);
      return this.load(tx, actor, reportId);
    });
  }

  private async load(tx: Tx, actor: Actor, reportId: string): Promise<Report> {
    const row = await this.repository.find(tx, actor, reportId);
    if (!row) throw reportNotFound();
    return {
      ...toSummary(row),
      content: row.content,
      contentHash: row.contentHash,
      availableVerbs: [...availableReportVerbs(row.status, rolesOf(actor))].filter(
        (verb) => verb !== 'approve' || row.draftedBy !== actor.userId,
      ),
    };
  }
}

function toSummary(row: ReportRow): ReportSummary {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    version: row.version,
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    draftedByName: row.draftedByName,
    draftedAt: row.draftedAt.toISOString(),
    approvedByName: row.approvedByName,
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}
