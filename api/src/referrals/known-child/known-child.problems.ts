import { fieldsInvalid } from '../../common/common.problems.js';
import type { Problem } from '../../common/problem.js';

export const earlierReferralNotFound = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/copyFromId',
      code: 'earlier_referral_not_found',
      detail: 'Choose an earlier referral of the same child that your school has sent.',
    },
  ]);
