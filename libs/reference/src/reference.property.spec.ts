import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  checkUpn,
  dateOfDayNumber,
  dateParts,
  dayNumber,
  daysBetween,
  isIsoDate,
  isoWeekday,
  isWorkingDay,
  ncYearFor,
  ncYearOrder,
  subtractWorkingDays,
  UPN_CHECK_LETTERS,
  upnCheckLetter,
  workingDaysBetween,
} from './index.js';

const date = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dateOfDayNumber);

describe('dates', () => {
  it('agree with the calendar of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (number) => {
        const expected = new Date(number * 86_400_000);
        const text = dateOfDayNumber(number);
        expect(text).toBe(expected.toISOString().slice(0, 10));
        expect(dayNumber(text)).toBe(number);
        expect(isoWeekday(text) % 7).toBe(expected.getUTCDay());
      }),
    );
  });

  it('come back when the same days are added and taken away', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('stay in the month that is asked for when months are added', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const later = addMonths(day, months);
        const [from, to] = [dateParts(day), dateParts(later)];
        expect(isIsoDate(later)).toBe(true);
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(months);
        expect(to.day).toBeLessThanOrEqual(from.day);
      }),
    );
  });
});

describe('working days', () => {
  it('land on a working day, that many working days away', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const later = addWorkingDays(day, count);
        expect(isWorkingDay(later)).toBe(true);
        expect(workingDaysBetween(day, later)).toBe(count);
        const earlier = subtractWorkingDays(day, count);
        expect(isWorkingDay(earlier)).toBe(true);
        expect(daysBetween(earlier, day)).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  it('go back to where they came from when that was a working day', () => {
    fc.assert(
      fc.property(date.filter(isWorkingDay), fc.integer({ min: 0, max: 60 }), (day, count) => {
        expect(subtractWorkingDays(addWorkingDays(day, count), count)).toBe(day);
      }),
    );
  });
});

describe('unique pupil numbers', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });

  it('are valid with their check letter and with no other', () => {
    fc.assert(
      fc.property(digits, (body) => {
        const text = body.join('');
        const letter = upnCheckLetter(text) ?? '';
        for (const candidate of UPN_CHECK_LETTERS)
          expect(checkUpn(candidate + text).isValid).toBe(candidate === letter);
      }),
    );
  });

  it('show every single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (body, place, change) => {
        const text = body.join('');
        const letter = upnCheckLetter(text) ?? '';
        const wrong = body.map((digit, index) => (index === place ? (digit + change) % 10 : digit)).join('');
        expect(checkUpn(letter + wrong).isValid).toBe(false);
      }),
    );
  });
});

describe('national curriculum years', () => {
  it('go up by one each September', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 18 }), (bornOn, years) => {
        const now = addMonths(bornOn, 12 * years);
        const code = ncYearFor(bornOn, now);
        const next = ncYearFor(bornOn, addMonths(now, 12));
        if (code === null || next === null) return;
        expect(ncYearOrder(next)).toBe(ncYearOrder(code) + 1);
      }),
    );
  });
});
