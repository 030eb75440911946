import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { IfMatch } from '../common/versions.js';
import { ChangeServiceIdentity, ServiceIdentity } from './service-identity.dto.js';
import { ServiceIdentityService } from './service-identity.service.js';

@ApiTags('contact-details')
@Controller('service-identity')
export class ServiceIdentityController {
  constructor(private readonly identity: ServiceIdentityService) {}

  @Get()
  @Requires('service_identity:read')
  @NotAudited('what is shown to everybody')
  @ApiOkResponse({ type: ServiceIdentity })
  readServiceIdentity(@CurrentActor() actor: Actor): Promise<ServiceIdentity> {
    return this.identity.read(actor);
  }

  @Put()
  @Requires('service_identity:change')
  @Audited('service_identity.changed')
  @ApiOkResponse({ type: ServiceIdentity })
  changeServiceIdentity(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ChangeServiceIdentity,
  ): Promise<ServiceIdentity> {
    return this.identity.change(actor, version, body);
  }
}
