import { canonicalInputs, type CohortChild, type RateCard } from './index.js';
import { aChild, publishedRateCard } from './published-cohort.fixture.js';

const period = { from: '2021-01-01', to: '2021-08-31' };
const children = [aChild({ childId: 'b' }), aChild({ childId: 'a', planIssuedOn: '2021-09-09', assessedOn: null })];

function textOf(card: RateCard = publishedRateCard, cohort: readonly CohortChild[] = children, days = period): string {
  return [...canonicalInputs(card, days, cohort)].join('');
}

describe('canonicalInputs', () => {
  it('writes the version, the amounts and the period, then one line a child', () => {
    // A change of this text changes the hash of every run: raise METHODOLOGY_VERSION with it.
    expect(textOf().split('\n')).toEqual([
      '{"methodologyVersion":"1.0.0","hourlyRatePence":1126,"weeksTenths":380,"schoolContributionPence":600000,' +
        '"rounding":"none","bands":[[0,null],[2500,null],[3250,null]],"from":"2021-01-01","to":"2021-08-31"}',
      '["a","2021-03-01","high",3250,null,"high_or_very_positive_impact","2021-09-09"]',
      '["b","2021-03-01","high",3250,"2020-09-01","high_or_very_positive_impact",null]',
      '',
    ]);
  });

  it('does not depend on the order of children, bands or keys, nor on what decides nothing', () => {
    const reordered: RateCard = {
      ...publishedRateCard,
      bands: publishedRateCard.bands.toReversed(),
      endsOn: '2030-01-01',
    };
    const reversedKeys = children.map(({ childId, ...rest }) => ({ ...rest, childId, name: 'not read' }));
    expect(textOf(reordered, reversedKeys.toReversed())).toBe(textOf());
  });

  it.each([
    ['rate', textOf({ ...publishedRateCard, hourlyRatePence: 1127 })],
    ['band', textOf({ ...publishedRateCard, bands: [{ weeklyHoursHundredths: 0, fixedAnnualPence: null }] })],
    ['period', textOf(publishedRateCard, children, { ...period, to: '2021-09-01' })],
    ['child', textOf(publishedRateCard, [aChild({ childId: 'a' }), aChild({ childId: 'b' })])],
  ])('changes with the %s', (_input, text) => {
    expect(text).not.toBe(textOf());
  });

  it('refuses a child twice', () => {
    expect(() => textOf(publishedRateCard, [aChild(), aChild()])).toThrow(RangeError);
  });
});
