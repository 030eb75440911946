import fc from 'fast-check';

import { analyseCohort, annualValue, annualValueWorking, type RateCard } from './index.js';

const hours = fc.oneof(fc.constantFrom(0, 2500, 3250), fc.integer({ min: 0, max: 4000 }));
const rateCard: fc.Arbitrary<RateCard> = fc.record({
  startsOn: fc.constant('2020-01-01'),
  endsOn: fc.constant(null),
  hourlyRatePence: fc.integer({ min: 0, max: 10_000 }),
  weeksTenths: fc.integer({ min: 0, max: 530 }),
  schoolContributionPence: fc.integer({ min: 0, max: 2_000_000 }),
  rounding: fc.constantFrom('none' as const, 'whole_pounds_half_up' as const),
  bands: fc.uniqueArray(
    fc.record({ weeklyHoursHundredths: hours, fixedAnnualPence: fc.option(fc.integer({ min: 0, max: 5_000_000 })) }),
    { maxLength: 3, selector: (each) => each.weeklyHoursHundredths },
  ),
});

describe('the working of the annual value', () => {
  it('is what an analysis counts for a cohort of this one child, to the penny', () => {
    fc.assert(
      fc.property(rateCard, hours, (card, weekly) => {
        const child = {
          childId: 'one',
          reviewedOn: '2021-06-01',
          riskLevelAtStart: 'high' as const,
          weeklyHoursHundredthsAtStart: weekly,
          assessedOn: '2021-01-01',
          outcomeCategory: 'continuing_to_improve' as const,
          planIssuedOn: null,
        };
        const { lines, result } = analyseCohort([child], card, { from: '2021-01-01', to: '2021-12-31' });
        const working = annualValueWorking(card, weekly);
        expect(lines.map(({ grossPence, netPence }) => ({ grossPence, netPence }))).toEqual([
          annualValue(card, weekly),
        ]);
        expect({ grossPence: working.grossPence, netPence: working.netPence }).toEqual(annualValue(card, weekly));
        expect(result.totals.potentialPence).toBe(working.netPence);
      }),
    );
  });

  it('adds up from line to line, never below zero, and rounds by at most half a pound', () => {
    fc.assert(
      fc.property(rateCard, hours, (card, weekly) => {
        const working = annualValueWorking(card, weekly);
        expect(working.paidBySchoolPence + working.beforeRoundingPence).toBe(working.grossPence);
        expect(working.beforeRoundingPence).toBeGreaterThanOrEqual(0);
        const roundedBy = working.netPence - working.beforeRoundingPence;
        if (card.rounding === 'none') expect(roundedBy).toBe(0);
        else {
          expect(working.netPence % 100).toBe(0);
          expect(roundedBy).toBeGreaterThan(-50);
          expect(roundedBy).toBeLessThanOrEqual(50);
        }
        expect(working.isClipped).toBe(card.schoolContributionPence > working.grossPence);
        if (working.isClipped) expect(working.netPence).toBe(0);
      }),
    );
  });

  it('says so where a band has a fixed amount', () => {
    const card = {
      hourlyRatePence: 1126,
      weeksTenths: 380,
      schoolContributionPence: 600_000,
      rounding: 'none' as const,
      bands: [{ weeklyHoursHundredths: 2500, fixedAnnualPence: 1_000_000 }],
    };
    expect(annualValueWorking(card, 2500)).toMatchObject({
      isFixedAmount: true,
      grossPence: 1_000_000,
      netPence: 400_000,
    });
    expect(annualValueWorking(card, 3250)).toMatchObject({
      isFixedAmount: false,
      grossPence: 1_390_610,
      netPence: 790_610,
    });
  });
});
