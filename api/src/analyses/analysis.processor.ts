import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { canonicalInputs, type CohortLine, startAnalysis } from '@panel/cost-avoidance';

import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysesRepository, type NewAnalysisLine } from './analyses.repository.js';
import type { AnalysisRunEntity, StoredResult } from './analysis-run.entity.js';
import { CohortQuery, type CohortRow } from './cohort.query.js';

/** Children between two looks at the row: progress is written and a cancellation noticed this often. */
const chunkSize = 500;

const gaveUp =
  'The analysis could not be finished after several attempts. Start it again; if it fails again, tell support.';

/**
 * Does the sum of one run. May be started twice or be killed anywhere: everything it leaves behind is written in one last
 * transaction that holds the row, so a run ends once, with one result.
 */
@Injectable()
export class AnalysisProcessor {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AnalysesRepository,
    private readonly cohort: CohortQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    analyses: AnalysesService,
    jobs: JobRegistry,
  ) {
    jobs.handle('analysis', {
      run: (authorityId, id) => this.process(authorityId, id),
      giveUp: (authorityId, id) => this.fail(authorityId, id, gaveUp),
      handOverForgotten: (authorityId, silentMilliseconds) =>
        analyses.handOverForgotten(authorityId, silentMilliseconds),
    });
  }

  async process(authorityId: number, runId: string): Promise<void> {
    const run = await this.begin(authorityId, runId);
    if (!run) return;
    const scope = { authorityId };
    const period = { from: run.periodFrom, to: run.periodTo };
    const rateCard = run.parameters;
    const children = await this.transactions.read(scope, (tx) => this.cohort.run(tx, authorityId, period));

    const hash = createHash('sha256');
    for (const text of canonicalInputs(rateCard, period, children)) hash.update(text);
    const analysis = startAnalysis(rateCard, period);
    const lines: NewAnalysisLine[] = [];
    for (let start = 0; start < children.length; start += chunkSize) {
      const chunk = children.slice(start, start + chunkSize);
      for (const child of chunk) lines.push(toLine(child, analysis.add(child)));
      const isWanted = await this.transactions.run(scope, (tx) =>
        this.repository.progress(tx, scope, runId, start + chunk.length, children.length, this.clock.now()),
      );
      if (!isWanted) return;
    }
    await this.finish(run, lines, analysis.finish(), hash.digest('hex'));
  }

  /** Marks a run that cannot succeed, so that nobody waits for it. */
  async fail(authorityId: number, runId: string, reason: string): Promise<void> {
    await this.transactions.run({ authorityId }, async (tx) => {
      const run = await this.repository.lock(tx, { authorityId }, runId);
      if (!run || (run.status !== 'queued' && run.status !== 'running')) return;
      Object.assign(run, { status: 'failed', failure: reason, finishedAt: this.clock.now() });
      await this.repository.save(tx, run);
      await this.audit.record(
        tx,
        systemActor(authorityId, 'Cost-avoidance analysis'),
        'analysis.failed',
        'analysis',
        runId,
      );
    });
  }

  private async begin(authorityId: number, runId: string): Promise<AnalysisRunEntity | null> {
    const at = this.clock.now();
    return this.transactions.run({ authorityId }, async (tx) => {
      const run = await this.repository.lock(tx, { authorityId }, runId);
      if (!run || (run.status !== 'queued' && run.status !== 'running')) return null;
      Object.assign(run, { status: 'running', startedAt: run.startedAt ?? at, enqueuedAt: at, progressDone: 0 });
      await this.repository.save(tx, run);
      return run;
    });
  }

  private async finish(
    started: AnalysisRunEntity,
    lines: readonly NewAnalysisLine[],
    result: StoredResult,
    inputsHash: string,
  ): Promise<void> {
    const scope = { authorityId: started.authorityId };
    await this.transactions.run(scope, async (tx) => {
      const run = await this.repository.lock(tx, scope, started.id);
      if (run?.status !== 'running') return; // cancelled, or ended by a worker that took the job over
      for (let start = 0; start < lines.length; start += 5_000) {
        await this.repository.insertLines(tx, scope, run.id, lines.slice(start, start + 5_000));
      }
      Object.assign(run, { status: 'succeeded', result, inputsHash, finishedAt: this.clock.now() });
      await this.repository.save(tx, run);
      await this.audit.record(
        tx,
        systemActor(scope.authorityId, 'Cost-avoidance analysis'),
        'analysis.succeeded',
        'analysis',
        run.id,
      );
    });
  }
}

function toLine(child: CohortRow, line: CohortLine): NewAnalysisLine {
  return {
    referralId: child.childId,
    reviewedOn: child.reviewedOn ?? '',
    exclusion: line.exclusion,
    weeklyHoursHundredths: child.weeklyHoursHundredthsAtStart,
    outcomeCategory: child.outcomeCategory,
    isAvoided: line.isAvoided,
    grossPence: line.grossPence,
    netPence: line.netPence,
  };
}
