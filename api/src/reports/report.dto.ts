import { REPORT_STATUSES, type ReportStatus } from '@panel/case-rules';

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
} from '../common/fields.js';

export class DraftReport {
  @Uuid()
  analysisId: string;

  @Text({ max: 200, min: 1 })
  title: string;
}

export class ReportRow {
  @Text({ max: 200 })
  label: string;

  @WholeNumber({
    nullable: true,
    description: 'Null where the number is confidential: it is small, or would give a small one away.',
  })
  count: number | null;
}

export class ReportTable {
  @Text({ max: 60 })
  code: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 60, description: 'What is counted: children, schools or referrals.' })
  unit: string;

  @ListOf(() => ReportRow)
  rows: ReportRow[];

  @WholeNumber({ nullable: true })
  total: number | null;
}

export class ReportFunnelStep {
  @Text({ max: 60 })
  code: string;

  @Text({ max: 200 })
  label: string;

  @WholeNumber({ nullable: true })
  count: number | null;

  @WholeNumber({
    nullable: true,
    description: 'Whole per cent of the children reviewed, rounded half up; null where hidden or on a base under 10.',
  })
  percentOfReviewed: number | null;
}

export class ReportMoney {
  @PenceField({
    nullable: true,
    description: 'Σ of the net annual amounts over the cohort; null where the cohort is too small to be shown.',
  })
  potentialPence: number | null;

  @PenceField({ nullable: true })
  avoidedHighPence: number | null;

  @PenceField({ nullable: true })
  continuingPence: number | null;

  @PenceField({ nullable: true })
  notAvoidedPence: number | null;
}

export class ReportMethod {
  @Text({ max: 20 })
  methodologyVersion: string;

  @Text({ max: 200 })
  rateCardName: string;

  @PenceField()
  hourlyRatePence: number;

  @Decimal({ places: 1 })
  weeksPerYear: number;

  @PenceField()
  schoolContributionPence: number;

  @Text({ max: 40 })
  rounding: string;

  @Text({ max: 500 })
  source: string;

  @Text({ max: 64 })
  inputsHash: string;
}

export class ReportContent {
  @DateOnly()
  periodFrom: string;

  @DateOnly()
  periodTo: string;

  @ListOf(() => ReportFunnelStep)
  funnel: ReportFunnelStep[];

  @Nested(() => ReportMoney)
  money: ReportMoney;

  @ListOf(() => ReportTable)
  tables: ReportTable[];

  @Nested(() => ReportMethod)
  method: ReportMethod;
}

export class ReportSummary {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  title: string;

  @OneOf(REPORT_STATUSES, { name: 'ReportStatus' })
  status: ReportStatus;

  @WholeNumber()
  version: number;

  @DateOnly()
  periodFrom: string;

  @DateOnly()
  periodTo: string;

  @Text({ max: 200 })
  draftedByName: string;

  @Instant()
  draftedAt: string;

  @Text({ max: 200, nullable: true })
  approvedByName: string | null;

  @Instant({ nullable: true })
  publishedAt: string | null;
}

export class ReportList {
  @ListOf(() => ReportSummary)
  items: ReportSummary[];
}

export class Report extends ReportSummary {
  @Nested(() => ReportContent)
  content: ReportContent;

  @Text({ max: 64, description: 'SHA-256 of the content: what was approved is what was published.' })
  contentHash: string;

  @TextList()
  availableVerbs: string[];
}
