import { Problem } from '../../common/problem.js';

export const amendmentUnderWay = (): Problem =>
  new Problem(
    409,
    'amendment_under_way',
    'This referral is being amended already',
    'Somebody has begun an amendment. Go on with that one, or wait until it is sent or given up.',
  );

export const noAmendment = (): Problem =>
  new Problem(
    409,
    'no_amendment',
    'There is no amendment to go on with',
    'It has been sent or given up meanwhile. Load the referral again.',
  );

export const consentIsNotAmended = (): Problem =>
  new Problem(
    409,
    'consent_not_amended',
    'The agreement is not amended',
    'What the family agrees to after the submission is recorded in the history of its consent.',
  );
