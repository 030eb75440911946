import {
  addDays,
  addWorkingDays,
  dateOfDayNumber,
  dayNumber,
  isWorkingDay,
  workingDaysBetween,
} from '@panel/reference';
import fc from 'fast-check';
import {
  CASE_DEADLINE_BOUNDS,
  CASE_DEADLINE_DEFAULTS,
  caseDueOn,
  overdueBefore,
  QUEUE_STAGES,
  queueNextStep,
  queueStageOf,
  REFERRAL_STATUSES,
  workingDaysLate,
} from '../index.js';

const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2035-12-31') }).map(dateOfDayNumber);
const length = fc.integer({ min: CASE_DEADLINE_BOUNDS.least, max: CASE_DEADLINE_BOUNDS.most });
const deadlines = fc.record({
  triageWorkingDays: length,
  returnWorkingDays: length,
  assessmentWorkingDays: length,
  readyWorkingDays: length,
});
const status = fc.constantFrom(...REFERRAL_STATUSES);

describe('the day by which a step is due', () => {
  it('is a working day so many working days after the case came to it', () => {
    fc.assert(
      fc.property(status, day, deadlines, (at, cameOn, allowed) => {
        const due = caseDueOn(at, cameOn, allowed);
        if (due === null) return;
        expect(isWorkingDay(due)).toBe(true);
        const expected = { submitted: 'triage', returned: 'return', accepted: 'assessment', assessed: 'ready' }[
          String(at)
        ];
        expect(workingDaysBetween(cameOn, due)).toBe(
          Object.entries(allowed).find(([name]) => name === `${expected}WorkingDays`)?.[1],
        );
      }),
    );
  });

  it('never comes earlier for a case that came later', () => {
    fc.assert(
      fc.property(day, fc.nat(40), deadlines, (cameOn, more, allowed) => {
        const due = caseDueOn('submitted', cameOn, allowed) ?? '';
        expect((caseDueOn('submitted', addDays(cameOn, more), allowed) ?? '') >= due).toBe(true);
      }),
    );
  });

  it('is five working days after a submission unless the authority says otherwise, across Christmas too', () => {
    expect(caseDueOn('submitted', '2026-12-22', CASE_DEADLINE_DEFAULTS)).toBe('2026-12-31');
    expect(caseDueOn('closed', '2026-12-22', CASE_DEADLINE_DEFAULTS)).toBeNull();
  });
});

describe('how late a step is', () => {
  it('is nothing up to its day, and then the working days since', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (cameOn, distance) => {
        const due = addWorkingDays(cameOn, 1);
        const today = addDays(due, distance);
        const late = workingDaysLate(due, today);
        expect(late).toBe(Math.max(0, distance > 0 ? workingDaysBetween(due, today) : 0));
      }),
    );
  });

  it('is more than nothing exactly when its day lies before what a list asks for', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 20 }), (due, distance) => {
        const today = addDays(due, distance);
        expect(workingDaysLate(due, today) > 0).toBe(due < overdueBefore(today));
      }),
    );
  });

  it('is nothing without a date', () => {
    expect(workingDaysLate(null, '2026-11-24')).toBe(0);
  });
});

describe('the queue', () => {
  it('holds a case in one stage from its submission until a panel has it, and says what it waits for', () => {
    fc.assert(
      fc.property(status, fc.nat(3), (at, timesReturned) => {
        const stage = queueStageOf(at, timesReturned);
        const isIn = ['submitted', 'returned', 'accepted', 'assessed', 'ready_for_panel'].includes(at);
        expect(stage !== null).toBe(isIn);
        if (stage !== null) expect(QUEUE_STAGES).toContain(stage);
        expect(queueNextStep(at) !== '').toBe(isIn);
      }),
    );
  });
});
