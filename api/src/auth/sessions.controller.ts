import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { AuditedWhen, NotAudited } from '../audit/audited.js';
import { type Browser, FromBrowser } from './browser.js';
import type { LivingSession } from './living-session.js';
import { originOf } from './origin.js';
import { CurrentSession, DuringSignIn, Public } from './requires.js';
import { readSessionCookie } from './session-cookie.js';
import { SessionCookies } from './session-cookies.js';
import { Session, SessionTimes, SignIn, SignInAsDemoPerson, SignInStep } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('session')
@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Post('session')
  @HttpCode(200)
  @Public()
  @AuditedWhen(
    'the sign-in is complete or is refused; the guard knows nobody yet',
    'session.signed_in',
    'session.sign_in_refused',
  )
  @ApiOkResponse({ type: SignInStep })
  async signIn(
    @Body() { email, password }: SignIn,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    return this.cookies.handOver(response, await this.signIns.signIn(email, password, browser));
  }

  @Post('demo/session')
  @HttpCode(200)
  @Public()
  @AuditedWhen('somebody is signed in; the guard knows nobody yet', 'session.signed_in')
  @ApiOkResponse({ type: SignInStep })
  async signInAsDemoPerson(
    @Body() { key }: SignInAsDemoPerson,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    return this.cookies.handOver(response, await this.signIns.signInAsDemoPerson(key, browser));
  }

  @Get('session')
  @Public()
  @NotAudited('the person’s own session')
  @ApiOkResponse({ type: Session })
  readSession(@Req() request: Request): Promise<Session> {
    return this.sessions.read(readSessionCookie(request.headers.cookie));
  }

  @Get('session/step')
  @DuringSignIn('second_factor', 'enrolment', 'open')
  @NotAudited('the person’s own session')
  @ApiOkResponse({ type: SignInStep })
  readSignInStep(@CurrentSession() session: LivingSession): Promise<SignInStep> {
    return this.sessions.step(session);
  }

  @Get('session/times')
  @DuringSignIn('open')
  @NotAudited('the person’s own session')
  @ApiOkResponse({ type: SessionTimes })
  readSessionTimes(@CurrentSession() session: LivingSession): SessionTimes {
    return this.sessions.times(session);
  }

  @Delete('session')
  @HttpCode(204)
  @Public()
  @AuditedWhen('an open session is ended', 'session.signed_out')
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = readSessionCookie(request.headers.cookie);
    if (token !== null) await this.sessions.signOut(token, originOf(request));
    this.cookies.clear(response);
  }
}
