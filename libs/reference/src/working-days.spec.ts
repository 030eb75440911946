import {
  addWorkingDays,
  BANK_HOLIDAYS,
  bankHolidaysByRule,
  bankHolidaysOf,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
} from './index.js';

describe('bank holidays', () => {
  it('lists every year from 2019 to 2028', () => {
    expect(Object.keys(BANK_HOLIDAYS)).toEqual(Array.from({ length: 10 }, (_, index) => String(2019 + index)));
  });

  it.each([2019, 2021, 2024, 2025, 2026, 2027, 2028])('the list of %d is what the standing rule gives', (year) => {
    expect(BANK_HOLIDAYS[year]).toEqual(bankHolidaysByRule(year));
  });

  it.each([
    [2020, ['2020-05-04'], ['2020-05-08']],
    [2022, ['2022-05-30'], ['2022-06-02', '2022-06-03', '2022-09-19']],
    [2023, [], ['2023-05-08']],
  ])('the list of %d differs from the rule only by the proclaimed days', (year, dropped, added) => {
    const expected = bankHolidaysByRule(year).filter((day) => !dropped.includes(day));
    expect(bankHolidaysOf(year)).toEqual([...expected, ...added].toSorted());
  });

  it('goes on by the rule after the list ends', () => {
    expect(bankHolidaysOf(2029)).toContain('2029-03-30');
    expect(isWorkingDay('2029-12-25')).toBe(false);
  });
});

describe('working days', () => {
  it('skips weekends and bank holidays', () => {
    expect(addWorkingDays('2020-05-07', 1)).toBe('2020-05-11');
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
    expect(addWorkingDays('2026-11-24', 5)).toBe('2026-12-01');
    expect(subtractWorkingDays('2026-11-24', 10)).toBe('2026-11-10');
    expect(subtractWorkingDays('2022-06-06', 1)).toBe('2022-06-01');
  });

  it('counts from the day after the first to the second', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
    expect(workingDaysBetween('2026-11-23', '2026-11-20')).toBe(-1);
    expect(workingDaysBetween('2026-11-21', '2026-11-22')).toBe(0);
  });

  it('refuses a number of days that is negative or not whole', () => {
    expect(() => addWorkingDays('2026-11-24', -1)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-11-24', 1.5)).toThrow(RangeError);
  });
});
