import fc from 'fast-check';

import {
  analyseCohort,
  annualValue,
  canonicalInputs,
  type CohortChild,
  type RateCard,
  reconcile,
  type StatedInputs,
} from './index.js';
import { OUTCOME_ORDER } from './outcome-categories.js';
import { bandTotalPence } from './reconcile/stated-inputs.js';

const period = { from: '2021-01-01', to: '2021-12-31' };
const hours = fc.oneof(fc.constantFrom(0, 2500, 3250), fc.integer({ min: 0, max: 16_800 }));
const rounding = fc.constantFrom('none' as const, 'whole_pounds_half_up' as const);
const band = fc.record({
  weeklyHoursHundredths: hours,
  fixedAnnualPence: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
});
const rateCard: fc.Arbitrary<RateCard> = fc.record({
  startsOn: fc.constant('2020-01-01'),
  endsOn: fc.constant(null),
  hourlyRatePence: fc.integer({ min: 0, max: 10_000 }),
  weeksTenths: fc.integer({ min: 0, max: 530 }),
  schoolContributionPence: fc.integer({ min: 0, max: 2_000_000 }),
  rounding,
  bands: fc.uniqueArray(band, { maxLength: 4, selector: (each) => each.weeklyHoursHundredths }),
});
const day = fc.constantFrom('2020-12-31', '2021-01-01', '2021-07-01', '2022-01-01');
const cohort: fc.Arbitrary<CohortChild[]> = fc.uniqueArray(
  fc.record({
    childId: fc.uuid(),
    reviewedOn: fc.option(day, { freq: 9 }),
    riskLevelAtStart: fc.constantFrom('low', 'high', 'high', 'high', null),
    weeklyHoursHundredthsAtStart: fc.option(hours, { freq: 9 }),
    assessedOn: fc.option(day, { freq: 9 }),
    outcomeCategory: fc.option(fc.constantFrom(...OUTCOME_ORDER), { freq: 9 }),
    planIssuedOn: fc.option(day),
  }),
  { maxLength: 40, selector: (child) => child.childId },
);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('the annual value', () => {
  it('never falls when hours or the rate rise, and never rises with the contribution', () => {
    const byFormula = rateCard.map((card) => ({ ...card, bands: [] }));
    fc.assert(
      fc.property(byFormula, hours, fc.integer({ min: 0, max: 500 }), (card, weekly, more) => {
        const { grossPence, netPence } = annualValue(card, weekly);
        const longer = annualValue(card, Math.min(16_800, weekly + more));
        const dearer = annualValue({ ...card, hourlyRatePence: card.hourlyRatePence + more }, weekly);
        const helped = { ...card, schoolContributionPence: card.schoolContributionPence + more };
        expect(longer.grossPence).toBeGreaterThanOrEqual(grossPence);
        expect(longer.netPence).toBeGreaterThanOrEqual(netPence);
        expect(dearer.netPence).toBeGreaterThanOrEqual(netPence);
        expect(annualValue(helped, weekly).netPence).toBeLessThanOrEqual(netPence);
      }),
    );
  });

  it('is the exact product to within half a penny, clipped at zero', () => {
    fc.assert(
      fc.property(rateCard, hours, (card, weekly) => {
        const { grossPence, netPence } = annualValue({ ...card, bands: [], rounding: 'none' }, weekly);
        const thousandths = BigInt(card.hourlyRatePence) * BigInt(weekly) * BigInt(card.weeksTenths);
        const error = BigInt(grossPence) * 1000n - thousandths;
        expect(error > -500n && error <= 500n).toBe(true);
        expect(netPence).toBe(Math.max(0, grossPence - card.schoolContributionPence));
        const pounds = annualValue({ ...card, bands: [], rounding: 'whole_pounds_half_up' }, weekly).netPence;
        expect(pounds % 100).toBe(0);
        expect(pounds - netPence).toBeGreaterThan(-50);
        expect(pounds - netPence).toBeLessThanOrEqual(50);
      }),
    );
  });
});

