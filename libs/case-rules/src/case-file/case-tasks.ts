import {
  addWorkingDays,
  compareDates,
  isWorkingDay,
  type IsoDate,
  subtractWorkingDays,
  workingDaysBetween,
} from '@panel/reference';

/** Who on a case can have something to do: its coordinators, the SENCos of its school, the provider of its support. */
export const CASE_TASK_ROLES = ['coordinator', 'senco', 'provider'] as const;
export type CaseTaskRole = (typeof CASE_TASK_ROLES)[number];

/**
 * The working day by which something is done that is due on a date: that day, or the next working day after a weekend or a
 * bank holiday of England.
 */
export function effectiveDueOn(dueOn: IsoDate): IsoDate {
  return isWorkingDay(dueOn) ? dueOn : addWorkingDays(dueOn, 1);
}

/** By how many working days something is overdue; 0 while it is not, and on the days off after its last working day. */
export function workingDaysOverdue(dueOn: IsoDate, today: IsoDate): number {
  const due = effectiveDueOn(dueOn);
  return compareDates(due, today) >= 0 ? 0 : workingDaysBetween(due, today);
}

/**
 * The latest due date that is overdue today: everything due on it or before is, everything due later is not. So a database can
 * count what is overdue without knowing the bank holidays.
 */
export function latestOverdueDate(today: IsoDate): IsoDate {
  return subtractWorkingDays(today, isWorkingDay(today) ? 1 : 2);
}
