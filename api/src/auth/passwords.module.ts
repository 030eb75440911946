import { Global, Module } from '@nestjs/common';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { BreachedPasswordRanges, BreachedPasswords, NoBreachedPasswords } from './breached-passwords.js';
import { PasswordsService } from './passwords.service.js';

/** Choosing passwords: apart from signing in with them, which nothing in here takes part in. */
@Global()
@Module({
  providers: [
    PasswordsService,
    {
      provide: BreachedPasswords,
      inject: [environmentToken],
      useFactory: ({ breachedPasswordsUrl: url }: Environment) =>
        url === null ? new NoBreachedPasswords() : new BreachedPasswordRanges(url),
    },
  ],
  exports: [PasswordsService],
})
export class PasswordsModule {}
