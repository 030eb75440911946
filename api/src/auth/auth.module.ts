import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { AccessGuard } from './access.guard.js';
import { ConfirmationsController } from './confirmations.controller.js';
import { ConfirmationsService } from './confirmations.service.js';
import { KnownDevicesRepository } from './known-devices.repository.js';
import { RateLimitsRepository } from './rate-limits.repository.js';
import { RateLimitsService } from './rate-limits.service.js';
import { SessionCookies } from './session-cookies.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInRefusals } from './sign-in-refusals.service.js';
import { SignInService } from './sign-in.service.js';
import { StandingQuery } from './standing.query.js';

@Global()
@Module({
  controllers: [SessionsController, ConfirmationsController],
  providers: [
    SessionsRepository,
    KnownDevicesRepository,
    RateLimitsRepository,
    StandingQuery,
    RateLimitsService,
    SessionCookies,
    SessionsService,
    SignInRefusals,
    SignInService,
    ConfirmationsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [RateLimitsService, SessionCookies, SessionsService],
})
export class AuthModule {}
