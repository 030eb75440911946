import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { AuditedWhen, NotAudited } from '../audit/audited.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type Origin, originOf, RequestOrigin } from './origin.js';
import { Public } from './requires.js';
import { readSessionCookie, sessionCookie } from './session-cookie.js';
import { Session, SignIn, SignInAsDemoPerson } from './session.dto.js';
import { type SignedIn, SessionsService } from './sessions.service.js';

@ApiTags('session')
@Controller()
export class SessionsController {
  private readonly cookie;

  constructor(
    private readonly sessions: SessionsService,
    @Inject(environmentToken) environment: Environment,
  ) {
    this.cookie = sessionCookie(environment.isProduction);
  }

  @Post('session')
  @HttpCode(200)
  @Public()
  @AuditedWhen(
    'somebody is signed in or refused; the guard knows nobody yet',
    'session.signed_in',
    'session.sign_in_refused',
  )
  @ApiOkResponse({ type: Session })
  async signIn(
    @Body() body: SignIn,
    @RequestOrigin() origin: Origin,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.handOver(response, await this.sessions.signIn(body.email, body.password, origin));
  }

  @Post('demo/session')
  @HttpCode(200)
  @Public()
  @AuditedWhen('somebody is signed in; the guard knows nobody yet', 'session.signed_in')
  @ApiOkResponse({ type: Session })
  async signInAsDemoPerson(
    @Body() body: SignInAsDemoPerson,
    @RequestOrigin() origin: Origin,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.handOver(response, await this.sessions.signInAsDemoPerson(body.key, origin));
  }

  @Get('session')
  @Public()
  @NotAudited('the person’s own session')
  @ApiOkResponse({ type: Session })
  readSession(@Req() request: Request): Promise<Session> {
    return this.sessions.read(readSessionCookie(request.headers.cookie));
  }

  @Delete('session')
  @HttpCode(204)
  @Public()
  @AuditedWhen('a session is ended', 'session.signed_out')
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = readSessionCookie(request.headers.cookie);
    if (token !== null) await this.sessions.signOut(token, originOf(request));
    response.clearCookie(this.cookie.name, this.cookie.options);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }

  private handOver(response: Response, { token, session }: SignedIn): Session {
    response.cookie(this.cookie.name, token, this.cookie.options);
    return session;
  }
}
