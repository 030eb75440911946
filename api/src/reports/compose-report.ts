import { outcomeCategoryLabel, OUTCOME_CATEGORIES } from '@panel/case-rules';
import { suppressCounts, suppressCumulative, suppressNested, suppressPercent } from '@panel/disclosure';
import { formatDate, ncYearLabel, schoolPhaseName, senTypeLabel, sexLabel } from './report-labels.js';

import type { FinishedRun } from '../analyses/analyses.service.js';
import type { ReportContent, ReportFunnelStep, ReportMoney, ReportTable } from './report.dto.js';
import type { Figure, ReportFigures } from './report-figures.query.js';

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
  return {
    periodFrom: run.periodFrom,
    periodTo: run.periodTo,
    funnel: composeFunnel(funnel),
    money: composeMoney(run, outcomeTable),
    tables: [
      outcomeTable,
      table('hours', 'Teaching assistant hours likely without support', 'children', hours),
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

function table(code: string, title: string, unit: string, counts: readonly LabelledCount[]): ReportTable {
  const safe = suppressCounts(counts.map(({ count }) => count));
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

/** Where a number of children is hidden, the money beside it would tell it: the split is then hidden as a whole. */
function composeMoney({ result: { totals, funnel } }: FinishedRun, outcomes: ReportTable): ReportMoney {
  const isCohortShown = suppressCounts([funnel.analysed]).counts[0] !== null;
  const withPlan = suppressNested([funnel.analysed, totals.childrenWithPlan]);
  const isSplitShown = isCohortShown && outcomes.rows.every((row) => row.count !== null) && withPlan[1] !== null;
  return {
    potentialPence: isCohortShown ? totals.potentialPence : null,
    avoidedHighPence: isSplitShown ? totals.avoidedHighPence : null,
    continuingPence: isSplitShown ? totals.continuingPence : null,
    notAvoidedPence: isSplitShown ? totals.notAvoidedPence : null,
  };
}
