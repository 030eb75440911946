import { formatDate } from '@panel/reference';

import { fieldsInvalid } from '../common/common.problems.js';
import type { Problem } from '../common/problem.js';

export const sessionInFuture = (): Problem =>
  fieldsInvalid([
    { pointer: '/heldOn', code: 'session_in_future', detail: 'Enter the day of the session: today or earlier.' },
  ]);

export const sessionBeforeAllocation = (allocatedOn: string): Problem =>
  fieldsInvalid([
    {
      pointer: '/heldOn',
      code: 'session_before_allocation',
      detail: `Enter a day from ${formatDate(allocatedOn)} on: the support was not allocated before.`,
    },
  ]);

export const sessionWithoutMinutes = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/minutes',
      code: 'session_without_minutes',
      detail: 'Enter how many minutes the session took, 1 or more.',
    },
  ]);
