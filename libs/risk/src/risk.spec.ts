import {
  type AssessmentDraft,
  checkAssessment,
  formatWeeklyHours,
  fromHoursHundredths,
  PROBABILITY_ANCHORS,
  probabilityFitsLevel,
  probabilityLabel,
  RISK_LEVELS,
  riskLevelLabel,
  toHoursHundredths,
} from './index.js';

const draft: AssessmentDraft = {
  riskLevel: 'high',
  probabilityPercent: 75,
  isPlanLikely: true,
  weeklyHours: 32.5,
  confidence: 'medium',
  rationale: 'Two suspensions this term and no progress',
};

function codes(changes: Partial<AssessmentDraft>): string[] {
  return checkAssessment({ ...draft, ...changes }).map((problem) => `${problem.pointer} ${problem.code}`);
}

describe('checkAssessment', () => {
  it('finds nothing wrong with a complete assessment', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ weeklyHours: '25' })).toEqual([]);
    expect(codes({ weeklyHours: 40 })).toEqual([]);
  });

  it('names every field when nothing was entered', () => {
    expect(
      codes({
        riskLevel: '',
        probabilityPercent: null,
        isPlanLikely: null,
        weeklyHours: null,
        confidence: '',
        rationale: '',
      }),
    ).toEqual([
      '/riskLevel risk_level_missing',
      '/probabilityPercent probability_missing',
      '/isPlanLikely is_plan_likely_missing',
      '/weeklyHours weekly_hours_missing',
      '/confidence confidence_missing',
      '/rationale rationale_missing',
    ]);
  });

  it.each([-0.01, 40.01, '41', '32.555', 'abc', '-1', '1e1', Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %p hours a week',
    (weeklyHours) => {
      expect(codes({ weeklyHours })).toEqual(['/weeklyHours weekly_hours_out_of_range']);
    },
  );

  it.each([-1, 101, 74.5, Number.NaN])('refuses a probability of %p', (probabilityPercent) => {
    expect(codes({ probabilityPercent })).toEqual(['/probabilityPercent probability_out_of_range']);
  });

  it('refuses a probability that contradicts the level', () => {
    expect(checkAssessment({ ...draft, probabilityPercent: 64 })).toMatchObject([
      { message: 'Probability must be between 65 and 100 for high risk, or change the level of risk' },
    ]);
    expect(codes({ riskLevel: 'low', probabilityPercent: 34 })).toEqual([]);
  });

  it('wants a rationale that says something', () => {
    expect(codes({ rationale: 'Because of the risk ' })).toEqual(['/rationale rationale_too_short']);
    expect(codes({ rationale: 'a'.repeat(20) })).toEqual([]);
    expect(codes({ rationale: 'a'.repeat(5001) })).toEqual(['/rationale rationale_too_long']);
  });

  it('wants more words when a high risk or a likely plan needs no hours', () => {
    const short = ['/rationale rationale_for_no_hours_too_short'];
    expect(codes({ weeklyHours: 0 })).toEqual(short);
    expect(codes({ weeklyHours: '0.00', riskLevel: 'low', probabilityPercent: 5 })).toEqual(short);
    expect(codes({ weeklyHours: 0, rationale: 'a'.repeat(60) })).toEqual([]);
    expect(codes({ weeklyHours: 0, riskLevel: 'low', probabilityPercent: 5, isPlanLikely: false })).toEqual([]);
  });
});

describe('weekly hours', () => {
  it.each([
    ['32.5', 3250],
    [32.55, 3255],
    [0, 0],
    [' 25 ', 2500],
    ['0.07', 7],
  ])('reads %p as %d hundredths', (hours, hundredths) => {
    expect(toHoursHundredths(hours)).toBe(hundredths);
  });

  it('comes back exactly for every value with two decimals', () => {
    for (let hundredths = 0; hundredths <= 4000; hundredths += 1) {
      expect(toHoursHundredths(fromHoursHundredths(hundredths))).toBe(hundredths);
    }
  });

  it('is written for people', () => {
    expect(formatWeeklyHours(0)).toBe('None');
    expect(formatWeeklyHours(100)).toBe('1 hour');
    expect(formatWeeklyHours(3250)).toBe('32.5 hours');
    expect(() => fromHoursHundredths(0.5)).toThrow(RangeError);
  });
});

describe('probabilities', () => {
  it('belong to exactly one level each', () => {
    for (let percent = 0; percent <= 100; percent += 1) {
      expect(RISK_LEVELS.filter((level) => probabilityFitsLevel(percent, level))).toHaveLength(1);
    }
  });

  it('have the words of the nearest anchor', () => {
    for (const { percent, label } of PROBABILITY_ANCHORS) expect(probabilityLabel(percent)).toBe(label);
    expect(probabilityLabel(15)).toBe('Unlikely');
    expect(probabilityLabel(14)).toBe('Very unlikely');
    expect(probabilityLabel(100)).toBe('Almost certain');
    expect(riskLevelLabel('high')).toBe('High');
  });
});
