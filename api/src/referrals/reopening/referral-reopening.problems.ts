import { Problem } from '../../common/problem.js';

export const declinedIsReopenedByCoordinator = (): Problem =>
  new Problem(
    409,
    'declined_reopened_by_coordinator',
    'The coordinator reopens what was declined',
    'Ask the coordinator to look at the referral again, and say what is new.',
  );
