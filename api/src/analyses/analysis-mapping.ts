import { availableAnalysisVerbs } from '@panel/case-rules';

import type { RateCardEntity } from '../rate-cards/rate-card.entity.js';
import type { AnalysisLineRow } from './analyses.repository.js';
import type { Analysis, AnalysisLine, AnalysisRateCard, AnalysisResult } from './analysis.dto.js';
import type { AnalysisRunEntity, StoredRateCard, StoredResult } from './analysis-run.entity.js';

export function toStoredRateCard(card: RateCardEntity): StoredRateCard {
  const {
    name,
    startsOn,
    endsOn,
    hourlyRatePence,
    weeksTenths,
    schoolContributionPence,
    rounding,
    bands,
    priceYear,
    source,
  } = card;
  return {
    name,
    startsOn,
    endsOn,
    hourlyRatePence,
    weeksTenths,
    schoolContributionPence,
    rounding,
    bands,
    priceYear,
    source,
  };
}

export function toAnalysis(run: AnalysisRunEntity): Analysis {
  const { result } = run;
  return {
    id: run.id,
    status: run.status,
    version: run.version,
    periodFrom: run.periodFrom,
    periodTo: run.periodTo,
    methodologyVersion: run.methodologyVersion,
    rateCard: toAnalysisRateCard(run.parameters),
    progressDone: run.progressDone,
    progressTotal: run.progressTotal,
    inputsHash: run.inputsHash,
    result: result && toAnalysisResult(result),
    failure: run.failure,
    queuedAt: run.queuedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    availableVerbs: [...availableAnalysisVerbs(run.status, ['coordinator'])],
  };
}

function toAnalysisRateCard(card: StoredRateCard): AnalysisRateCard {
  return {
    name: card.name,
    hourlyRatePence: card.hourlyRatePence,
    weeksPerYear: card.weeksTenths / 10,
    schoolContributionPence: card.schoolContributionPence,
    rounding: card.rounding,
    bands: card.bands.map((band) => ({
      weeklyHours: band.weeklyHoursHundredths / 100,
      fixedAnnualPence: band.fixedAnnualPence,
    })),
    priceYear: card.priceYear,
    source: card.source,
  };
}

function toAnalysisResult({ funnel, totals }: StoredResult): AnalysisResult {
  return {
    funnel: {
      reviewed: funnel.reviewed,
      deemedHighRisk: funnel.deemedHighRisk,
      consistentData: funnel.consistentData,
      analysed: funnel.analysed,
      exclusions: funnel.exclusions.map(({ reason, count }) => ({ reason, count })),
    },
    potentialPence: totals.potentialPence,
    avoidedHighPence: totals.avoidedHighPence,
    continuingPence: totals.continuingPence,
    notAvoidedPence: totals.notAvoidedPence,
    childrenWithPlan: totals.childrenWithPlan,
    byHoursBand: totals.byHoursBand.map((band) => ({
      weeklyHours: band.weeklyHoursHundredths / 100,
      children: band.children,
      netPence: band.netPence,
    })),
    byOutcome: totals.byOutcome.map(({ category, children, netPence }) => ({ category, children, netPence })),
  };
}

export function toAnalysisLine(row: AnalysisLineRow): AnalysisLine {
  const { weeklyHoursHundredths, place: _, ...line } = row;
  return { ...line, weeklyHours: weeklyHoursHundredths === null ? null : weeklyHoursHundredths / 100 };
}
