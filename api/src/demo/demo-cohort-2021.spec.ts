import { cohortOf2021 } from './demo-cohort-2021.js';

const cases = cohortOf2021();
const reviewed = cases.filter((item) => item.review !== null);
const high = reviewed.filter((item) => item.riskLevel === 'high');
const analysed = high.filter((item) => item.review?.category != null);
const count = (list: readonly unknown[]): number => list.length;

describe('the invented cohort of 2021', () => {
  it('has the published number of referrals by each date', () => {
    const by = (day: string) => count(cases.filter((item) => item.submittedOn <= day));
    expect([by('2021-03-31'), by('2021-09-30'), by('2021-12-16')]).toEqual([55, 90, 100]);
  });

  it('has 90 children reviewed in the period, 68 boys and 22 girls', () => {
    expect(count(reviewed)).toBe(90);
    expect(
      reviewed.every(({ review }) => review !== null && review.on >= '2020-02-24' && review.on <= '2021-09-13'),
    ).toBe(true);
    expect(count(reviewed.filter((item) => item.child.sex === 'M'))).toBe(68);
    expect(new Set(cases.map((item) => item.child.upn)).size).toBe(100);
  });

  it('comes from 17 primary and 3 secondary schools', () => {
    const schools = new Set(reviewed.map((item) => item.school));
    expect(count([...schools].filter((school) => school < 17))).toBe(17);
    expect(count([...schools].filter((school) => school >= 17))).toBe(3);
  });

  it('has 64 children at high risk, 13 of them in secondary schools', () => {
    expect(count(high)).toBe(64);
    expect(count(high.filter((item) => item.school >= 17))).toBe(13);
  });

  it('has 50 with consistent data: 38 at 32.5 hours and 12 at 25, outcomes 21, 18, 6 and 5', () => {
    expect(count(analysed)).toBe(50);
    expect(count(analysed.filter((item) => item.weeklyHoursHundredths === 3250))).toBe(38);
    expect(count(analysed.filter((item) => item.weeklyHoursHundredths === 2500))).toBe(12);
    const of = (category: string) => count(analysed.filter((item) => item.review?.category === category));
    expect([
      of('high_or_very_positive_impact'),
      of('continuing_to_improve'),
      of('limited_impact_other_pathway'),
      of('extra_support_may_progress_to_ehcp'),
    ]).toEqual([21, 18, 6, 5]);
  });

  it('was referred most often in years 4, 5 and 6', () => {
    const years = new Map<number, number>();
    for (const { child, submittedOn } of reviewed) {
      const start = Number(submittedOn.slice(0, 4)) - (submittedOn.slice(5) < '09-01' ? 1 : 0);
      const born = Number(child.bornOn.slice(0, 4)) + (child.bornOn.slice(5) >= '09-01' ? 1 : 0);
      years.set(start - born - 4, (years.get(start - born - 4) ?? 0) + 1);
    }
    const top = [...years].sort((a, b) => b[1] - a[1]).slice(0, 3);
    expect(top.map(([year]) => year).sort()).toEqual([4, 5, 6]);
  });
});
