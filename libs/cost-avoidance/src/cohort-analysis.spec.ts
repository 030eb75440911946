import { analyseCohort, type CohortChild, METHODOLOGY_VERSION, startAnalysis } from './index.js';
import { aChild, publishedRateCard } from './published-cohort.fixture.js';

const period = { from: '2021-01-01', to: '2021-08-31' };

function lineOf(fields: Partial<CohortChild>) {
  return startAnalysis(publishedRateCard, period).add(aChild(fields));
}

describe('startAnalysis', () => {
  it.each([
    ['without a review', { reviewedOn: null }, 'not_reviewed_in_period'],
    ['reviewed the day before', { reviewedOn: '2020-12-31' }, 'not_reviewed_in_period'],
    ['reviewed the day after', { reviewedOn: '2021-09-01' }, 'not_reviewed_in_period'],
    ['without a risk level', { riskLevelAtStart: null }, 'no_risk_level_at_start'],
    ['at low risk', { riskLevelAtStart: 'low' }, 'not_high_risk'],
    ['at medium risk', { riskLevelAtStart: 'medium' }, 'not_high_risk'],
    ['without an assessment', { assessedOn: null }, 'no_assessment_at_start'],
    ['without hours', { weeklyHoursHundredthsAtStart: null }, 'no_hours_at_start'],
    ['without an outcome', { outcomeCategory: null }, 'no_outcome_at_review'],
    ['with several reasons, by the first', { assessedOn: null, outcomeCategory: null }, 'no_assessment_at_start'],
  ] as const)('leaves out a child %s, with the reason and no money', (_title, fields, exclusion) => {
    expect(lineOf(fields)).toEqual({ childId: 'a', exclusion, isAvoided: false, grossPence: 0, netPence: 0 });
  });

  it.each(['2021-01-01', '2021-08-31'])('counts a review on %s, the edge of the period', (reviewedOn) => {
    expect(lineOf({ reviewedOn }).exclusion).toBeNull();
  });

  it('analyses a child whose hours are known to be none', () => {
    expect(lineOf({ weeklyHoursHundredthsAtStart: 0 })).toMatchObject({ exclusion: null, netPence: 0 });
  });

  it.each([
    ['high_or_very_positive_impact', null, true],
    ['continuing_to_improve', null, true],
    ['limited_impact_other_pathway', null, false],
    ['extra_support_may_progress_to_ehcp', null, false],
    ['high_or_very_positive_impact', '2022-05-01', false],
    ['continuing_to_improve', '2020-01-01', false],
  ] as const)(
    'with the outcome %s and a plan issued on %s says avoided: %s',
    (outcomeCategory, planIssuedOn, isAvoided) => {
      expect(lineOf({ outcomeCategory, planIssuedOn })).toMatchObject({ isAvoided, netPence: 790_610 });
    },
  );

  it('moves the money of a child with a plan to the part that was not avoided', () => {
    const children = [
      aChild({ childId: 'a' }),
      aChild({ childId: 'b', planIssuedOn: '2021-06-01' }),
      aChild({ childId: 'c', outcomeCategory: 'continuing_to_improve', weeklyHoursHundredthsAtStart: 2500 }),
      aChild({ childId: 'd', outcomeCategory: 'limited_impact_other_pathway' }),
      aChild({ childId: 'e', riskLevelAtStart: 'low', planIssuedOn: '2021-06-01' }),
    ];
    const { result } = analyseCohort(children, publishedRateCard, period);
    expect(result).toEqual({
      methodologyVersion: METHODOLOGY_VERSION,
      funnel: {
        reviewed: 5,
        deemedHighRisk: 4,
        consistentData: 4,
        analysed: 4,
        exclusions: [{ reason: 'not_high_risk', count: 1 }],
      },
      totals: {
        potentialPence: 3 * 790_610 + 469_700,
        avoidedHighPence: 790_610,
        continuingPence: 469_700,
        notAvoidedPence: 2 * 790_610,
        childrenWithPlan: 1,
        byHoursBand: [
          { weeklyHoursHundredths: 2500, children: 1, netPence: 469_700 },
          { weeklyHoursHundredths: 3250, children: 3, netPence: 3 * 790_610 },
        ],
        byOutcome: [
          { category: 'high_or_very_positive_impact', children: 2, netPence: 2 * 790_610 },
          { category: 'continuing_to_improve', children: 1, netPence: 469_700 },
          { category: 'limited_impact_other_pathway', children: 1, netPence: 790_610 },
          { category: 'extra_support_may_progress_to_ehcp', children: 0, netPence: 0 },
        ],
      },
    });
  });

  it('gives an empty result for an empty cohort', () => {
    const { lines, result } = analyseCohort([], publishedRateCard, period);
    expect(lines).toEqual([]);
    expect(result.funnel).toEqual({ reviewed: 0, deemedHighRisk: 0, consistentData: 0, analysed: 0, exclusions: [] });
    expect(result.totals).toMatchObject({ potentialPence: 0, childrenWithPlan: 0, byHoursBand: [] });
  });

  it('refuses a period that ends before it begins and a rate card that is not usable', () => {
    expect(() => startAnalysis(publishedRateCard, { from: '2021-01-02', to: '2021-01-01' })).toThrow(RangeError);
    expect(() => startAnalysis({ ...publishedRateCard, hourlyRatePence: 0.5 }, period)).toThrow(RangeError);
  });

  it('refuses hours that are not hundredths of a week', () => {
    expect(() => lineOf({ weeklyHoursHundredthsAtStart: 32.5 })).toThrow(RangeError);
    expect(() => lineOf({ weeklyHoursHundredthsAtStart: -2500 })).toThrow(RangeError);
  });

  it('refuses the same child twice, without naming it', () => {
    const twice = [aChild({ childId: 'x1' }), aChild({ childId: 'x2' }), aChild({ childId: 'x1' })];
    expect(() => analyseCohort(twice, publishedRateCard, period)).toThrow('A child appears twice in the cohort');
    const analysis = startAnalysis(publishedRateCard, period);
    analysis.add(aChild());
    expect(() => analysis.add(aChild())).toThrow(RangeError);
  });

  it('gives lines in the order of the ids', () => {
    const children = ['c', 'a', 'b'].map((childId) => aChild({ childId }));
    const { lines } = analyseCohort(children, publishedRateCard, period);
    expect(lines.map((line) => line.childId)).toEqual(['a', 'b', 'c']);
  });
});
