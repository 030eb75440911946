import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import {
  EmergencyAccess,
  EmergencyAccessList,
  ReviewEmergencyAccess,
  StartEmergencyAccess,
} from './emergency-access.dto.js';
import { EmergencyAccessesService } from './emergency-accesses.service.js';

@ApiTags('emergency-accesses')
@Controller('emergency-accesses')
export class EmergencyAccessesController {
  constructor(private readonly accesses: EmergencyAccessesService) {}

  @Get()
  @Requires('emergency_access:list')
  @Audited('emergency_access.listed')
  @ApiOkResponse({ type: EmergencyAccessList })
  listEmergencyAccesses(@CurrentActor() actor: Actor): Promise<EmergencyAccessList> {
    return this.accesses.list(actor);
  }

  @Post()
  @Requires('emergency_access:start')
  @RequiresRecentSignIn()
  @Audited('emergency_access.started')
  @ApiCreatedResponse({ type: EmergencyAccess })
  startEmergencyAccess(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: StartEmergencyAccess,
  ): Promise<EmergencyAccess> {
    return this.accesses.start(actor, key, body);
  }

  @Get(':accessId')
  @Requires('emergency_access:list')
  @Audited('emergency_access.viewed')
  @ApiOkResponse({ type: EmergencyAccess })
  readEmergencyAccess(@CurrentActor() actor: Actor, @Id('accessId') accessId: string): Promise<EmergencyAccess> {
    return this.accesses.read(actor, accessId);
  }

  @Post(':accessId/end')
  @HttpCode(200)
  @Requires('emergency_access:end')
  @Audited('emergency_access.ended')
  @ApiOkResponse({ type: EmergencyAccess })
  endEmergencyAccess(
    @CurrentActor() actor: Actor,
    @Id('accessId') accessId: string,
    @IfMatch() version: number,
  ): Promise<EmergencyAccess> {
    return this.accesses.end(actor, accessId, version);
  }

  @Post(':accessId/review')
  @HttpCode(200)
  @Requires('emergency_access:review')
  @Audited('emergency_access.reviewed')
  @ApiOkResponse({ type: EmergencyAccess })
  reviewEmergencyAccess(
    @CurrentActor() actor: Actor,
    @Id('accessId') accessId: string,
    @IfMatch() version: number,
    @Body() body: ReviewEmergencyAccess,
  ): Promise<EmergencyAccess> {
    return this.accesses.review(actor, accessId, version, body);
  }
}
