import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

/** The same for a link that never was, one that was used and one that is too old. */
export const accountLinkDead = (): Problem =>
  new Problem(
    410,
    'account_link_dead',
    'This link cannot be used',
    'It works once and for one hour. Ask for a new one.',
  );

export const emailIsOwn = (): Problem =>
  fieldsInvalid([
    { pointer: '/email', code: 'email_is_own', detail: 'Enter another address: this is the one you have' },
  ]);
