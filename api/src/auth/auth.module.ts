import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { AccessGuard } from './access.guard.js';
import { EmergencyGrantsQuery } from './emergency-grants.query.js';
import { AppEnrolmentService } from './factors/app-enrolment.service.js';
import { AuthenticatorAppsRepository } from './factors/authenticator-apps.repository.js';
import { ChallengesRepository } from './factors/challenges.repository.js';
import { EnrolmentService } from './factors/enrolment.service.js';
import { FactorMails } from './factors/factor-mails.service.js';
import { PasskeyEnrolmentService } from './factors/passkey-enrolment.service.js';
import { PasskeysRepository } from './factors/passkeys.repository.js';
import { RecoveryCodesRepository } from './factors/recovery-codes.repository.js';
import { SecondFactorCheck } from './factors/second-factor-check.service.js';
import { SecondFactorsController } from './factors/second-factors.controller.js';
import { SecondFactorsService } from './factors/second-factors.service.js';
import { SignInMethodsController } from './factors/sign-in-methods.controller.js';
import { SignInMethodsService } from './factors/sign-in-methods.service.js';
import { HatsController } from './hats.controller.js';
import { HatsRepository } from './hats.repository.js';
import { HatsService } from './hats.service.js';
import { KnownDevicesRepository } from './known-devices.repository.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnSessionsRepository } from './own-sessions.repository.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { RateLimitsRepository } from './rate-limits.repository.js';
import { RateLimitsService } from './rate-limits.service.js';
import { SessionCookies } from './session-cookies.js';
import { SessionPurge } from './session-purge.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInRefusals } from './sign-in-refusals.service.js';
import { SignInService } from './sign-in.service.js';
import { StandingQuery } from './standing.query.js';

@Global()
@Module({
  controllers: [
    SessionsController,
    OwnSessionsController,
    HatsController,
    SecondFactorsController,
    SignInMethodsController,
  ],
  providers: [
    SessionsRepository,
    KnownDevicesRepository,
    RateLimitsRepository,
    StandingQuery,
    OwnSessionsRepository,
    OwnSessionsService,
    SessionPurge,
    HatsRepository,
    HatsService,
    RateLimitsService,
    SessionCookies,
    EmergencyGrantsQuery,
    SessionsService,
    SignInRefusals,
    SignInService,
    AuthenticatorAppsRepository,
    PasskeysRepository,
    RecoveryCodesRepository,
    ChallengesRepository,
    FactorMails,
    SecondFactorCheck,
    SecondFactorsService,
    EnrolmentService,
    AppEnrolmentService,
    PasskeyEnrolmentService,
    SignInMethodsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [RateLimitsService, SessionCookies, SessionsService, SignInMethodsService],
})
export class AuthModule {}
