import { outcomeCategoryLabel, OUTCOME_CATEGORIES } from '@panel/case-rules';
import {
  DEFAULT_THRESHOLD,
  suppressCounts,
  suppressCumulative,
  suppressNested,
  suppressPercent,
} from '@panel/disclosure';

import type { FinishedRun } from '../analyses/analyses.service.js';
import type { ReportContent, ReportFunnelStep, ReportMoney, ReportTable } from './report.dto.js';
import type { Figure, ReportFigures } from './report-figures.query.js';
import { formatDate, ncYearLabel, schoolPhaseName, senTypeLabel, sexLabel } from './report-labels.js';

/**
 * What readers see of a run: every number goes through disclosure control here, and nothing else leaves. The same run
 * gives the same bytes.
 */
export function composeReport(run: FinishedRun, figures: ReportFigures): ReportContent {
  const { funnel, totals } = run.result;
  const outcomes = OUTCOME_CATEGORIES.map((category) => ({
    label: outcomeCategoryLabel(category),
    count: totals.byOutcome.find((total) => total.category === category)?.children ?? 0,
  }));
  const hours = totals.byHoursBand.map((band) => ({
    label: `${band.weeklyHoursHundredths / 100} hours a week`,
    count: band.children,
  }));
  const outcomeTable = table('outcomes', 'Outcome at the latest review', 'children', outcomes);
  const hoursTable = table('hours', 'Teaching assistant hours likely without support', 'children', hours);
  return {
    periodFrom: run.periodFrom,
    periodTo: run.periodTo,
    funnel: composeFunnel(funnel),
    money: composeMoney(run, [outcomeTable, hoursTable], figures),
    tables: [
      outcomeTable,
      hoursTable,
      table('sex', 'Boys and girls', 'children', labelled(figures.bySex, sexLabel)),
      table('nc_year', 'School year at the referral', 'children', labelled(figures.byNcYear, ncYearLabel)),
      table('primary_need', 'Primary need', 'children', labelled(figures.byPrimaryNeed, senTypeLabel)),
      table('schools', 'Schools that referred', 'schools', labelled(figures.schoolsByPhase, schoolPhaseName)),
      referralsSinceLaunch(figures.referralsByQuarterEnd),
    ],
    method: {
      methodologyVersion: run.methodologyVersion,
      rateCardName: run.rateCard.name,
      hourlyRatePence: run.rateCard.hourlyRatePence,
      weeksPerYear: run.rateCard.weeksTenths / 10,
      schoolContributionPence: run.rateCard.schoolContributionPence,
      rounding: run.rateCard.rounding,
      source: run.rateCard.source,
      inputsHash: run.inputsHash,
    },
  };
}

interface LabelledCount {
  readonly label: string;
  readonly count: number;
}

function labelled(figures: readonly Figure[], label: (code: string) => string): LabelledCount[] {
  return figures.map(({ code, count }) => ({ label: label(code), count }));
}

/** The funnel shows how many children there are, so a table of them cannot hide its total: its rows are hidden instead. */
function table(
  code: string,
  title: string,
  unit: 'children' | 'schools',
  counts: readonly LabelledCount[],
): ReportTable {
  const safe = suppressCounts(
    counts.map(({ count }) => count),
    { total: unit === 'children' ? 'shown' : 'hide_if_needed' },
  );
  return {
    code,
    title,
    unit,
    rows: counts.map(({ label }, index) => ({ label, count: safe.counts[index] ?? null })),
    total: safe.total,
  };
}

function referralsSinceLaunch(figures: readonly Figure[]): ReportTable {
  const safe = suppressCumulative(figures.map(({ count }) => count));
  return {
    code: 'referrals_since_launch',
    title: 'Referrals since the launch',
    unit: 'referrals',
    rows: figures.map(({ code }, index) => ({ label: `By ${formatDate(code)}`, count: safe[index] ?? null })),
    total: safe.at(-1) ?? null,
  };
}

function composeFunnel(funnel: FinishedRun['result']['funnel']): ReportFunnelStep[] {
  const steps = [
    { code: 'reviewed', label: 'Children reviewed', count: funnel.reviewed },
    { code: 'deemed_high_risk', label: 'Deemed high risk at the start', count: funnel.deemedHighRisk },
    { code: 'consistent_data', label: 'With consistent data, analysed', count: funnel.analysed },
  ];
  const safe = suppressNested(steps.map(({ count }) => count));
  const reviewed = safe[0] ?? null;
  return steps.map(({ code, label }, index) => {
    const count = safe[index] ?? null;
    return { code, label, count, percentOfReviewed: suppressPercent(count, reviewed) };
  });
}

/**
 * Everybody knows what one child at 25 or 32.5 hours comes to, so a sum of money tells how many children of each are in it.
 * The total is shown only where the hours are, and the split only where every group of hours and outcome is large enough.
 */
function composeMoney(
  { result: { totals } }: FinishedRun,
  tables: readonly ReportTable[],
  figures: ReportFigures,
): ReportMoney {
  const isTotalShown = tables.every(({ rows, total }) => total !== null && rows.every(({ count }) => count !== null));
  const isSplitShown = isTotalShown && figures.byHoursAndOutcome.every(({ count }) => count >= DEFAULT_THRESHOLD);
  return {
    potentialPence: isTotalShown ? totals.potentialPence : null,
    avoidedHighPence: isSplitShown ? totals.avoidedHighPence : null,
    continuingPence: isSplitShown ? totals.continuingPence : null,
    notAvoidedPence: isSplitShown ? totals.notAvoidedPence : null,
  };
}
