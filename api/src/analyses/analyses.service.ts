import { Injectable } from '@nestjs/common';
import { moveAnalysis } from '@panel/case-rules';
import { METHODOLOGY_VERSION } from '@panel/cost-avoidance';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { JobQueue } from '../jobs/job-queue.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { AnalysesRepository, linesOnAPage } from './analyses.repository.js';
import type { Analysis, AnalysisLinePage, AnalysisList, StartAnalysis } from './analysis.dto.js';
import { toAnalysis, toAnalysisLine, toStoredRateCard } from './analysis-mapping.js';
import type { AnalysisRunEntity, StoredRateCard, StoredResult } from './analysis-run.entity.js';
import { analysisMoveRefused, analysisNotFound, analysisPeriodReversed } from './analysis.problems.js';

export interface FinishedRun extends Pick<AnalysisRunEntity, 'id' | 'periodFrom' | 'periodTo' | 'methodologyVersion'> {
  readonly rateCard: StoredRateCard;
  readonly result: StoredResult;
  readonly inputsHash: string;
}

/** The cost-avoidance analysis as a person meets it: started, watched, cancelled, read. The sum is done by the processor. */
@Injectable()
export class AnalysesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AnalysesRepository,
    private readonly rateCards: RateCardsService,
    private readonly jobs: JobQueue,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<AnalysisList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findAll(tx, actor)).map(toAnalysis),
    }));
  }

  read(actor: Actor, analysisId: string): Promise<Analysis> {
    return this.transactions.read(actor, (tx) => this.load(tx, actor, analysisId));
  }

  /** The row first, in its transaction; then the job. A row that the queue did not take is handed over by the sweeper. */
  async start(actor: Actor, key: string, body: StartAnalysis): Promise<Analysis> {
    if (body.periodTo < body.periodFrom) throw analysisPeriodReversed();
    const at = this.clock.now();
    const analysis = await this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'startAnalysis', key, body, at }, async () => {
        const rateCard = await this.rateCards.find(tx, actor, body.rateCardId);
        const id = await this.repository.insert(tx, {
          ...body,
          authorityId: actor.authorityId,
          methodologyVersion: METHODOLOGY_VERSION,
          parameters: toStoredRateCard(rateCard),
          startedBy: actor.userId,
          queuedAt: at,
        });
        await this.audit.record(tx, actor, 'analysis.started', 'analysis', id, { ...body });
        return this.load(tx, actor, id);
      }),
    );
    await this.handOver(actor.authorityId, analysis.id);
    return analysis;
  }

  cancel(actor: Actor, analysisId: string): Promise<Analysis> {
    return this.transactions.run(actor, async (tx) => {
      const run = await this.repository.lock(tx, actor, analysisId);
      if (!run) throw analysisNotFound();
      const move = moveAnalysis(run.status, 'cancel', {});
      if (!move.allowed) throw analysisMoveRefused(move.reasons);
      run.status = move.status;
      run.finishedAt = this.clock.now();
      await this.repository.save(tx, run);
      await this.audit.record(tx, actor, 'analysis.cancelled', 'analysis', analysisId);
      return toAnalysis(run);
    });
  }

  listLines(actor: Actor, analysisId: string, after: string | undefined): Promise<AnalysisLinePage> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.repository.find(tx, actor, analysisId))) throw analysisNotFound();
      const rows = await this.repository.findLines(tx, actor, analysisId, after ?? null);
      await this.audit.record(tx, actor, 'analysis.lines_viewed', 'analysis', analysisId);
      const items = rows.slice(0, linesOnAPage);
      const last = items.at(-1);
      return {
        items: items.map(toAnalysisLine),
        nextAfter: rows.length > linesOnAPage && last ? last.place : null,
      };
    });
  }

  /** For a report: the run with its result, or null where there is none (yet). */
  async findFinished(tx: Tx, actor: Actor, analysisId: string): Promise<FinishedRun | null> {
    const run = await this.repository.find(tx, actor, analysisId);
    const result = run?.result;
    if (!run || !result || run.inputsHash === null) return null;
    return { ...run, rateCard: run.parameters, result, inputsHash: run.inputsHash };
  }

  /** Hands over what was committed but never reached a worker, or whose worker fell silent. Doing so twice does no harm. */
  async handOverForgotten(authorityId: number, silentMilliseconds: number): Promise<void> {
    const silentSince = new Date(this.clock.now().getTime() - silentMilliseconds);
    const runIds = await this.transactions.read({ authorityId }, (tx) =>
      this.repository.findForgotten(tx, { authorityId }, silentSince),
    );
    for (const runId of runIds) await this.handOver(authorityId, runId);
  }

  private async handOver(authorityId: number, runId: string): Promise<void> {
    const isQueued = await this.jobs.enqueue('analysis', runId, { authorityId });
    if (!isQueued) return;
    const at = this.clock.now();
    await this.transactions.run({ authorityId }, (tx) => this.repository.markEnqueued(tx, { authorityId }, runId, at));
  }

  private async load(tx: Tx, actor: Actor, analysisId: string): Promise<Analysis> {
    const run = await this.repository.find(tx, actor, analysisId);
    if (!run) throw analysisNotFound();
    return toAnalysis(run);
  }
}
