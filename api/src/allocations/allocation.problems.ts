import type { Refusal } from '@panel/case-rules';

import { Problem } from '../common/problem.js';

export const allocationNotFound = (): Problem =>
  new Problem(
    404,
    'allocation_not_found',
    'Allocation not found',
    'There is no such allocation, or it is not yours to see.',
  );

export const allocationMoveRefused = (reasons: readonly Refusal[]): Problem =>
  new Problem(
    409,
    'allocation_move_refused',
    'This cannot be done now',
    reasons.map((reason) => `${reason.message}.`).join(' '),
  );
