import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Public, Requires } from '../auth/requires.js';
import { DemoPeople, Home, ServiceInformation } from './home.dto.js';
import { HomeService } from './home.service.js';

@ApiTags('home')
@Controller()
export class HomeController {
  constructor(private readonly homes: HomeService) {}

  @Get('service')
  @Public()
  @NotAudited('the name of the service; no person')
  @ApiOkResponse({ type: ServiceInformation })
  readService(): Promise<ServiceInformation> {
    return this.homes.service();
  }

  @Get('demo/people')
  @Public()
  @NotAudited('invented people of the demo')
  @ApiOkResponse({ type: DemoPeople })
  listDemoPeople(): Promise<DemoPeople> {
    return this.homes.demoPeople();
  }

  @Get('home')
  @Requires('home:read')
  @NotAudited('counts of what waits; names no case')
  @ApiOkResponse({ type: Home })
  readHome(@CurrentActor() actor: Actor): Promise<Home> {
    return this.homes.home(actor);
  }
}
