import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited } from '../audit/audited.js';
import type { Actor } from './actor.js';
import { type Browser, FromBrowser } from './browser.js';
import { ConfirmationsService } from './confirmations.service.js';
import type { LivingSession } from './living-session.js';
import { CurrentActor, CurrentSession, DuringSignIn } from './requires.js';
import { ConfirmIdentity } from './second-factor.dto.js';
import { SessionCookies } from './session-cookies.js';
import { SignInStep } from './session.dto.js';

@ApiTags('session')
@Controller('session/confirmation')
export class ConfirmationsController {
  constructor(
    private readonly confirmations: ConfirmationsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @HttpCode(200)
  @DuringSignIn('open')
  @Audited('session.confirmed')
  @ApiOkResponse({ type: SignInStep })
  async confirmIdentity(
    @Body() _body: ConfirmIdentity,
    @CurrentActor() actor: Actor,
    @CurrentSession() session: LivingSession,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    return this.cookies.handOver(response, await this.confirmations.confirmAsDemoPerson(actor, session, browser));
  }
}
