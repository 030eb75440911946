import { Injectable } from '@nestjs/common';

import { BreachedPasswords } from './breached-passwords.js';
import { isCommonPassword } from './common-passwords.js';
import { hashPassword } from './password.js';
import { normalisedPassword, type PasswordContext, passwordMistake } from './password-rules.js';
import { passwordBreached, passwordRefused } from './password.problems.js';

/** New passwords, wherever one is chosen. */
@Injectable()
export class PasswordsService {
  constructor(private readonly breached: BreachedPasswords) {}

  /** The hash to keep; fails with a field problem when the password is not good enough. Outside of any transaction: it takes time. */
  async accept(password: string, context: PasswordContext): Promise<string> {
    const mistake = passwordMistake(password, context, isCommonPassword);
    if (mistake) throw passwordRefused(mistake);
    if (await this.breached.contains(normalisedPassword(password))) throw passwordBreached();
    return hashPassword(password);
  }
}
