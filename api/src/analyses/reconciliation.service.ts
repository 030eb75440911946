import { Injectable } from '@nestjs/common';
import { reconcile } from '@panel/cost-avoidance';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { AnalysesRepository } from './analyses.repository.js';
import type { ReconciliationList } from './analysis.dto.js';
import { analysisHasNoResult, analysisNotFound } from './analysis.problems.js';

/** Looks for the simplest change of a run's inputs that gives a total published elsewhere. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: AnalysesRepository,
    private readonly audit: AuditService,
  ) {}

  reconcile(actor: Actor, analysisId: string, publishedTotalPence: number): Promise<ReconciliationList> {
    return this.transactions.run(actor, async (tx) => {
      const run = await this.repository.find(tx, actor, analysisId);
      if (!run) throw analysisNotFound();
      const result = run.result;
      if (!result) throw analysisHasNoResult();
      const rateCard = run.parameters;
      const found = reconcile(
        {
          hourlyRatePence: rateCard.hourlyRatePence,
          weeksTenths: rateCard.weeksTenths,
          schoolContributionPence: rateCard.schoolContributionPence,
          rounding: rateCard.rounding,
          bands: result.totals.byHoursBand.map(({ weeklyHoursHundredths, children }) => ({
            weeklyHoursHundredths,
            children,
            fixedAnnualPence:
              rateCard.bands.find((band) => band.weeklyHoursHundredths === weeklyHoursHundredths)?.fixedAnnualPence ??
              null,
          })),
        },
        publishedTotalPence,
      );
      await this.audit.record(tx, actor, 'analysis.reconciled', 'analysis', analysisId, { publishedTotalPence });
      return {
        computedTotalPence: result.totals.potentialPence,
        publishedTotalPence,
        items: found.map(({ changes, explanation, totalPence }) => ({
          changes: changes.length,
          explanation,
          totalPence,
        })),
      };
    });
  }
}
