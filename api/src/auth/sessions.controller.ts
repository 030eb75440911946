import { Body, Controller, Delete, Get, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
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
  @ApiOkResponse({ type: Session })
  async signIn(
    @Body() body: SignIn,
    @Ip() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.handOver(response, await this.sessions.signIn(body.email, body.password, address));
  }

  @Post('demo/session')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: Session })
  async signInAsDemoPerson(
    @Body() body: SignInAsDemoPerson,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.handOver(response, await this.sessions.signInAsDemoPerson(body.key));
  }

  @Get('session')
  @Public()
  @ApiOkResponse({ type: Session })
  readSession(@Req() request: Request): Promise<Session> {
    return this.sessions.read(readSessionCookie(request.headers.cookie));
  }

  @Delete('session')
  @HttpCode(204)
  @Public()
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = readSessionCookie(request.headers.cookie);
    if (token !== null) await this.sessions.signOut(token);
    response.clearCookie(this.cookie.name, this.cookie.options);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }

  private handOver(response: Response, { token, session }: SignedIn): Session {
    response.cookie(this.cookie.name, token, this.cookie.options);
    return session;
  }
}
