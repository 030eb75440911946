import { Problem } from '../common/problem.js';

export const signInRefused = (): Problem =>
  new Problem(
    401,
    'sign_in_refused',
    'You could not be signed in',
    'The e-mail address or the password is not right. Check both and try again.',
  );

export const signInTooOften = (): Problem =>
  new Problem(429, 'sign_in_too_often', 'Too many attempts', 'Wait five minutes, then try again.');

export const noDemoHere = (): Problem =>
  new Problem(404, 'not_found', 'Not found', 'Nothing here under this address that you may see.');
