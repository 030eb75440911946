import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from './actor.js';
import { ChooseHat, Hats } from './hat.dto.js';
import { HatsService } from './hats.service.js';
import type { LivingSession } from './living-session.js';
import { CurrentActor, CurrentSession, Requires } from './requires.js';
import { SessionCookies } from './session-cookies.js';
import { SignInStep } from './session.dto.js';

@ApiTags('account')
@Controller('account/hats')
export class HatsController {
  constructor(
    private readonly hats: HatsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Requires('account:manage')
  @NotAudited('the person’s own account')
  @ApiOkResponse({ type: Hats })
  listHats(@CurrentActor() actor: Actor, @CurrentSession() session: LivingSession): Promise<Hats> {
    return this.hats.list(actor, session);
  }

  @Post('choose')
  @HttpCode(200)
  @Requires('account:manage')
  @Audited('session.role_chosen')
  @ApiOkResponse({ type: SignInStep })
  async chooseHat(
    @Body() choice: ChooseHat,
    @CurrentActor() actor: Actor,
    @CurrentSession() session: LivingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    return this.cookies.handOver(response, await this.hats.choose(actor, session, choice));
  }
}
