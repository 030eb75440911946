import {
  academicYearStart,
  addDays,
  addMonths,
  ageInYears,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  formatDate,
  isIsoDate,
  isoWeekday,
  readTypedDate,
} from './index.js';

describe('dates', () => {
  it.each(['2026-11-24', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s as a date', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2026-2-01',
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-11-24T00:00:00Z',
    ' 2026-11-24',
    '2026-11-24\n',
    '',
    null,
    20261124,
  ])('refuses %p', (value) => {
    expect(isIsoDate(value)).toBe(false);
  });

  it('adds days over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2020-02-24', '2021-09-13')).toBe(567);
    expect(daysBetween('2021-09-13', '2020-02-24')).toBe(-567);
    expect(dayNumber('1970-01-01')).toBe(0);
  });

  it('clamps months to their last day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-24', 14)).toBe('2028-01-24');
  });

  it('knows weekdays, ages and school years', () => {
    expect(isoWeekday('2026-11-24')).toBe(2);
    expect(isoWeekday('1969-12-28')).toBe(7);
    expect(ageInYears('2016-02-29', '2026-02-28')).toBe(9);
    expect(ageInYears('2016-02-29', '2026-03-01')).toBe(10);
    expect(academicYearStart('2026-08-31')).toBe(2025);
    expect(academicYearStart('2026-09-01')).toBe(2026);
  });

  it('writes dates in words', () => {
    expect(formatDate('2026-11-24')).toBe('24 November 2026');
    expect(formatDate('2026-03-01')).toBe('1 March 2026');
  });

  it('throws when it is given something else than a date', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => dateOfDayNumber(-10_000_000)).toThrow(RangeError);
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
  });

  it('sorts', () => {
    expect(['2026-01-02', '2025-12-31', '2026-01-01'].toSorted(compareDates)).toEqual([
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ]);
  });
});

describe('readTypedDate', () => {
  it.each([
    ['2015-9-3', { kind: 'date', date: '2015-09-03' }],
    ['2015-09-03', { kind: 'date', date: '2015-09-03' }],
    ['', { kind: 'empty' }],
    ['--', { kind: 'empty' }],
    ['2015-9-', { kind: 'incomplete', missing: ['day'] }],
    ['2015', { kind: 'incomplete', missing: ['day', 'month'] }],
    ['-9-3', { kind: 'incomplete', missing: ['year'] }],
    ['2015-2-30', { kind: 'not_real' }],
    ['15-9-3', { kind: 'not_real' }],
    ['2015-sep-3', { kind: 'not_real' }],
    ['2015-9-3-1', { kind: 'not_real' }],
  ])('reads %p', (text, expected) => {
    expect(readTypedDate(text)).toEqual(expected);
  });
});
