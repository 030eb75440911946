// Source: Rutland County Council, Reports 188/2021 and 182/2021; the figures are a copy of the published ones.
import { OUTCOME_CATEGORIES } from '@panel/case-rules';

import published from './golden/published-report-188-2021.json' with { type: 'json' };
import { analyseCohort, reconcile, type RateCard } from './index.js';
import { OUTCOME_ORDER } from './outcome-categories.js';
import { publishedCohort, publishedRateCard } from './published-cohort.fixture.js';

const { costAvoidance, funnel, outcomesOfThe50, panelPeriod } = published;
const publishedTotalPence = costAvoidance.statedTotalPounds * 100;
const children = publishedCohort({
  reviewed: funnel.childrenReviewed,
  deemedHighRisk: funnel.deemedHighRisk,
  hours: costAvoidance.cohort,
  outcomes: OUTCOME_ORDER.map((category) => ({
    category,
    children: outcomesOfThe50.find((outcome) => outcome.category === category)?.children ?? 0,
  })),
});

function analyse(changes: Partial<RateCard> = {}) {
  return analyseCohort(children, { ...publishedRateCard, ...changes }, panelPeriod);
}

describe('the published cohort of 2021', () => {
  it('has the inputs of the report on its rate card', () => {
    expect(publishedRateCard).toMatchObject({
      hourlyRatePence: costAvoidance.statedInputs.hourlyRatePence,
      weeksTenths: costAvoidance.statedInputs.weeksPerYear * 10,
      schoolContributionPence: costAvoidance.statedInputs.schoolContributionPence,
    });
  });

  it('has the published funnel', () => {
    expect(analyse().result.funnel).toEqual({
      reviewed: 90,
      deemedHighRisk: 64,
      consistentData: funnel.consistentData,
      analysed: 50,
      exclusions: [
        { reason: 'not_high_risk', count: 26 },
        { reason: 'no_outcome_at_review', count: 14 },
      ],
    });
  });

  it('gives £356,795.80 from the stated inputs, not the published total', () => {
    const { totals } = analyse().result;
    expect(totals.potentialPence).toBe(35_679_580);
    expect(totals.byHoursBand).toEqual([
      { weeklyHoursHundredths: 2500, children: 12, netPence: 12 * 469_700 },
      { weeklyHoursHundredths: 3250, children: 38, netPence: 38 * 790_610 },
    ]);
    expect(totals.byOutcome.map((outcome) => outcome.children)).toEqual([21, 18, 6, 5]);
  });

  it('gives the published total at £11.16 an hour with whole pounds per child', () => {
    const { result, lines } = analyse({ hourlyRatePence: 1116, rounding: 'whole_pounds_half_up' });
    expect(result.totals.potentialPence).toBe(publishedTotalPence);
    expect(new Set(lines.map((line) => line.netPence))).toEqual(new Set([0, 778_300, 460_200]));
  });

  it('gives the published total with a fixed amount of £13,753.00 for 32.5 hours', () => {
    const bands = [{ weeklyHoursHundredths: 3250, fixedAnnualPence: 1_375_300 }];
    expect(analyse({ bands }).result.totals.potentialPence).toBe(publishedTotalPence);
  });

  it('is explained by reconcile in both ways and no other', () => {
    const found = reconcile(
      {
        ...publishedRateCard,
        bands: analyse().result.totals.byHoursBand.map((band) => ({ ...band, fixedAnnualPence: null })),
      },
      publishedTotalPence,
    );
    expect(found).toEqual([
      {
        changes: [
          {
            input: 'band_fixed_amount',
            weeklyHoursHundredths: 3250,
            fromPence: 1_390_610,
            isFromFixed: false,
            toPence: 1_375_300,
          },
        ],
        explanation:
          'A fixed annual amount of £13,753.00 for 32.5 hours a week instead of £13,906.10 from rate, hours and weeks',
        totalPence: publishedTotalPence,
      },
      {
        changes: [
          { input: 'hourly_rate', fromPence: 1126, toPence: 1116 },
          { input: 'rounding', from: 'none', to: 'whole_pounds_half_up' },
        ],
        explanation: 'An hourly rate of £11.16 instead of £11.26, with each child’s net amount rounded to whole pounds',
        totalPence: publishedTotalPence,
      },
    ]);
  });

  it('uses the outcome categories of the case rules, in their order', () => {
    expect(OUTCOME_ORDER).toEqual(OUTCOME_CATEGORIES);
  });
});
