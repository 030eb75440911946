import { Problem } from '../common/problem.js';

export const signInRefused = (): Problem =>
  new Problem(
    401,
    'sign_in_refused',
    'You could not be signed in',
    'The e-mail address or the password is not right. Check both and try again.',
  );

export const secondFactorRefused = (): Problem =>
  new Problem(
    422,
    'second_factor_refused',
    'That could not be confirmed',
    'The code is not right, has been used or is too old. Enter a new one.',
    [
      {
        pointer: '/value',
        code: 'second_factor_refused',
        detail: 'This code is not right, has been used or is too old. Enter a new one.',
      },
    ],
  );

export const passkeyRefused = (): Problem =>
  new Problem(
    422,
    'passkey_refused',
    'The passkey could not be checked',
    'Use a passkey that belongs to your account here, and confirm on the device that it is you.',
  );

export const signInBeginsAgain = (): Problem =>
  new Problem(
    401,
    'sign_in_begins_again',
    'Sign in again from the start',
    'Too many codes were wrong. Begin again with your e-mail address and password.',
  );

export const noDemoHere = (): Problem =>
  new Problem(404, 'not_found', 'Not found', 'Nothing here under this address that you may see.');
