import { addWorkingDays, isWorkingDay, subtractWorkingDays, type IsoDate, workingDaysBetween } from '@panel/reference';
import { PANEL_DATE_DEFAULTS } from '../panel-dates.js';
import { type ReferralStatus } from '../referral-statuses.js';

/** How many working days (England) each step may take, counted from the day on which the case came to it. */
export interface CaseDeadlines {
  /** From a submission, first or repeated, to the coordinator's answer. */
  readonly triageWorkingDays: number;
  /** From a return to the school's new submission. */
  readonly returnWorkingDays: number;
  /** From the acceptance to the assessment of risk. */
  readonly assessmentWorkingDays: number;
  /** From the assessment to the word that the case is ready for a panel. */
  readonly readyWorkingDays: number;
}

/** What holds until an authority sets its own; the one place for it. */
export const CASE_DEADLINE_DEFAULTS: CaseDeadlines = {
  triageWorkingDays: PANEL_DATE_DEFAULTS.triageWorkingDaysAfterSubmission,
  returnWorkingDays: 10,
  assessmentWorkingDays: 10,
  readyWorkingDays: 5,
};

/** The fewest and the most working days that a deadline may have. */
export const CASE_DEADLINE_BOUNDS = { least: 1, most: 60 } as const;

/** The day by which the next step of a case is due; null in a status that promises no day. */
export function caseDueOn(status: ReferralStatus, cameOn: IsoDate, deadlines: CaseDeadlines): IsoDate | null {
  const workingDays = workingDaysFor(status, deadlines);
  return workingDays === null ? null : addWorkingDays(cameOn, workingDays);
}

/** How many working days after its date a step still is not done; 0 up to and including that date, and without a date. */
export function workingDaysLate(dueOn: IsoDate | null, today: IsoDate): number {
  return dueOn === null || dueOn >= today ? 0 : workingDaysBetween(dueOn, today);
}

/**
 * The last working day up to today. A step is overdue exactly when its date lies before it, so that a list can be asked for
 * by date: on the Saturday after a Friday nothing that was due on the Friday is late yet.
 */
export function overdueBefore(today: IsoDate): IsoDate {
  return isWorkingDay(today) ? today : subtractWorkingDays(today, 1);
}

function workingDaysFor(status: ReferralStatus, deadlines: CaseDeadlines): number | null {
  switch (status) {
    case 'submitted':
      return deadlines.triageWorkingDays;
    case 'returned':
      return deadlines.returnWorkingDays;
    case 'accepted':
      return deadlines.assessmentWorkingDays;
    case 'assessed':
      return deadlines.readyWorkingDays;
    default:
      return null;
  }
}
