import { analyseCohort, type CohortChild } from '@panel/cost-avoidance';

import type { FinishedRun } from '../analyses/analyses.service.js';
import { composeReport } from './compose-report.js';
import type { Figure } from './report-figures.query.js';

const rateCard = {
  name: 'Card',
  priceYear: '2020/21',
  source: 'Test',
  startsOn: '2019-09-01',
  endsOn: null,
  hourlyRatePence: 1126,
  weeksTenths: 380,
  schoolContributionPence: 600_000,
  rounding: 'none' as const,
  bands: [],
};

/** A run over groups of children: how many at which hours with which outcome. */
function aRun(
  groups: readonly [count: number, hours: number, outcome: NonNullable<CohortChild['outcomeCategory']>][],
): { run: FinishedRun; groups: Figure[] } {
  const children = groups.flatMap(([count, hours, outcomeCategory], group) =>
    Array.from({ length: count }, (_, index) => ({
      childId: `${group}-${index}`,
      reviewedOn: '2021-06-30',
      riskLevelAtStart: 'high' as const,
      weeklyHoursHundredthsAtStart: hours,
      assessedOn: '2021-03-01',
      outcomeCategory,
      planIssuedOn: null,
    })),
  );
  const { result } = analyseCohort(children, rateCard, { from: '2021-01-01', to: '2021-12-31' });
  const run = {
    id: 'run',
    periodFrom: '2021-01-01',
    periodTo: '2021-12-31',
    methodologyVersion: '1.0.0',
    inputsHash: 'hash',
    rateCard,
    result,
  };
  return { run, groups: groups.map(([count], index) => ({ code: String(index), count })) };
}

const figures = (byHoursAndOutcome: Figure[], bySex: Figure[] = [{ code: 'M', count: 20 }]) => ({
  bySex,
  byNcYear: [],
  byPrimaryNeed: [],
  schoolsByPhase: [
    { code: 'primary', count: 17 },
    { code: 'secondary', count: 3 },
  ],
  byHoursAndOutcome,
  referralsByQuarterEnd: [
    { code: '2021-03-31', count: 10 },
    { code: '2021-06-30', count: 12 },
    { code: '2021-09-30', count: 30 },
  ],
});

describe('a report', () => {
  it('shows figures that are large enough, and the parts of the money add up to the whole', () => {
    const { run, groups } = aRun([
      [10, 3250, 'high_or_very_positive_impact'],
      [8, 2500, 'continuing_to_improve'],
      [6, 3250, 'limited_impact_other_pathway'],
      [5, 2500, 'extra_support_may_progress_to_ehcp'],
    ]);
    const { money, tables } = composeReport(run, figures(groups));
    expect(tables.find(({ code }) => code === 'outcomes')?.rows.map(({ count }) => count)).toEqual([10, 8, 6, 5]);
    expect((money.avoidedHighPence ?? 0) + (money.continuingPence ?? 0) + (money.notAvoidedPence ?? 0)).toBe(
      money.potentialPence,
    );
  });

  it('hides the split of the money where a sum would tell of fewer than five children at some hours', () => {
    const { run, groups } = aRun([
      [10, 3250, 'high_or_very_positive_impact'],
      [3, 2500, 'high_or_very_positive_impact'],
      [12, 2500, 'continuing_to_improve'],
      [6, 3250, 'limited_impact_other_pathway'],
      [5, 3250, 'extra_support_may_progress_to_ehcp'],
    ]);
    const { money } = composeReport(run, figures(groups));
    expect(money).toEqual({
      potentialPence: run.result.totals.potentialPence,
      avoidedHighPence: null,
      continuingPence: null,
      notAvoidedPence: null,
    });
  });

  it('never shows a count of one to four, nor what gives one away', () => {
    const { run, groups } = aRun([
      [10, 3250, 'high_or_very_positive_impact'],
      [3, 2500, 'continuing_to_improve'],
      [6, 3250, 'limited_impact_other_pathway'],
      [9, 2500, 'extra_support_may_progress_to_ehcp'],
    ]);
    const report = composeReport(
      run,
      figures(groups, [
        { code: 'F', count: 2 },
        { code: 'M', count: 26 },
      ]),
    );
    const counts = [
      ...report.tables.flatMap(({ rows }) => rows.map(({ count }) => count)),
      ...report.funnel.map(({ count }) => count),
    ];
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
    expect(report.tables.find(({ code }) => code === 'sex')?.rows.map(({ count }) => count)).toEqual([null, null]);
    expect(report.money.potentialPence).toBeNull();
  });

  it('hides a quarter in which referrals grew by one to four', () => {
    const { run, groups } = aRun([[10, 3250, 'high_or_very_positive_impact']]);
    const table = composeReport(run, figures(groups)).tables.find(({ code }) => code === 'referrals_since_launch');
    expect(table?.rows.map(({ count }) => count)).toEqual([10, null, 30]);
  });

  it('is the same bytes for the same run', () => {
    const { run, groups } = aRun([[10, 3250, 'high_or_very_positive_impact']]);
    expect(JSON.stringify(composeReport(run, figures(groups)))).toBe(
      JSON.stringify(composeReport(run, figures(groups))),
    );
  });
});
