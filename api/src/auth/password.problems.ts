import { fieldsInvalid } from '../common/common.problems.js';
import type { Problem } from '../common/problem.js';
import { longestPassword, type PasswordMistake, shortestPassword } from './password-rules.js';

const words: Readonly<Record<PasswordMistake, string>> = {
  too_short: `Choose a password with at least ${shortestPassword} characters`,
  too_long: `Choose a password with at most ${longestPassword} characters`,
  common: 'Choose a password that is harder to guess: this one is among those that many people use',
  repeated: 'Choose a password that is harder to guess: this one repeats itself or follows the keyboard',
  personal: 'Choose a password without your name, your email address or the name of this service',
};

export const passwordRefused = (mistake: PasswordMistake): Problem =>
  fieldsInvalid([{ pointer: '/password', code: `password_${mistake}`, detail: words[mistake] }]);

export const passwordBreached = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/password',
      code: 'password_breached',
      detail: 'Choose another password: this one is known from a theft of data elsewhere',
    },
  ]);
