import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited, AuditedWhen } from '../../audit/audited.js';
import type { Actor } from '../actor.js';
import { type Browser, FromBrowser } from '../browser.js';
import type { LivingSession } from '../living-session.js';
import { CurrentActor, CurrentSession, DuringSignIn } from '../requires.js';
import { SessionCookies } from '../session-cookies.js';
import { SignInStep } from '../session.dto.js';
import { ConfirmIdentity, PasskeyOptions, ShowSecondFactor } from './factor.dto.js';
import { SecondFactorsService } from './second-factors.service.js';

@ApiTags('session')
@Controller('session')
export class SecondFactorsController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Post('passkey-options')
  @HttpCode(200)
  @DuringSignIn('second_factor', 'open')
  @AuditedWhen('what is shown next leaves the event', 'session.signed_in', 'session.confirmed')
  @ApiOkResponse({ type: PasskeyOptions })
  startPasskey(@CurrentSession() session: LivingSession): Promise<PasskeyOptions> {
    return this.factors.passkeyOptions(session);
  }

  @Post('second-factor')
  @HttpCode(200)
  @DuringSignIn('second_factor')
  @AuditedWhen('the sign-in is complete or is refused', 'session.signed_in', 'session.sign_in_refused')
  @ApiOkResponse({ type: SignInStep })
  async showSecondFactor(
    @Body() shown: ShowSecondFactor,
    @CurrentSession() session: LivingSession,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    return this.cookies.handOver(response, await this.factors.show(session, shown, browser));
  }

  @Post('confirmation')
  @HttpCode(200)
  @DuringSignIn('open')
  @Audited('session.confirmed')
  @ApiOkResponse({ type: SignInStep })
  async confirmIdentity(
    @Body() { method, value }: ConfirmIdentity,
    @CurrentActor() actor: Actor,
    @CurrentSession() session: LivingSession,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    const confirmed =
      method === 'demo'
        ? this.factors.confirmAsDemoPerson(actor, session, browser)
        : this.factors.confirm(actor, session, { factor: method, value }, browser);
    return this.cookies.handOver(response, await confirmed);
  }
}
