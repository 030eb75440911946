import { Problem } from '../common/problem.js';

export const consentNotYetGiven = (): Problem =>
  new Problem(
    409,
    'consent_not_yet_given',
    'The referral has not been submitted',
    'What the family agrees to stands in the consent section of the draft. Change it there.',
  );
