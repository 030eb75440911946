import { annualValue, assertRateCard, rateCardInForce } from './index.js';
import { publishedRateCard } from './published-cohort.fixture.js';

describe('rateCardInForce', () => {
  const old = { startsOn: '2020-01-01', endsOn: '2020-12-31' };
  const open = { startsOn: '2020-09-01', endsOn: null };

  it.each([
    ['2019-12-31', null],
    ['2020-01-01', old],
    ['2020-08-31', old],
    ['2020-09-01', open],
    ['2020-12-31', open],
    ['2031-01-01', open],
  ])('takes the card that started last: %s', (day, card) => {
    expect(rateCardInForce([old, open], day)).toBe(card);
    expect(rateCardInForce([open, old], day)).toBe(card);
  });

  it('does not use a card after its last day', () => {
    expect(rateCardInForce([old], '2020-12-31')).toBe(old);
    expect(rateCardInForce([old], '2021-01-01')).toBeNull();
  });
});

describe('annualValue', () => {
  it('multiplies rate, hours and weeks and takes the contribution off', () => {
    expect(annualValue(publishedRateCard, 3250)).toEqual({ grossPence: 1_390_610, netPence: 790_610 });
    expect(annualValue(publishedRateCard, 2500)).toEqual({ grossPence: 1_069_700, netPence: 469_700 });
  });

  it('never goes below zero for a child', () => {
    expect(annualValue(publishedRateCard, 1000)).toEqual({ grossPence: 427_880, netPence: 0 });
    expect(annualValue(publishedRateCard, 0)).toEqual({ grossPence: 0, netPence: 0 });
  });

  it('rounds the gross amount to whole pence, half up', () => {
    const card = { ...publishedRateCard, schoolContributionPence: 0 };
    expect(annualValue({ ...card, hourlyRatePence: 1, weeksTenths: 10 }, 50).grossPence).toBe(1);
    expect(annualValue({ ...card, hourlyRatePence: 1, weeksTenths: 10 }, 49).grossPence).toBe(0);
  });

  it('rounds the net amount to whole pounds, half up, only when the card says so', () => {
    const card = { ...publishedRateCard, rounding: 'whole_pounds_half_up' as const };
    expect(annualValue(card, 3250)).toEqual({ grossPence: 1_390_610, netPence: 790_600 });
    expect(annualValue({ ...card, schoolContributionPence: 599_960 }, 3250).netPence).toBe(790_700);
    expect(annualValue({ ...card, schoolContributionPence: 599_961 }, 3250).netPence).toBe(790_600);
  });

  it('takes the fixed amount of a band instead', () => {
    const card = { ...publishedRateCard, bands: [{ weeklyHoursHundredths: 3250, fixedAnnualPence: 1_375_300 }] };
    expect(annualValue(card, 3250)).toEqual({ grossPence: 1_375_300, netPence: 775_300 });
    expect(annualValue(card, 2500).grossPence).toBe(1_069_700);
  });

  it('takes a fixed amount of nothing as an amount', () => {
    const card = { ...publishedRateCard, bands: [{ weeklyHoursHundredths: 3250, fixedAnnualPence: 0 }] };
    expect(annualValue(card, 3250)).toEqual({ grossPence: 0, netPence: 0 });
  });

  it.each([-1, 0.5, 16_801, NaN])('refuses %p hundredths of weekly hours', (hours) => {
    expect(() => annualValue(publishedRateCard, hours)).toThrow(RangeError);
  });
});

describe('assertRateCard', () => {
  it('takes a card at the largest exact product and refuses what is beyond', () => {
    expect(() => assertRateCard({ ...publishedRateCard, hourlyRatePence: 1_000_000, weeksTenths: 530 })).not.toThrow();
    expect(() => assertRateCard({ ...publishedRateCard, hourlyRatePence: 10 ** 9, weeksTenths: 530 })).toThrow(
      RangeError,
    );
  });

  it.each([
    { hourlyRatePence: -1 },
    { hourlyRatePence: 11.26 },
    { weeksTenths: -380 },
    { schoolContributionPence: NaN },
    { bands: [{ weeklyHoursHundredths: -1, fixedAnnualPence: null }] },
    { bands: [{ weeklyHoursHundredths: 2500, fixedAnnualPence: 0.5 }] },
  ])('refuses %j', (changes) => {
    expect(() => assertRateCard({ ...publishedRateCard, ...changes })).toThrow(RangeError);
  });
});
