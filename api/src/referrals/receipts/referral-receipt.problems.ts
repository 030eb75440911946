import { fieldsInvalid } from '../../common/common.problems.js';
import { Problem } from '../../common/problem.js';

export const notReceived = (): Problem =>
  new Problem(
    409,
    'referral_not_received',
    'This referral did not arrive as a form',
    'The school writes it, and its head teacher signs it off by link or with an account.',
  );

export const formNotCompared = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/hasCompared',
      code: 'form_not_compared',
      detail: 'Confirm that the answers are those of the form',
    },
  ]);
