import { addDays, isWorkingDay } from '@panel/reference';
import fc from 'fast-check';

import {
  canCorrectNote,
  effectiveDueOn,
  latestOverdueDate,
  NOTE_VISIBILITIES,
  noteVisibilitiesOf,
  ROLES,
  workingDaysOverdue,
} from '../index.js';

const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays('2022-01-01', days));

describe('what is overdue', () => {
  it('is what is due on the latest overdue date or before, and nothing else', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 20 }), (today, distance) => {
        const dueOn = addDays(today, distance);
        expect(workingDaysOverdue(dueOn, today) > 0).toBe(dueOn <= latestOverdueDate(today));
      }),
    );
  });

  it('never grows smaller while days pass, and grows on working days only', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), (dueOn, later) => {
        const today = addDays(dueOn, later);
        const tomorrow = addDays(today, 1);
        const growth = workingDaysOverdue(dueOn, tomorrow) - workingDaysOverdue(dueOn, today);
        const counts = isWorkingDay(tomorrow) && tomorrow > effectiveDueOn(dueOn);
        expect(growth).toBe(counts ? 1 : 0);
      }),
    );
  });

  it('has time until the next working day when it is due on a day off', () => {
    // Christmas 2026 is a Friday; the bank holiday for Boxing Day is Monday the 28th.
    expect(effectiveDueOn('2026-12-25')).toBe('2026-12-29');
    expect(workingDaysOverdue('2026-12-25', '2026-12-29')).toBe(0);
    expect(workingDaysOverdue('2026-12-25', '2026-12-30')).toBe(1);
    expect(workingDaysOverdue('2026-11-20', '2026-11-22')).toBe(0);
    expect(workingDaysOverdue('2026-11-20', '2026-11-23')).toBe(1);
  });
});

describe('notes', () => {
  it('can be corrected for 24 hours', () => {
    const written = new Date('2026-11-24T10:00:00Z');
    expect(canCorrectNote(written, new Date('2026-11-25T10:00:00Z'))).toBe(true);
    expect(canCorrectNote(written, new Date('2026-11-25T10:00:01Z'))).toBe(false);
  });

  it('are written only for circles that the author belongs to', () => {
    expect(noteVisibilitiesOf(['coordinator'])).toEqual(NOTE_VISIBILITIES);
    expect(noteVisibilitiesOf(['senco'])).toEqual(['council_and_school', 'everybody']);
    for (const role of ROLES.filter((each) => each !== 'coordinator' && each !== 'senco')) {
      expect(noteVisibilitiesOf([role])).toEqual([]);
    }
  });
});
