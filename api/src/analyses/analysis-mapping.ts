import { availableAnalysisVerbs } from '@panel/case-rules';
import type { CohortResult, RateCard } from '@panel/cost-avoidance';

import type { RateCardEntity } from '../rate-cards/rate-card.entity.js';
import type { AnalysisLineRow } from './analyses.repository.js';
import type { Analysis, AnalysisLine, AnalysisRateCard, AnalysisResult } from './analysis.dto.js';
import type { AnalysisRunEntity } from './analysis-run.entity.js';

/** What a run stores: the result of the library as it is, and the rate card as it was on the day of the start. */
export type StoredResult = CohortResult;

export interface StoredRateCard extends RateCard {
  readonly name: string;
  readonly priceYear: string;
  readonly source: string;
}

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

/** The jsonb columns hold what this code wrote; their shape is a matter of the methodology version. */
export function fromStoredRateCard(parameters: unknown): StoredRateCard {
  return parameters as StoredRateCard;
}

export function fromStoredResult(result: unknown): StoredResult | null {
  return result as StoredResult | null;
}

export function toAnalysis(run: AnalysisRunEntity): Analysis {
  const result = fromStoredResult(run.result);
  return {
    id: run.id,
    status: run.status,
    version: run.version,
    periodFrom: run.periodFrom,
    periodTo: run.periodTo,
    methodologyVersion: run.methodologyVersion,
    rateCard: toAnalysisRateCard(fromStoredRateCard(run.parameters)),
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
  const { weeklyHoursHundredths, ...line } = row;
  return { ...line, weeklyHours: weeklyHoursHundredths === null ? null : weeklyHoursHundredths / 100 };
}
