import { ANALYSIS_STATUSES, type AnalysisStatus } from '@panel/case-rules';

import {
  DateOnly,
  Decimal,
  Instant,
  ListOf,
  Nested,
  OneOf,
  PenceField,
  Text,
  TextList,
  Uuid,
  WholeNumber,
  YesNo,
} from '../common/fields.js';
import { RateCardBand } from '../rate-cards/rate-card.dto.js';

export class StartAnalysis {
  @DateOnly()
  periodFrom: string;

  @DateOnly()
  periodTo: string;

  @Uuid()
  rateCardId: string;
}

export class AnalysisRateCard {
  @Text({ max: 200 })
  name: string;

  @PenceField()
  hourlyRatePence: number;

  @Decimal({ places: 1 })
  weeksPerYear: number;

  @PenceField()
  schoolContributionPence: number;

  @Text({ max: 40 })
  rounding: string;

  @ListOf(() => RateCardBand)
  bands: RateCardBand[];

  @Text({ max: 20 })
  priceYear: string;

  @Text({ max: 500 })
  source: string;
}

export class FunnelExclusion {
  @Text({ max: 100 })
  reason: string;

  @WholeNumber()
  count: number;
}

export class AnalysisFunnel {
  @WholeNumber()
  reviewed: number;

  @WholeNumber()
  deemedHighRisk: number;

  @WholeNumber()
  consistentData: number;

  @WholeNumber()
  analysed: number;

  @ListOf(() => FunnelExclusion)
  exclusions: FunnelExclusion[];
}

export class HoursBandTotal {
  @Decimal({ places: 2 })
  weeklyHours: number;

  @WholeNumber()
  children: number;

  @PenceField()
  netPence: number;
}

export class OutcomeTotal {
  @Text({ max: 60 })
  category: string;

  @WholeNumber()
  children: number;

  @PenceField()
  netPence: number;
}

export class AnalysisResult {
  @Nested(() => AnalysisFunnel)
  funnel: AnalysisFunnel;

  @PenceField({ description: 'The headline: Σ of the net amounts over the cohort. Never shown without what follows.' })
  potentialPence: number;

  @PenceField({ description: 'The part where the impact is high and no plan was issued.' })
  avoidedHighPence: number;

  @PenceField({ description: 'The part where the child continues to improve and no plan was issued.' })
  continuingPence: number;

  @PenceField({
    description:
      'The part that is not avoided: limited impact, extra support that may lead to a plan, or a plan issued.',
  })
  notAvoidedPence: number;

  @WholeNumber()
  childrenWithPlan: number;

  @ListOf(() => HoursBandTotal)
  byHoursBand: HoursBandTotal[];

  @ListOf(() => OutcomeTotal)
  byOutcome: OutcomeTotal[];
}

export class Analysis {
  @Uuid()
  id: string;

  @OneOf(ANALYSIS_STATUSES, { name: 'AnalysisStatus' })
  status: AnalysisStatus;

  @WholeNumber()
  version: number;

  @DateOnly()
  periodFrom: string;

  @DateOnly()
  periodTo: string;

  @Text({ max: 20 })
  methodologyVersion: string;

  @Nested(() => AnalysisRateCard)
  rateCard: AnalysisRateCard;

  @WholeNumber()
  progressDone: number;

  @WholeNumber()
  progressTotal: number;

  @Text({ max: 64, nullable: true, description: 'SHA-256 of the inputs in their canonical form.' })
  inputsHash: string | null;

  @Nested(() => AnalysisResult, { nullable: true })
  result: AnalysisResult | null;

  @Text({ max: 500, nullable: true })
  failure: string | null;

  @Instant()
  queuedAt: string;

  @Instant({ nullable: true })
  finishedAt: string | null;

  @TextList()
  availableVerbs: string[];
}

export class AnalysisList {
  @ListOf(() => Analysis)
  items: Analysis[];
}

export class AnalysisLine {
  @Uuid({ nullable: true, description: 'Null once the case has been destroyed.' })
  referralId: string | null;

  @Text({ max: 20, description: 'Empty once the case has been destroyed.' })
  reference: string;

  @DateOnly()
  reviewedOn: string;

  @Text({ max: 100, nullable: true, description: 'Why the child is not analysed; null when it is.' })
  exclusion: string | null;

  @Decimal({ places: 2, nullable: true })
  weeklyHours: number | null;

  @Text({ max: 60, nullable: true })
  outcomeCategory: string | null;

  @YesNo()
  isAvoided: boolean;

  @PenceField()
  grossPence: number;

  @PenceField()
  netPence: number;
}

export class AnalysisLinePage {
  @ListOf(() => AnalysisLine)
  items: AnalysisLine[];

  @Text({ max: 20, nullable: true })
  nextAfter: string | null;
}

export class AnalysisLineParameters {
  @Text({ max: 20, optional: true })
  after?: string;
}

export class ReconcileAnalysis {
  @PenceField()
  publishedTotalPence: number;
}

export class Reconciliation {
  @WholeNumber({ description: 'How many stated inputs must be changed.' })
  changes: number;

  @Text({ max: 1000 })
  explanation: string;

  @PenceField()
  totalPence: number;
}

export class ReconciliationList {
  @PenceField()
  computedTotalPence: number;

  @PenceField()
  publishedTotalPence: number;

  @ListOf(() => Reconciliation)
  items: Reconciliation[];
}
