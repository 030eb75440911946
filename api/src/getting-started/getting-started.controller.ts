import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { GettingStarted, MarkGettingStarted } from './getting-started.dto.js';
import { GettingStartedService } from './getting-started.service.js';

@ApiTags('getting-started')
@Controller('getting-started')
export class GettingStartedController {
  constructor(private readonly gettingStarted: GettingStartedService) {}

  @Get()
  @Requires('getting_started:read')
  @NotAudited('which first steps are done; names no case')
  @ApiOkResponse({ type: GettingStarted })
  readGettingStarted(@CurrentActor() actor: Actor): Promise<GettingStarted> {
    return this.gettingStarted.read(actor);
  }

  @Post('mark')
  @HttpCode(200)
  @Requires('getting_started:mark')
  @Audited('getting_started.marked')
  @ApiOkResponse({ type: GettingStarted })
  markGettingStarted(@CurrentActor() actor: Actor, @Body() body: MarkGettingStarted): Promise<GettingStarted> {
    return this.gettingStarted.mark(actor, body.mark);
  }

  @Post('unmark')
  @HttpCode(200)
  @Requires('getting_started:mark')
  @Audited('getting_started.unmarked')
  @ApiOkResponse({ type: GettingStarted })
  unmarkGettingStarted(@CurrentActor() actor: Actor, @Body() body: MarkGettingStarted): Promise<GettingStarted> {
    return this.gettingStarted.unmark(actor, body.mark);
  }
}
