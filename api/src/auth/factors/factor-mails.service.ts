import { Injectable } from '@nestjs/common';

import type { Tx } from '../../database/transactions.js';
import { MailService } from '../../mail/mail.service.js';

interface Person {
  readonly authorityId: number;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

const notYou =
  'If this was not you, tell your administrator at once and change your password. Somebody else may know it.';
const methodsPage = { path: '/account/sign-in-methods', isSecret: false } as const;

/** Tells people what happens to the way they sign in. `tx` is in the authority of the person. */
@Injectable()
export class FactorMails {
  constructor(private readonly mail: MailService) {}

  methodsChanged(tx: Tx, person: Person, what: string): Promise<void> {
    return this.mail.queue(tx, person, {
      to: person,
      kind: 'sign_in_methods_changed',
      subject: 'The way you sign in has changed',
      lines: [`${what}.`, notYou],
      link: methodsPage,
    });
  }

  recoveryCodeUsed(tx: Tx, person: Person): Promise<void> {
    return this.mail.queue(tx, person, {
      to: person,
      kind: 'recovery_code_used',
      subject: 'A recovery code was used to sign in',
      lines: ['One of your recovery codes was used to sign in. It cannot be used again.', notYou],
      link: methodsPage,
    });
  }
}
