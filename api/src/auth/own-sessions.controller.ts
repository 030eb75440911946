import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited, NotAudited } from '../audit/audited.js';
import { Id } from '../common/id.pipe.js';
import type { Actor } from './actor.js';
import type { LivingSession } from './living-session.js';
import { OwnSessions, SignOutEverywhere } from './own-session.dto.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { CurrentActor, CurrentSession, Requires } from './requires.js';
import { SessionCookies } from './session-cookies.js';

@ApiTags('account')
@Controller('account/sessions')
export class OwnSessionsController {
  constructor(
    private readonly sessions: OwnSessionsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Requires('account:manage')
  @NotAudited('the person’s own account')
  @ApiOkResponse({ type: OwnSessions })
  listOwnSessions(@CurrentActor() actor: Actor, @CurrentSession() session: LivingSession): Promise<OwnSessions> {
    return this.sessions.list(actor, session);
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @Requires('account:manage')
  @Audited('session.ended')
  @ApiNoContentResponse()
  endOwnSession(@CurrentActor() actor: Actor, @Id('sessionId') sessionId: string): Promise<void> {
    return this.sessions.end(actor, sessionId);
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @Requires('account:manage')
  @Audited('session.all_ended')
  @ApiNoContentResponse()
  async signOutEverywhere(
    @Body() { isThisKept }: SignOutEverywhere,
    @CurrentActor() actor: Actor,
    @CurrentSession() session: LivingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.endAll(actor, session, isThisKept);
    if (!isThisKept) this.cookies.clear(response);
  }
}
