import { SDQ_TOTAL_BANDINGS, sdqTotalBand } from './index.js';

const teacher = { informant: 'teacher', ageForm: '4-17', banding: 'four_band' };

describe('bands of the SDQ', () => {
  it('cover every total from 0 to 40 once', () => {
    for (const { total } of SDQ_TOTAL_BANDINGS) {
      for (let score = 0; score <= 40; score += 1) {
        expect(total.filter(({ least, most }) => least <= score && score <= most)).toHaveLength(1);
      }
    }
  });

  it.each([
    [11, 'Close to average', 'Normal'],
    [12, 'Slightly raised', 'Borderline'],
    [16, 'High', 'Abnormal'],
    [19, 'Very high', 'Abnormal'],
  ])('sort a total of %d as %s or %s, by the banding', (total, four, three) => {
    expect(sdqTotalBand({ ...teacher, total })?.band.label).toBe(four);
    const other = sdqTotalBand({ ...teacher, banding: 'three_band', total });
    expect(other).toMatchObject({ band: { label: three }, version: 'teacher_4_17_three_band' });
  });

  it('are none for a form that they were not made for, or a total that cannot be', () => {
    expect(sdqTotalBand({ ...teacher, informant: 'parent', total: 20 })).toBeNull();
    expect(sdqTotalBand({ ...teacher, ageForm: '2-4', total: 20 })).toBeNull();
    expect(sdqTotalBand({ ...teacher, total: 41 })).toBeNull();
  });
});
