import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const reviewInFuture = (): Problem =>
  fieldsInvalid([
    { pointer: '/reviewedOn', code: 'review_in_future', detail: 'Enter the day of the review: today or earlier.' },
  ]);

export const reviewOnThisDayExists = (): Problem =>
  new Problem(
    409,
    'review_exists',
    'This review is already recorded',
    'A review of this case on this day is there already.',
  );

export const ehcDatesOutOfOrder = (pointer: string): Problem =>
  fieldsInvalid([
    {
      pointer,
      code: 'ehc_dates_out_of_order',
      detail: 'Enter the day of the request first; this day cannot be before it.',
    },
  ]);

export const ehcDateInFuture = (pointer: string): Problem =>
  fieldsInvalid([
    {
      pointer,
      code: 'ehc_date_in_future',
      detail: 'Enter a day that is today or earlier: only facts are recorded here.',
    },
  ]);
