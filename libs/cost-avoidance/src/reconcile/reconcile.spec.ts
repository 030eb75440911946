import { reconcile, type StatedInputs } from '../index.js';
import { totalPence } from './stated-inputs.js';

const stated: StatedInputs = {
  hourlyRatePence: 1126,
  weeksTenths: 380,
  schoolContributionPence: 600_000,
  rounding: 'none',
  bands: [
    { weeklyHoursHundredths: 3250, children: 38, fixedAnnualPence: null },
    { weeklyHoursHundredths: 2500, children: 12, fixedAnnualPence: null },
  ],
};

function explanations(inputs: StatedInputs, changed: Partial<StatedInputs>): string[] {
  return reconcile(inputs, totalPence({ ...inputs, ...changed })).map((found) => found.explanation);
}

describe('reconcile', () => {
  it('has nothing to explain when the inputs give the total', () => {
    expect(explanations(stated, {})).toEqual(['The stated inputs give the published total as they are']);
  });

  it.each([
    [{ hourlyRatePence: 1201 }, 'An hourly rate of £12.01 instead of £11.26'],
    [{ weeksTenths: 390 }, '39 paid weeks a year instead of 38'],
    [{ weeksTenths: 387 }, '38.7 paid weeks a year instead of 38'],
    [{ schoolContributionPence: 612_345 }, 'A school contribution of £6,123.45 instead of £6,000.00'],
    [{ schoolContributionPence: 0 }, 'A school contribution of £0.00 instead of £6,000.00'],
    [{ rounding: 'whole_pounds_half_up' }, 'Each child’s net amount rounded to whole pounds'],
  ] as const)('finds %j', (changed, explanation) => {
    expect(explanations(stated, changed)).toContain(explanation);
  });

  it('finds the hours of one band', () => {
    const bands = stated.bands.with(1, { weeklyHoursHundredths: 2725, children: 12, fixedAnnualPence: null });
    expect(explanations(stated, { bands })).toContain('27.25 hours a week instead of 25 for 12 children');
  });

  it('finds another fixed amount where one was stated', () => {
    const fixed = (fixedAnnualPence: number): StatedInputs['bands'] => [
      { weeklyHoursHundredths: 100, children: 1, fixedAnnualPence },
    ];
    expect(explanations({ ...stated, bands: fixed(900_000) }, { bands: fixed(950_000) })).toContain(
      'A fixed annual amount of £9,500.00 for 1 hour a week instead of £9,000.00',
    );
  });

  it('finds that a stated rounding was not made', () => {
    const rounded: StatedInputs = { ...stated, rounding: 'whole_pounds_half_up' };
    expect(explanations(rounded, { rounding: 'none' })).toContain('Each child’s net amount left unrounded');
    expect(explanations(rounded, { rounding: 'none', hourlyRatePence: 1130 })).toContain(
      'An hourly rate of £11.30 instead of £11.26, with each child’s net amount left unrounded',
    );
  });

  it('puts fewer changes first, then smaller ones', () => {
    const found = reconcile(stated, totalPence({ ...stated, hourlyRatePence: 1140 }));
    const counts = found.map(({ changes }) => changes.length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(found[0]?.changes).toEqual([{ input: 'hourly_rate', fromPence: 1126, toPence: 1140 }]);
  });

  it('puts the smallest change first among equally many', () => {
    const bands = [{ weeklyHoursHundredths: 3250, children: 4, fixedAnnualPence: null }];
    const found = reconcile({ ...stated, bands }, totalPence({ ...stated, bands, hourlyRatePence: 1140 }));
    // £172.90 of a contribution of £6,000 is more than of an amount of £13,906.10.
    const inputs = found.map(({ changes }) => changes.map((change) => change.input).join(' and '));
    expect(inputs).toEqual(['hourly_rate', 'band_fixed_amount', 'school_contribution']);
  });

  it('prefers the amount that a person would write where several give the total', () => {
    const rounded: StatedInputs = { ...stated, rounding: 'whole_pounds_half_up' };
    const bands = stated.bands.with(0, { weeklyHoursHundredths: 3250, children: 38, fixedAnnualPence: 1_400_020 });
    expect(explanations(rounded, { bands })).toContain(
      'A fixed annual amount of £14,000.00 for 32.5 hours a week instead of £13,906.10 from rate, hours and weeks',
    );
  });

  it('finds nothing where nothing simple gives the total', () => {
    expect(reconcile(stated, 1)).toEqual([]);
    expect(reconcile({ ...stated, bands: [] }, 100)).toEqual([]);
  });

  it('leaves out a band without children', () => {
    const bands = [...stated.bands, { weeklyHoursHundredths: 1000, children: 0, fixedAnnualPence: null }];
    expect(reconcile({ ...stated, bands }, 35_097_800)).toEqual(reconcile(stated, 35_097_800));
  });

  it('refuses totals and numbers of children that cannot be', () => {
    expect(() => reconcile(stated, -1)).toThrow(RangeError);
    expect(() => reconcile(stated, 0.5)).toThrow(RangeError);
    const bands = [{ weeklyHoursHundredths: 2500, children: -1, fixedAnnualPence: null }];
    expect(() => reconcile({ ...stated, bands }, 1)).toThrow(RangeError);
  });
});