describe('the analysis of a cohort', () => {
  it('adds up to the penny: lines, split by outcome, bands and parts', () => {
    fc.assert(
      fc.property(cohort, rateCard, (children, card) => {
        const { lines, result } = analyseCohort(children, card, period);
        const { totals } = result;
        expect(sum(lines.map((line) => line.netPence))).toBe(totals.potentialPence);
        expect(totals.avoidedHighPence + totals.continuingPence + totals.notAvoidedPence).toBe(totals.potentialPence);
        expect(sum(lines.filter((line) => line.isAvoided).map((line) => line.netPence))).toBe(
          totals.avoidedHighPence + totals.continuingPence,
        );
        for (const parts of [totals.byHoursBand, totals.byOutcome]) {
          expect(sum(parts.map((part) => part.netPence))).toBe(totals.potentialPence);
          expect(sum(parts.map((part) => part.children))).toBe(result.funnel.analysed);
        }
      }),
    );
  });

  it('counts every child once in a funnel that only narrows', () => {
    fc.assert(
      fc.property(cohort, rateCard, (children, card) => {
        const { lines, result } = analyseCohort(children, card, period);
        const { reviewed, deemedHighRisk, consistentData, analysed, exclusions } = result.funnel;
        expect(lines).toHaveLength(children.length);
        expect(analysed + sum(exclusions.map(({ count }) => count))).toBe(children.length);
        expect(lines.filter((line) => line.exclusion === null)).toHaveLength(analysed);
        const steps = [children.length, reviewed, deemedHighRisk, consistentData, analysed];
        expect(steps).toEqual(steps.toSorted((a, b) => b - a));
        for (const line of lines.filter((each) => each.exclusion !== null)) {
          expect(line).toMatchObject({ isAvoided: false, grossPence: 0, netPence: 0 });
        }
      }),
    );
  });

  it('gives the same for the children in any order', () => {
    const shuffled = cohort.chain((children) =>
      fc.tuple(fc.constant(children), fc.shuffledSubarray(children, { minLength: children.length })),
    );
    fc.assert(
      fc.property(shuffled, rateCard, ([children, other], card) => {
        expect(analyseCohort(other, card, period)).toEqual(analyseCohort(children, card, period));
        expect([...canonicalInputs(card, period, other)]).toEqual([...canonicalInputs(card, period, children)]);
      }),
    );
  });

  it('is for each child its annual value, so that adding a child adds its line', () => {
    fc.assert(
      fc.property(cohort, rateCard, (children, card) => {
        const { lines } = analyseCohort(children, card, period);
        const byId = new Map(children.map((child) => [child.childId, child]));
        for (const line of lines.filter((each) => each.exclusion === null)) {
          const weekly = byId.get(line.childId)?.weeklyHoursHundredthsAtStart ?? NaN;
          expect(annualValue(card, weekly)).toEqual({ grossPence: line.grossPence, netPence: line.netPence });
        }
      }),
    );
  });
});

describe('reconcile', () => {
  const stated: fc.Arbitrary<StatedInputs> = fc.record({
    hourlyRatePence: fc.integer({ min: 500, max: 3_000 }),
    weeksTenths: fc.integer({ min: 300, max: 520 }),
    schoolContributionPence: fc.integer({ min: 0, max: 900_000 }),
    rounding,
    bands: fc.uniqueArray(
      fc.record({
        weeklyHoursHundredths: fc.integer({ min: 4, max: 160 }).map((quarters) => quarters * 25),
        children: fc.integer({ min: 0, max: 60 }),
        fixedAnnualPence: fc.option(fc.integer({ min: 0, max: 5_000_000 }), { freq: 2 }),
      }),
      { minLength: 1, maxLength: 5, selector: (each) => each.weeklyHoursHundredths },
    ),
  });
  const total = (inputs: StatedInputs): number => sum(inputs.bands.map((each) => bandTotalPence(inputs, each)));

  it('gives only changes from which the published total follows', () => {
    fc.assert(
      fc.property(stated, fc.integer({ min: -2_000, max: 2_000 }), (inputs, difference) => {
        const published = Math.max(0, total(inputs) + difference * 100);
        for (const { changes, totalPence } of reconcile(inputs, published)) {
          expect(totalPence).toBe(published);
          expect(total(applied(inputs, changes))).toBe(published);
        }
      }),
    );
  });

  it('explains every total that one change of rate, weeks or contribution gave, by as few changes', () => {
    const change = fc.oneof(
      fc.record({
        input: fc.constant('hourlyRatePence' as const),
        by: fc.double({ min: -0.24, max: 0.24, noNaN: true }),
      }),
      fc.record({ input: fc.constant('weeksTenths' as const), by: fc.double({ min: -0.24, max: 0.24, noNaN: true }) }),
      fc.record({
        input: fc.constant('schoolContributionPence' as const),
        by: fc.double({ min: -1, max: 0.5, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(stated, change, (inputs, { input, by }) => {
        const published = total({ ...inputs, [input]: Math.round(inputs[input] * (1 + by)) });
        expect(reconcile(inputs, published)[0]?.changes.length ?? Infinity).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds the rate of a total that was also rounded otherwise', () => {
    fc.assert(
      fc.property(stated, fc.integer({ min: -100, max: 100 }), (inputs, by) => {
        const otherRule = inputs.rounding === 'none' ? ('whole_pounds_half_up' as const) : ('none' as const);
        const published = total({ ...inputs, rounding: otherRule, hourlyRatePence: inputs.hourlyRatePence + by });
        expect(reconcile(inputs, published).length).toBeGreaterThan(0);
      }),
    );
  });

  /** Made from the changes alone, so that a wrong description of a right total shows. */
  function applied(inputs: StatedInputs, changes: ReturnType<typeof reconcile>[number]['changes']): StatedInputs {
    return changes.reduce<StatedInputs>((before, change) => {
      switch (change.input) {
        case 'hourly_rate':
          return { ...before, hourlyRatePence: change.toPence };
        case 'weeks':
          return { ...before, weeksTenths: change.toTenths };
        case 'school_contribution':
          return { ...before, schoolContributionPence: change.toPence };
        case 'rounding':
          return { ...before, rounding: change.to };
        case 'band_fixed_amount':
          return withBand(before, change.weeklyHoursHundredths, { fixedAnnualPence: change.toPence });
        case 'band_hours':
          return withBand(before, change.fromHundredths, { weeklyHoursHundredths: change.toHundredths });
      }
    }, inputs);
  }

  function withBand(
    inputs: StatedInputs,
    weekly: number,
    change: Partial<StatedInputs['bands'][number]>,
  ): StatedInputs {
    return {
      ...inputs,
      bands: inputs.bands.map((each) => (each.weeklyHoursHundredths === weekly ? { ...each, ...change } : each)),
    };
  }
});
