import { Problem } from '../common/problem.js';

export const emergencyAccessNotFound = (): Problem =>
  new Problem(
    404,
    'emergency_access_not_found',
    'Emergency access not found',
    'There is no such emergency access, or it is not yours to see.',
  );

export const emergencyCaseUnknown = (): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    [{ pointer: '/reference', code: 'case_not_found', detail: 'There is no submitted case with this reference.' }],
  );

export const emergencyNotForRole = (): Problem =>
  new Problem(
    403,
    'emergency_access_not_for_role',
    'You may not do this',
    'Emergency access is not open to your role in this service.',
  );

export const emergencyAlreadyLiving = (): Problem =>
  new Problem(
    409,
    'emergency_access_living',
    'You already have this case open',
    'Your emergency access to this case has not ended. Go on with that one.',
  );

export const emergencyIsOver = (): Problem =>
  new Problem(409, 'emergency_access_over', 'It has ended already', 'This emergency access has ended.');

export const emergencyNotReviewable = (): Problem =>
  new Problem(
    409,
    'emergency_access_not_reviewable',
    'It cannot be reviewed now',
    'An emergency access is reviewed once, when it has ended, and by somebody other than who had it.',
  );
